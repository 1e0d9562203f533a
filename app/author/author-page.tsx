import { AuthorMark, AuthorText } from '@/components/author/author-bio';
import { FeedLink, FeedLinks } from '@/components/site/feed-links';
import { ListPage } from '@/components/site/list-page';
import { PageHeading } from '@/components/site/page-heading';
import { Sidebar } from '@/components/site/sidebar';
import { listArticles } from '@/lib/articles';
import { getAuthors } from '@/lib/authors';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { profilePage } from '@/lib/json-ld/profile-page';
import { getSidebar } from '@/lib/sidebar';
import { getSite } from '@/lib/site';
import { authorPath, isSlug, numberedPath } from '@/lib/urls';
import { NothingHere } from '@/app/nothing-here';
import { StructuredData } from '@/app/structured-data';

/** One page of what an author wrote, with the bio above it. */
export async function AuthorPage({ slug, page }: { slug: string; page: number | undefined }) {
  const nothing = <NothingHere path={numberedPath(authorPath(slug), page ?? 1)} />;
  const [author] = isSlug(slug) && page ? await getAuthors([slug]) : [];
  if (!author || !page) return nothing;
  const now = new Date();
  const list = await listArticles({ author: slug }, page, now);
  if (page > list.pages) return nothing;
  const site = await getSite();
  const words = messagesOf(site.locale).pages;
  const heading = (
    <>
      <div className="flex items-center gap-5">
        <div className="pt-4">
          <AuthorMark author={author} />
        </div>
        <PageHeading
          label={page > 1 ? fill(words.titled, { title: words.author, page }) : words.author}
          title={author.name}
        >
          {author.role && <p>{author.role}</p>}
        </PageHeading>
      </div>
      <div className="max-w-2xl pb-6">
        <AuthorText author={author} locale={site.locale} />
        <FeedLink path={authorPath(slug)} name={author.name} locale={site.locale} />
      </div>
    </>
  );
  return (
    <>
      <FeedLinks path={authorPath(slug)} title={author.name} />
      {page === 1 && <StructuredData describe={({ siteUrl }) => [profilePage(author, siteUrl)]} />}
      <ListPage
        site={site}
        heading={heading}
        list={list}
        label={author.name}
        path={authorPath(slug)}
        sidebar={<Sidebar {...await getSidebar(now)} site={site} />}
      />
    </>
  );
}
