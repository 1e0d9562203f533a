import type { ArticleSummary } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { languageAttributes } from '@/lib/text-direction';
import { FormattedDate } from '../site/formatted-date';
import { Kicker } from './kicker';
import { pageWidth } from './page-width';
import { Picture } from './picture';

type Props = {
  article: ArticleSummary;
  site: Site;
  /**
   * `picture`: above the words. `row`: beside them, in lists. `second`: above the words, and beside them on a phone.
   * `headline`: words alone, where a page is dense.
   */
  layout?: 'picture' | 'row' | 'second' | 'headline';
  /** How wide the picture is printed where `picture` and `second` do not stand in columns of the whole page. */
  sizes?: string;
  heading?: 'h2' | 'h3';
  hasSummary?: boolean;
  /** False on a page of that category. */
  hasCategory?: boolean;
};

/** In columns of the page: three, two, one; and four, two, and beside the words on a phone. */
const columnSizes = `(min-width: 80rem) 25rem, (min-width: 48rem) calc(47vw - 1.25rem), ${pageWidth}`;
const secondSizes =
  '(min-width: 84rem) 18.25rem, (min-width: 64rem) calc(23.5vw - 1.5rem), (min-width: 36rem) calc(47vw - 1rem), 6.5rem';

/** The picture has its column by name: it comes before the words, and must not move when they arrive. */
const secondOnPhone =
  'max-sm:grid-cols-[minmax(0,1fr)_6.5rem] max-sm:gap-4 max-sm:[&>*]:row-start-1 max-sm:[&>img]:col-start-2 max-sm:[&>img]:aspect-square';

/** A story in a list: one link, its headline. */
export function StoryCard({
  article,
  site,
  layout = 'row',
  sizes = layout === 'second' ? secondSizes : columnSizes,
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
        <Picture picture={article.image} alt={article.image.alt} sizes={sizes} className="aspect-[16/9] object-cover" />
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
