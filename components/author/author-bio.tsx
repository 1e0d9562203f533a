import type { Author } from '@/lib/authors';
import { printableBody } from '@/lib/article-body';
import { messagesOf } from '@/lib/messages/messages-of';
import { fill } from '@/lib/messages/fill';
import { authorPath } from '@/lib/urls';
import { ArticleBody } from '../article/article-body';
import { Picture } from '../article/picture';

/** Who wrote it, below a story. An author of whom the paper says nothing but the name needs no box. */
export function AuthorBio({ author, locale }: { author: Author; locale: string }) {
  if (author.bio.children.length === 0 && !author.role && !author.image) return null;
  return (
    <section
      aria-label={fill(messagesOf(locale).story.aboutAuthor, { name: author.name })}
      className="flex gap-5 border-t border-rule pt-5"
    >
      <AuthorMark author={author} />
      <div className="min-w-0">
        <p className="headline text-lg">
          <a href={authorPath(author.slug)}>{author.name}</a>
        </p>
        {author.role && <p className="label text-soft">{author.role}</p>}
        <AuthorText author={author} locale={locale} />
      </div>
    </section>
  );
}

/** The portrait, or the author's initials, which say as much as a grey silhouette and more. */
export function AuthorMark({ author }: { author: Pick<Author, 'name' | 'image'> }) {
  if (author.image) {
    return (
      <Picture picture={author.image} alt={author.image.alt} sizes="5rem" className="h-20 w-20 shrink-0 object-cover" />
    );
  }
  return (
    <span
      aria-hidden="true"
      className="grid h-14 w-14 shrink-0 place-items-center bg-ink font-headline text-lg font-bold text-paper md:h-16 md:w-16"
    >
      {initials(author.name)}
    </span>
  );
}

export function AuthorText({ author, locale }: { author: Author; locale: string }) {
  if (author.bio.children.length === 0 && author.links.length === 0) return null;
  return (
    <div className="mt-2 [&_.story]:text-base">
      <ArticleBody tree={printableBody(author.bio, { pictures: author.pictures, hasAds: false, locale })} />
      {author.links.length > 0 && (
        <ul className="label mt-2 flex flex-wrap gap-x-4">
          {author.links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} rel="me" className="link inline-block py-1">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${first.charAt(0)}${last.charAt(0)}`.toUpperCase();
}
