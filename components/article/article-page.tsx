import { printableBody } from '@/lib/article-body';
import type { Article, ArticleSummary } from '@/lib/articles';
import type { Author } from '@/lib/authors';
import { isTranslated, messagesOf } from '@/lib/messages/messages-of';
import type { Sidebar as SidebarData } from '@/lib/sidebar';
import type { Site } from '@/lib/site';
import { tagName } from '@/lib/tags';
import { languageAttributes } from '@/lib/text-direction';
import { storyTrail } from '@/lib/trail';
import type { Translation } from '@/lib/translations';
import { tagPath } from '@/lib/urls';
import { AdSlot } from '../ads/ad-slot';
import { AuthorBio } from '../author/author-bio';
import { Breadcrumb } from '../site/breadcrumb';
import { FormattedDate } from '../site/formatted-date';
import { Sentence } from '../site/sentence';
import { Sidebar } from '../site/sidebar';
import { AgeNotice } from './age-notice';
import { ArticleBody } from './article-body';
import { Byline } from './byline';
import { CorrectionsNote } from './corrections-note';
import { HistoryLink } from './history-link';
import { Kicker } from './kicker';
import { pageWidth } from './page-width';
import { Picture } from './picture';
import { RelatedStories } from './related-stories';
import { ShareLinks } from './share-links';
import { TableOfContents } from './table-of-contents';
import { TakedownNotice } from './takedown-notice';
import { TranslationLinks } from './translation-links';

type Props = {
  article: Article;
  authors: Author[];
  related: ArticleSummary[];
  translations: Translation[];
  sidebar: SidebarData;
  /** How often its text changed since its publication. */
  changes: number;
  site: Site;
  siteUrl: string;
  now: Date;
};

/** A story: its head across the page, then details, text and sidebar side by side where there is room. */
export function ArticlePage({ article, authors, related, translations, sidebar, changes, site, siteUrl, now }: Props) {
  return (
    <>
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18.75rem] xl:gap-x-14">
        <article className="min-w-0 xl:grid xl:grid-cols-[11.5rem_minmax(0,1fr)] xl:gap-x-12">
          <ArticleHead article={article} translations={translations} site={site} now={now} />
          <div className="xl:sticky xl:top-6 xl:row-span-2 xl:self-start">
            <Details article={article} changes={changes} site={site} siteUrl={siteUrl} />
          </div>
          <div className="mt-8 min-w-0 xl:mt-0">
            <ArticleText article={article} site={site} />
            <ArticleFoot article={article} authors={authors} site={site} />
          </div>
        </article>
        <div className="later no-print grid content-start gap-10 lg:pt-10">
          <Sidebar {...sidebar} site={site} category={article.category.slug} day={article.day} />
          {site.ads && <AdSlot place="sidebar" locale={site.locale} className="max-lg:hidden" />}
        </div>
      </div>
      <RelatedStories articles={related} site={site} />
    </>
  );
}

function ArticleHead({ article, translations, site, now }: Pick<Props, 'article' | 'translations' | 'site' | 'now'>) {
  const language = languageAttributes(article.lang);
  const { image } = article;
  return (
    <header className="pt-5 xl:col-span-2">
      <Breadcrumb trail={storyTrail(article, site.locale)} locale={site.locale} />
      <div className="mt-5">
        <Kicker article={article} locale={site.locale} />
      </div>
      <h1 {...language} className="headline mt-2 max-w-[24ch] text-[clamp(2rem,4.6vw,3.5rem)] leading-[1.08] font-bold">
        {article.title}
      </h1>
      <p {...language} className="mt-4 max-w-[54ch] text-[clamp(1.1875rem,1.8vw,1.4375rem)] leading-[1.4] text-soft">
        {article.summary}
      </p>
      <TranslationLinks translations={translations} locale={site.locale} />
      <AgeNotice publishedAt={article.publishedAt} now={now} locale={site.locale} />
      {image && (
        <figure className="mt-7">
          <Picture
            picture={image}
            alt={image.alt}
            isFirst
            sizes={`(min-width: 84rem) 56.75rem, (min-width: 64rem) calc(94vw - 21.25rem), ${pageWidth}`}
          />
          <figcaption className="label mt-2 text-soft">
            {image.caption} {image.credit}
          </figcaption>
        </figure>
      )}
      <div className="mt-7 hidden border-t border-strong xl:block" />
    </header>
  );
}

function Details({ article, changes, site, siteUrl }: Pick<Props, 'article' | 'changes' | 'site' | 'siteUrl'>) {
  const words = messagesOf(site.locale).story;
  return (
    <div className="mt-6 grid gap-4 xl:mt-5">
      <div className="label grid gap-1 border-t border-rule pt-3 text-soft max-xl:border-strong xl:border-0 xl:pt-0">
        <p className="text-[0.9375rem] text-ink">
          <Byline authors={article.authors} locale={site.locale} />
        </p>
        <p>
          <FormattedDate date={article.publishedAt} style="moment" site={site} />
        </p>
        {article.updatedAt && (
          <p>
            <Sentence
              message={words.updated}
              parts={{ moment: <FormattedDate date={article.updatedAt} style="moment" site={site} /> }}
            />
          </p>
        )}
        <HistoryLink path={article.path} changes={changes} locale={site.locale} />
        <p>{words.minutesToRead(article.readingMinutes)}</p>
      </div>
      <TableOfContents headings={article.headings} locale={site.locale} />
      <ShareLinks url={`${siteUrl}${article.path}`} title={article.title} locale={site.locale} />
    </div>
  );
}

function ArticleText({ article: { tree, pictures, dateline, lang }, site }: Pick<Props, 'article' | 'site'>) {
  // A table's “Source” is read as part of the story, in its language where we have the words.
  const locale = lang && isTranslated(lang) ? lang : site.locale;
  return (
    <div className="max-w-[42rem] xl:pt-5">
      <ArticleBody tree={printableBody(tree, { pictures, dateline, hasAds: site.ads, locale })} lang={lang} />
    </div>
  );
}

function ArticleFoot({ article, authors, site }: Pick<Props, 'article' | 'authors' | 'site'>) {
  const { source, corrections, tags } = article;
  const words = messagesOf(site.locale).story;
  return (
    <footer className="max-w-[42rem]">
      <CorrectionsNote corrections={corrections} site={site} />
      {source && (
        <p className="mt-10 border-t border-rule pt-4 text-[0.975rem] font-semibold">
          <Sentence
            message={words.primarySource}
            parts={{
              source: (
                <a href={source.url} className="link font-normal">
                  {source.name}
                </a>
              ),
            }}
          />
        </p>
      )}
      {tags.length > 0 && (
        <nav aria-label={words.tags} className="no-print mt-5">
          <ul className="flex flex-wrap gap-2">
            {tags.map((tag) => (
              <li key={tag}>
                <a href={tagPath(tag)} rel="tag" className="label quiet-link block border border-rule px-2.5 py-1.5">
                  {tagName(tag, site)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="mt-8 grid gap-6">
        {authors.map((author) => (
          <AuthorBio key={author.slug} author={author} locale={site.locale} />
        ))}
      </div>
      <TakedownNotice site={site} />
    </footer>
  );
}
