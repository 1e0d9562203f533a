import type { ArticleSummary } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { languageAttributes } from '@/lib/text-direction';
import { FormattedDate } from '../site/formatted-date';
import { Kicker } from './kicker';
import { Picture } from './picture';

type Props = {
  article: ArticleSummary;
  site: Site;
  /**
   * `picture`: above the words. `row`: beside them, in lists. `second`: above the words, and beside them on a phone.
   * `headline`: words alone, where a page is dense.
   */
  layout?: 'picture' | 'row' | 'second' | 'headline';
  heading?: 'h2' | 'h3';
  hasSummary?: boolean;
  /** False on a page of that category. */
  hasCategory?: boolean;
};

const pictureSizes = '(min-width: 80rem) 26rem, (min-width: 48rem) 45vw, 100vw';
const secondSizes = '(min-width: 64rem) 18rem, (min-width: 36rem) 45vw, 6.5rem';

const secondOnPhone =
  'max-sm:grid-cols-[minmax(0,1fr)_6.5rem] max-sm:gap-4 max-sm:[&>img]:order-1 max-sm:[&>img]:aspect-square';

/** A story in a list: one link, its headline. */
export function StoryCard({
  article,
  site,
  layout = 'row',
  heading: Heading = 'h3',
  hasSummary = true,
  hasCategory = true,
}: Props) {
  const size = layout === 'headline' ? 'text-[1.0625rem]' : 'text-xl';
  const words = (
    <div className="min-w-0">
      <Kicker article={article} locale={site.locale} hasCategory={hasCategory} />
      <Heading className={`headline ${size}`}>
        <a href={article.path} {...languageAttributes(article.lang)}>
          {article.title}
        </a>
      </Heading>
      {hasSummary && (
        <p {...languageAttributes(article.lang)} className="mt-1.5 line-clamp-3 text-[0.975rem] leading-snug text-soft">
          {article.summary}
        </p>
      )}
      <p className="label mt-2 text-soft">
        <FormattedDate date={article.publishedAt} style="short" site={site} />
        <span aria-hidden="true"> · </span>
        {messagesOf(site.locale).story.minutes(article.readingMinutes)}
      </p>
    </div>
  );
  if (layout === 'headline' || !article.image) return <article>{words}</article>;
  if (layout === 'picture' || layout === 'second') {
    const onPhone = layout === 'second' ? secondOnPhone : '';
    return (
      <article className={`grid content-start gap-3 ${onPhone}`}>
        <Picture
          picture={article.image}
          alt={article.image.alt}
          sizes={layout === 'second' ? secondSizes : pictureSizes}
          className="aspect-[16/9] object-cover"
        />
        {words}
      </article>
    );
  }
  return (
    <article className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-4 md:grid-cols-[minmax(0,1fr)_13rem] md:gap-6">
      {words}
      <Picture
        picture={article.image}
        alt={article.image.alt}
        sizes="(min-width: 48rem) 13rem, 6.5rem"
        className="aspect-square object-cover md:aspect-[16/10]"
      />
    </article>
  );
}
