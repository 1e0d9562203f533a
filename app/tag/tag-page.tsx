import { ListPage } from '@/components/site/list-page';
import { PageHeading } from '@/components/site/page-heading';
import { Sidebar } from '@/components/site/sidebar';
import { listArticles } from '@/lib/articles';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSidebar } from '@/lib/sidebar';
import { getSite } from '@/lib/site';
import { tagName } from '@/lib/tags';
import { isSlug, numberedPath, tagPath } from '@/lib/urls';
import { NothingHere } from '@/app/nothing-here';

/** One page of the stories that share a tag. */
export async function TagPage({ slug, page }: { slug: string; page: number | undefined }) {
  const nothing = <NothingHere path={numberedPath(tagPath(slug), page ?? 1)} />;
  if (!isSlug(slug) || !page) return nothing;
  const now = new Date();
  const list = await listArticles({ tag: slug }, page, now);
  if (list.items.length === 0) return nothing;
  const site = await getSite();
  const name = tagName(slug, site);
  const messages = messagesOf(site.locale);
  const words = messages.pages;
  return (
    <ListPage
      site={site}
      heading={
        <PageHeading label={page > 1 ? fill(words.titled, { title: words.tag, page }) : words.tag} title={name}>
          <p>{messages.stories(list.total)}</p>
        </PageHeading>
      }
      list={list}
      label={name}
      path={tagPath(slug)}
      sidebar={<Sidebar {...await getSidebar(now)} site={site} />}
    />
  );
}
