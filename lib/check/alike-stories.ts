import type { Root } from 'hast';
import { sql } from 'kysely';
import type { Problem } from '../content/problem';
import { likeness } from '../edition/likeness';
import type { Edition } from '../edition/open-edition';
import { readableText } from '../mdx/readable-text';

/** How much of two stories is the same where readers would take one for the other. */
const nearlyTheSame = 0.8;

/** Stories that say nearly the same as another, each named once, with the one that it is most like. */
export async function alikeStories(draft: Edition, nameOf: (file: string) => string): Promise<Problem[]> {
  const found = new Map<string, { other: string; alike: number }>();
  for (const { one, other } of await neighbours(draft)) {
    const alike = likeness(await textOf(draft, one), await textOf(draft, other));
    if (alike < nearlyTheSame) continue;
    const [file, before] = [await fileOf(draft, one), await fileOf(draft, other)];
    if (file && before && alike > (found.get(file)?.alike ?? 0)) found.set(file, { other: before, alike });
  }
  return [...found].map(([file, { other, alike }]) => ({
    file: nameOf(file),
    line: 1,
    column: 1,
    message: `${Math.floor(alike * 100)} % of this story is also in ${nameOf(other)}. Write what is new, or keep one of the two.`,
  }));
}

/** Each story and the one before it that it shares a band with: among many that are alike, each is compared with one. */
async function neighbours(draft: Edition): Promise<{ one: number; other: number }[]> {
  const { rows } = await sql<{ one: number; other: number }>`
    select distinct one, other from (
      select article_id as one, lag(article_id) over (partition by band order by article_id) as other from likeness
    ) as pairs where other is not null
  `.execute(draft);
  return rows;
}

async function textOf(draft: Edition, id: number): Promise<string> {
  const { tree } = await draft
    .selectFrom('bodies')
    .select('tree')
    .where('article_id', '=', id)
    .executeTakeFirstOrThrow();
  const body: Root = JSON.parse(tree);
  return readableText(body);
}

async function fileOf(draft: Edition, id: number): Promise<string | undefined> {
  const row = await draft.selectFrom('articles').select('file').where('id', '=', id).executeTakeFirst();
  return row?.file;
}
