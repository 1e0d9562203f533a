import type { Metadata } from 'next';
import { cache } from 'react';
import { getArticle, latestArticles } from '@/lib/articles';
import { openGraphOf, storyImage } from '@/lib/cards/social-card';
import { isPeriod } from '@/lib/dates';
import { breadcrumbList } from '@/lib/json-ld/breadcrumb-list';
import { newsArticle } from '@/lib/json-ld/news-article';
import { getSite } from '@/lib/site';
import { storyTrail } from '@/lib/trail';
import { getTranslations, type Translation } from '@/lib/translations';
import { articlePath, authorPath, isSlug, markdownPath } from '@/lib/urls';
import { getWithdrawal } from '@/lib/withdrawals';
import { NothingHere, nothingHereMetadata } from '@/app/nothing-here';
import { Story } from '@/app/story';
import { StructuredData } from '@/app/structured-data';
import { Withdrawn, withdrawnMetadata } from '@/app/withdrawn';

type Props = { params: Promise<{ year: string; month: string; day: string; slug: string }> };

/** The newest are there before anybody asks; the others are rendered for their first reader. */
const articlesAtBuild = 100;

/** The article, or that it was withdrawn, and the moment that it was asked for; once for a page and its metadata. */
const find = cache(async (path: string) => {
  const now = new Date();
  const article = await getArticle(path, now);
  return { now, article, withdrawal: article ? undefined : await getWithdrawal(path, now) };
});

function pathOf({ year, month, day, slug }: Awaited<Props['params']>): string | undefined {
  const date = `${year}-${month}-${day}`;
  return isPeriod(date) && isSlug(slug) ? articlePath(date, slug) : undefined;
}

export async function generateStaticParams() {
  const articles = await latestArticles({}, articlesAtBuild, new Date());
  return articles.map(({ path }) => {
    const [, year = '', month = '', day = '', slug = ''] = path.split('/');
    return { year, month, day, slug };
  });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = pathOf(await params);
  const { article, withdrawal } = path ? await find(path) : {};
  if (!article) return withdrawal ? withdrawnMetadata() : nothingHereMetadata();
  const { title, summary, search, publishedAt, updatedAt } = article;
  const site = await getSite();
  const { locale } = site;
  const language = article.lang ?? locale;
  const translations = await getTranslations(article, locale, new Date());
  return {
    title: search.title ?? title,
    description: search.description ?? summary,
    alternates: {
      canonical: article.path,
      types: { 'text/markdown': markdownPath(article.path) },
      languages:
        translations.length > 0 ? alternates([{ lang: language, url: article.path }, ...translations]) : undefined,
    },
    openGraph: {
      ...openGraphOf(site, language),
      type: 'article',
      title,
      description: summary,
      url: article.path,
      publishedTime: publishedAt.toISOString(),
      modifiedTime: updatedAt?.toISOString(),
      authors: article.authors.map(({ slug }) => authorPath(slug)),
      section: article.category.name,
      images: storyImage(article, site),
    },
  };
}

/** Each translation names all of them, itself included, as hreflang asks for. */
function alternates(translations: Translation[]): Record<string, string> {
  return Object.fromEntries(translations.map(({ lang, url }) => [lang, url]));
}

export default async function Page({ params }: Props) {
  const segments = await params;
  const path = pathOf(segments);
  const { article, withdrawal, now = new Date() } = path ? await find(path) : {};
  if (withdrawal) return <Withdrawn withdrawal={withdrawal} />;
  if (!article) return <NothingHere path={`/${Object.values(segments).join('/')}`} />;
  return (
    <>
      <StructuredData
        describe={(paper) => [
          newsArticle(article, paper),
          breadcrumbList(storyTrail(article, paper.site.locale), article.title, paper.siteUrl),
        ]}
      />
      <Story article={article} now={now} />
    </>
  );
}
