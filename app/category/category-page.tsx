import { FeedLink, FeedLinks } from '@/components/site/feed-links';
import { ListPage } from '@/components/site/list-page';
import { PageHeading } from '@/components/site/page-heading';
import { Sidebar } from '@/components/site/sidebar';
import { listArticles } from '@/lib/articles';
import { getCategory } from '@/lib/categories';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSidebar } from '@/lib/sidebar';
import { getSite } from '@/lib/site';
import { categoryPath, isSlug, numberedPath } from '@/lib/urls';
import { NothingHere } from '@/app/nothing-here';

/** One page of a section: the first at its own address, the others at /page/n below it. */
export async function CategoryPage({ slug, page }: { slug: string; page: number | undefined }) {
  const nothing = <NothingHere path={numberedPath(categoryPath(slug), page ?? 1)} />;
  const category = isSlug(slug) && page ? await getCategory(slug) : undefined;
  if (!category || !page) return nothing;
  const now = new Date();
  const list = await listArticles({ category: slug }, page, now);
  if (page > list.pages) return nothing;
  const site = await getSite();
  const words = messagesOf(site.locale).pages;
  const heading = (
    <PageHeading
      label={page > 1 ? fill(words.titled, { title: words.section, page }) : words.section}
      title={category.name}
    >
      {category.description && <p>{category.description}</p>}
      <FeedLink path={categoryPath(slug)} name={category.name} locale={site.locale} />
    </PageHeading>
  );
  return (
    <>
      <FeedLinks path={categoryPath(slug)} title={category.name} />
      <ListPage
        site={site}
        heading={heading}
        list={list}
        label={category.name}
        path={categoryPath(slug)}
        hasCategory={false}
        sidebar={<Sidebar {...await getSidebar(now)} site={site} category={slug} />}
      />
    </>
  );
}
