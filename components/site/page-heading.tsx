import type { ReactNode } from 'react';

type Props = { label?: string; title: string; children?: ReactNode };

/** The head of every page that is not a story. */
export function PageHeading({ label, title, children }: Props) {
  return (
    <header className="pt-8 pb-6 md:pt-12">
      {label && <p className="kicker">{label}</p>}
      <h1 className="headline mt-1 text-[clamp(2rem,4.5vw,3.25rem)] font-bold">{title}</h1>
      {children && <div className="mt-3 max-w-2xl text-lg leading-snug text-soft">{children}</div>}
    </header>
  );
}
