import type { Image, Link } from 'contentlayer/generated';
import type { Root } from 'hast';
import type { ArticleImage } from './articles';
import { edition } from './edition/open-edition';
import { getPicturesIn, type Picture } from './images';
import { countsIn } from './story-counts';

export type Author = {
  slug: string;
  name: string;
  role: string | undefined;
  image: ArticleImage | undefined;
  links: Pick<Link, 'label' | 'url'>[];
  /** The bio; without children where there is none. */
  bio: Root;
  pictures: Map<string, Picture>;
};

/** Authors in the order of the slugs; a slug that nobody has is passed over. */
export async function getAuthors(slugs: string[]): Promise<Author[]> {
  if (slugs.length === 0) return [];
  const rows = await edition().selectFrom('authors').selectAll().where('slug', 'in', slugs).execute();
  const authors = await Promise.all(
    rows.map(async (row): Promise<Author> => {
      const image: Image | null = row.image === null ? null : JSON.parse(row.image);
      const links: Author['links'] = JSON.parse(row.links);
      const bio: Root = JSON.parse(row.tree);
      const pictures = await getPicturesIn(row.file);
      const portrait = image && pictures.get(image.src);
      return {
        slug: row.slug,
        name: row.name,
        role: row.role ?? undefined,
        image:
          image && portrait ? { ...portrait, alt: image.alt, credit: image.credit, caption: image.caption } : undefined,
        links,
        bio,
        pictures,
      };
    }),
  );
  return slugs.flatMap((slug) => authors.find((author) => author.slug === slug) ?? []);
}

/** Everybody who has written a story that readers may see, by name, for the search form. */
export async function listAuthors(now: Date): Promise<{ slug: string; name: string }[]> {
  const stories = await countsIn('author', now);
  const authors = await edition().selectFrom('authors').select(['slug', 'name']).orderBy('name').execute();
  return authors.filter(({ slug }) => stories.has(slug));
}
