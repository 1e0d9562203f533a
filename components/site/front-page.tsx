import type { ReactNode } from 'react';
import type { ArticleSummary } from '@/lib/articles';
import type { FrontPage as FrontPageData } from '@/lib/front-page';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { languageAttributes } from '@/lib/text-direction';
import { categoryPath } from '@/lib/urls';
import { Byline } from '../article/byline';
import { Kicker } from '../article/kicker';
import { pageWidth } from '../article/page-width';
import { Picture } from '../article/picture';
import { StoryCard } from '../article/story-card';
import { FormattedDate } from './formatted-date';
import { Pagination } from './pagination';

/** How wide pictures are beside the column of the latest, and in the band across the page. */
const leadSizes = `(min-width: 80rem) 33rem, (min-width: 64rem) calc(94vw - 20.5rem), ${pageWidth}`;
const secondSizes =
  '(min-width: 80rem) 13.25rem, (min-width: 64rem) calc(47vw - 11.25rem), (min-width: 36rem) calc(47vw - 1rem), 6.5rem';
const bandSizes = `(min-width: 84rem) 42.5rem, (min-width: 64rem) calc(52vw - 1.25rem), ${pageWidth}`;

type Props = { site: Site; front: FrontPageData; banner: ReactNode };

export function FrontPage({ site, front: { lead, seconds, latest, sections, pages }, banner }: Props) {
  const [first, ...others] = sections;
  const messages = messagesOf(site.locale);
  return (
    <>
      <h1 className="sr-only">{fill(messages.front.title, { paper: site.name })}</h1>
      {!lead && <p className="py-16 text-lg">{messages.front.empty}</p>}
      <div className="grid gap-x-10 gap-y-8 pt-6 lg:grid-cols-[minmax(0,1fr)_18rem] lg:pt-8">
        <div className="min-w-0">
          {lead && <Lead article={lead} site={site} />}
          {seconds.length > 0 && (
            <ul className="mt-8 grid gap-x-8 gap-y-7 border-t border-rule pt-6 sm:grid-cols-2 xl:grid-cols-4">
              {seconds.map((article) => (
                <li key={article.id}>
                  <StoryCard
                    article={article}
                    site={site}
                    layout="second"
                    sizes={secondSizes}
                    heading="h2"
                    hasSummary={false}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
        {latest.length > 0 && <Latest articles={latest} site={site} />}
      </div>
      {banner && <div className="mt-10">{banner}</div>}
      {first && <WideSection section={first} site={site} />}
      {others.length > 0 && (
        <div className="mt-12 grid gap-x-10 gap-y-12 md:grid-cols-2 xl:grid-cols-3">
          {others.map((section) => (
            <Section key={section.category.slug} section={section} site={site} />
          ))}
        </div>
      )}
      <Pagination page={1} pages={pages} path="/" label={messages.allStories} locale={site.locale} />
    </>
  );
}

/** The story of the day: picture and words side by side on a wide screen, words alone set large where there is none. */
function Lead({ article, site }: { article: ArticleSummary; site: Site }) {
  const size = article.image ? 'text-[clamp(1.9rem,2.7vw,2.6rem)]' : 'text-[clamp(2.1rem,5vw,4rem)] max-w-[22ch]';
  return (
    <article className={article.image ? 'grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]' : ''}>
      {article.image && (
        <Picture
          picture={article.image}
          alt={article.image.alt}
          isFirst
          sizes={leadSizes}
          className="aspect-[16/10] object-cover"
        />
      )}
      <div className="min-w-0">
        <Kicker article={article} locale={site.locale} />
        <h2 className={`headline mt-2 font-bold ${size}`}>
          <a href={article.path} {...languageAttributes(article.lang)}>
            {article.title}
          </a>
        </h2>
        <p {...languageAttributes(article.lang)} className="mt-3 max-w-[58ch] text-[1.125rem] leading-snug text-soft">
          {article.summary}
        </p>
        <p className="label mt-3 text-soft">
          <Byline authors={article.authors} locale={site.locale} isLinked={false} />
          <span aria-hidden="true"> · </span>
          <FormattedDate date={article.publishedAt} style="short" site={site} />
          <span aria-hidden="true"> · </span>
          {messagesOf(site.locale).story.minutes(article.readingMinutes)}
        </p>
      </div>
    </article>
  );
}

function Latest({ articles, site }: { articles: ArticleSummary[]; site: Site }) {
  return (
    <section aria-labelledby="latest" className="lg:border-s lg:border-rule lg:ps-6">
      <h2 id="latest" className="headline border-t-3 border-strong pt-2 pb-1 text-base lg:border-t-0 lg:pt-0">
        {messagesOf(site.locale).front.latest}
      </h2>
      <ol className="divide-y divide-rule">
        {articles.map((article) => (
          <li key={article.id} className="py-3">
            <p className="label text-soft">
              <FormattedDate date={article.publishedAt} style="short" site={site} />
              <span aria-hidden="true"> · </span>
              <span className="text-accent">{article.category.name}</span>
            </p>
            <h3 className="headline mt-0.5 text-[1.0313rem] leading-snug">
              <a href={article.path} {...languageAttributes(article.lang)}>
                {article.title}
              </a>
            </h3>
          </li>
        ))}
      </ol>
    </section>
  );
}

type SectionProps = { section: FrontPageData['sections'][number]; site: Site };

/** The first section, a band across the page: its newest story large, the others beside it. */
function WideSection({ section: { category, articles }, site }: SectionProps) {
  const [first, ...others] = articles;
  if (!first) return null;
  return (
    <section aria-labelledby={`section-${category.slug}`} className="later mt-12">
      <SectionTitle category={category} />
      <div className="grid gap-x-10 gap-y-6 pt-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <StoryCard article={first} site={site} layout="picture" sizes={bandSizes} hasCategory={false} />
        <Headlines articles={others} site={site} hasSummary />
      </div>
    </section>
  );
}

/** A section as a column: its newest story with a picture, the others as headlines. */
function Section({ section: { category, articles }, site }: SectionProps) {
  const [first, ...others] = articles;
  if (!first) return null;
  return (
    <section aria-labelledby={`section-${category.slug}`} className="later">
      <SectionTitle category={category} />
      <div className="grid gap-5 pt-4">
        <StoryCard article={first} site={site} layout="picture" hasCategory={false} hasSummary={!first.image} />
        <Headlines articles={others} site={site} />
      </div>
    </section>
  );
}

function SectionTitle({ category: { slug, name } }: { category: { slug: string; name: string } }) {
  return (
    <>
      <div className="scale" />
      <h2 id={`section-${slug}`} className="headline pt-2 text-xl font-bold">
        <a href={categoryPath(slug)} className="inline-block py-1">
          {name}
        </a>
      </h2>
    </>
  );
}

type HeadlinesProps = { articles: ArticleSummary[]; site: Site; hasSummary?: boolean };

function Headlines({ articles, site, hasSummary = false }: HeadlinesProps) {
  if (articles.length === 0) return null;
  return (
    <ul className="divide-y divide-rule border-t border-rule">
      {articles.map((article) => (
        <li key={article.id} className="py-4 last:pb-0">
          <StoryCard article={article} site={site} layout="headline" hasCategory={false} hasSummary={hasSummary} />
        </li>
      ))}
    </ul>
  );
}
