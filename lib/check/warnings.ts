import type { Problem } from '../content/problem';
import type { Edition } from '../edition/open-edition';
import { alikeStories } from './alike-stories';

/**
 * What is to be looked at in a paper, though it may be meant so: what its files were found to hold, what nothing uses, and
 * stories that say nearly the same.
 *
 * @param draft the edition as it would be, without mistakes
 */
export async function readWarnings(draft: Edition, nameOf: (file: string) => string): Promise<Problem[]> {
  const noted = await draft.selectFrom('warnings').selectAll().execute();
  return [
    ...noted.map((warning) => ({ ...warning, file: nameOf(warning.file) })),
    ...(await unusedAuthors(draft, nameOf)),
    ...(await unusedPictures(draft, nameOf)),
    ...(await alikeStories(draft, nameOf)),
  ];
}

async function unusedAuthors(draft: Edition, nameOf: (file: string) => string): Promise<Problem[]> {
  const rows = await draft
    .selectFrom('authors')
    .select(['file', 'name'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('article_authors').select('position').whereRef('article_authors.author', '=', 'authors.slug'),
        ),
      ),
    )
    .execute();
  return rows.map(({ file, name }) =>
    whole(nameOf(file), `${name} has written nothing here. Name the author in a story, or delete the file.`),
  );
}

async function unusedPictures(draft: Edition, nameOf: (file: string) => string): Promise<Problem[]> {
  const rows = await draft
    .selectFrom('images')
    .select('src')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('refs')
            .select('file')
            .where('kind', 'in', ['image', 'leadImage'])
            .whereRef('target', '=', 'images.src'),
        ),
      ),
    )
    .execute();
  return rows.map(({ src }) =>
    whole(nameOf(src.slice(1)), 'No story, page or author shows this picture. Use it, or delete it.'),
  );
}

/** Something to say of a file as a whole. */
function whole(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}
