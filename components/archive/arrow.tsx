/** An arrow beside a word, which points the other way in scripts that run from right to left. */
export function Arrow({ character }: { character: '←' | '→' }) {
  return (
    <span aria-hidden="true" className="mx-1 inline-block rtl:-scale-x-100">
      {character}
    </span>
  );
}
