import { historyPath } from '@/lib/urls';

/** Leads to how a story changed, where it did: “Changed twice since publication”. */
export function HistoryLink({ path, changes }: { path: string; changes: number }) {
  if (changes === 0) return null;
  return (
    <p>
      <a href={historyPath(path)} className="link">
        Changed {timesOf(changes)} since publication
      </a>
    </p>
  );
}

function timesOf(changes: number): string {
  if (changes === 1) return 'once';
  return changes === 2 ? 'twice' : `${changes} times`;
}
