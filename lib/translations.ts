import { visibleArticles } from './articles';
import { edition } from './edition/open-edition';

/** The same story in another language. */
export type Translation = {
  /** A BCP 47 tag. */
  lang: string;
  /** A path of this paper, or an address in full. */
  url: string;
};

/**
 * The translations of a story that readers may see: those that it names, and stories of this paper that name it; one for
 * each language, by language.
 *
 * @param locale of the paper, which a story without a language of its own is in
 */
export async function getTranslations(
  { id, path }: { id: number; path: string },
  locale: string,
  now: Date,
): Promise<Translation[]> {
  const named = await edition()
    .selectFrom('translations')
    .select(['lang', 'url'])
    .where('article_id', '=', id)
    .execute();
  const paths = named.flatMap(({ url }) => (url.startsWith('/') ? [url] : []));
  const visible =
    paths.length === 0
      ? []
      : await visibleArticles(now).select('articles.path').where('articles.path', 'in', paths).execute();
  const isShown = (url: string) => !url.startsWith('/') || visible.some((article) => article.path === url);
  const naming = await visibleArticles(now)
    .innerJoin('translations', 'translations.article_id', 'articles.id')
    .select(['articles.path as url', 'articles.lang'])
    .where('translations.url', '=', path)
    .execute();
  const all = [
    ...naming.map(({ url, lang }) => ({ url, lang: lang ?? locale })),
    ...named.filter(({ url }) => isShown(url)),
  ];
  const byLanguage = new Map(all.map((translation) => [translation.lang, translation]));
  return [...byLanguage.values()].toSorted((a, b) => a.lang.localeCompare(b.lang));
}
