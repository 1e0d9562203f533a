import { messagesOf } from '@/lib/messages/messages-of';

type Props = { url: string; title: string; locale: string };

/** Plain links: nothing is loaded from anybody until a reader chooses to share. */
export function ShareLinks({ url, title, locale }: Props) {
  const words = messagesOf(locale).story;
  const links = [
    { name: words.email, href: `mailto:?${query({ subject: title, body: url })}` },
    { name: 'WhatsApp', href: `https://wa.me/?${query({ text: `${title} ${url}` })}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?${query({ text: `${title} ${url}` })}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?${query({ url })}` },
  ];
  return (
    <nav aria-label={words.shareStory} className="no-print border-t border-rule pt-3">
      <p className="label font-semibold">{words.share}</p>
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
            suppressHydrationWarning
            data-copy-link={url}
            data-copied={words.copied}
            data-refused={words.copyRefused}
            className="needs-script link cursor-pointer py-1.5"
            aria-live="polite"
          >
            {words.copy}
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
