import { edition } from './edition/open-edition';
import type { TextChange } from './history/text-change';

/** How a story changed in public. */
export type ArticleHistory = {
  /** The newest first. */
  changes: (TextChange & { changedAt: Date })[];
  /** When only punctuation, spacing or case changed; the newest first. */
  smallEdits: (TextChange & { changedAt: Date })[];
  /** Since when the record goes back, where it does not go back to the story's publication. */
  beginsAt: Date | undefined;
  /** The editors do not show versions from before. */
  hiddenBefore: Date | undefined;
};

/**
 * The history of an article that its reader may see; the caller has made sure of that.
 *
 * @returns undefined where git knew nothing of it when it was published
 */
export async function getHistory(articleId: number): Promise<ArticleHistory | undefined> {
  const row = await edition()
    .selectFrom('articles')
    .leftJoin('histories', 'histories.file', 'articles.file')
    .select(['articles.file', 'history_from', 'begins_at', 'is_whole'])
    .where('articles.id', '=', articleId)
    .executeTakeFirst();
  if (!row || (row.begins_at === null && row.history_from === null)) return undefined;
  const rows = await edition()
    .selectFrom('changes')
    .select(['changed_at', 'diff'])
    .where('file', '=', row.file)
    .orderBy('position', 'desc')
    .execute();
  const changes = rows.map(({ changed_at, diff }) => {
    const change: TextChange = JSON.parse(diff);
    return { ...change, changedAt: new Date(changed_at) };
  });
  return {
    changes: changes.filter(({ isTrivial }) => !isTrivial),
    smallEdits: changes.filter(({ isTrivial }) => isTrivial),
    beginsAt: row.begins_at === null || row.is_whole === 1 ? undefined : new Date(row.begins_at),
    hiddenBefore: row.history_from === null ? undefined : new Date(row.history_from),
  };
}

/** How often the text of an article changed in public, small edits apart. */
export async function countChanges(articleId: number): Promise<number> {
  const { total } = await edition()
    .selectFrom('changes')
    .innerJoin('articles', 'articles.file', 'changes.file')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('articles.id', '=', articleId)
    .where('is_trivial', '=', 0)
    .executeTakeFirstOrThrow();
  return total;
}
