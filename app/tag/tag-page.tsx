import { ListPage } from '@/components/site/list-page';
import { PageHeading } from '@/components/site/page-heading';
import { Sidebar } from '@/components/site/sidebar';
import { listArticles } from '@/lib/articles';
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
  const stories = `${list.total.toLocaleString(site.locale)} ${list.total === 1 ? 'story' : 'stories'}`;
  return (
    <ListPage
      site={site}
      heading={
        <PageHeading label={page > 1 ? `Tag, page ${page}` : 'Tag'} title={name}>
          <p>{stories}</p>
        </PageHeading>
      }
      list={list}
      label={name}
      path={tagPath(slug)}
      sidebar={<Sidebar {...await getSidebar(now)} site={site} />}
    />
  );
}
