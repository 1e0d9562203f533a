type Props = { url: string; title: string };

/** Plain links: nothing is loaded from anybody until a reader chooses to share. */
export function ShareLinks({ url, title }: Props) {
  const links = [
    { name: 'E-mail', href: `mailto:?${query({ subject: title, body: url })}` },
    { name: 'WhatsApp', href: `https://wa.me/?${query({ text: `${title} ${url}` })}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?${query({ text: `${title} ${url}` })}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?${query({ url })}` },
  ];
  return (
    <nav aria-label="Share this story" className="no-print border-t border-rule pt-3">
      <p className="label font-semibold">Share</p>
      <ul className="label flex flex-wrap gap-x-4">
        {links.map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="nofollow noreferrer" className="link inline-block py-1.5">
              {name}
            </a>
          </li>
        ))}
        <li>
          <button
            type="button"
            hidden
            suppressHydrationWarning
            data-copy-link={url}
            className="link cursor-pointer py-1.5"
            aria-live="polite"
          >
            Copy link
          </button>
        </li>
      </ul>
    </nav>
  );
}

/** Mail programs print a + as it is, so spaces are written %20. */
function query(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
