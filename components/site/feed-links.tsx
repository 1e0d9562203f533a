import { feedTypes } from '@/lib/feeds/feed-formats';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { feedPath, type FeedFormat } from '@/lib/urls';

const formats: { format: FeedFormat; name: string }[] = [
  { format: 'rss', name: 'RSS' },
  { format: 'atom', name: 'Atom' },
  { format: 'json', name: 'JSON Feed' },
];

/** By these, feed readers find the feeds of a page; React puts them into its head. */
export function FeedLinks({ path, title }: { path: string; title: string }) {
  return formats.map(({ format, name }) => (
    <link
      key={format}
      rel="alternate"
      type={feedTypes[format]}
      href={feedPath(path, format)}
      title={`${title} (${name})`}
    />
  ));
}

/** For readers: the feed of a list of stories. */
export function FeedLink({ path, name, locale }: { path: string; name: string; locale: string }) {
  return (
    <p className="label mt-3">
      <a href={feedPath(path, 'rss')} className="link inline-block py-1">
        {fill(messagesOf(locale).feedOf, { name })}
      </a>
    </p>
  );
}
