type Props = { trail: { name: string; href: string }[] };

/** Where a page stands: the front page, then the way down. */
export function Breadcrumb({ trail }: Props) {
  return (
    <nav aria-label="Breadcrumb" className="no-print">
      <ol className="label flex flex-wrap gap-x-2 text-soft">
        {[{ name: 'Front page', href: '/' }, ...trail].map(({ name, href }, index) => (
          <li key={href} className="flex gap-x-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            <a href={href} className="quiet-link inline-block py-1">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
