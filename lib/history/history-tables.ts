import { batches } from '../edition/batches';
import { writeMeta } from '../edition/meta';
import type { Edition } from '../edition/open-edition';
import type { FileVersion } from './file-version';
import type { StoryHistory } from './story-history';
import type { TextChange } from './text-change';

/** Where git was when the tables were written. */
export type ReadUpTo = { head: string; cutOff: string[] };

/** A published story as the edition has it. */
export type PublishedStory = { file: string; publishedAt: number; historyFrom: number | null };

/** The edition's tables of history, within a transaction that its caller opened. Rows are replaced, never edited. */
export class HistoryTables {
  #draft: Edition;

  constructor(draft: Edition) {
    this.#draft = draft;
  }

  /** The paper's language. */
  async locale(): Promise<string> {
    const row = await this.#draft
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'site')
      .executeTakeFirstOrThrow();
    const site: { locale: string } = JSON.parse(row.value);
    return site.locale;
  }

  async readUpTo(): Promise<ReadUpTo | undefined> {
    const row = await this.#draft
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'historyCommit')
      .executeTakeFirst();
    if (!row) return undefined;
    const readUpTo: ReadUpTo = JSON.parse(row.value);
    return readUpTo;
  }

  async writeReadUpTo({ head, cutOff }: ReadUpTo): Promise<void> {
    const value = JSON.stringify({ head, cutOff });
    await writeMeta(this.#draft, 'historyCommit', value);
  }

  /** @returns the stories that had a history */
  async clear(): Promise<string[]> {
    const files = await this.#draft.selectFrom('histories').select('file').execute();
    for (const table of ['versions', 'histories', 'changes'] as const) await this.#draft.deleteFrom(table).execute();
    await this.#draft.deleteFrom('meta').where('key', '=', 'historyCommit').execute();
    return files.map(({ file }) => file);
  }

  /**
   * The versions of some files, oldest first, by file.
   *
   * @param files all of them by default
   */
  async versions(files?: string[]): Promise<Map<string, FileVersion[]>> {
    const found = new Map<string, FileVersion[]>();
    for (const some of files ? batches(files) : [undefined]) {
      const all = this.#draft.selectFrom('versions').selectAll().orderBy('file').orderBy('position');
      for (const row of await (some ? all.where('file', 'in', some) : all).execute()) {
        const versions = found.get(row.file) ?? [];
        versions.push({ commit: row.commit_id, path: row.path, committedAt: row.committed_at, blob: row.blob });
        found.set(row.file, versions);
      }
    }
    return found;
  }

  /** Gives files these versions, oldest first, in place of those they had; those without any get none. */
  async replaceVersions(files: string[], versions: ReadonlyMap<string, FileVersion[]>): Promise<void> {
    for (const some of batches(files)) await this.#draft.deleteFrom('versions').where('file', 'in', some).execute();
    const rows = files.flatMap((file) =>
      (versions.get(file) ?? []).map(({ commit, path, committedAt, blob }, position) => {
        return { file, position, commit_id: commit, path, committed_at: committedAt, blob };
      }),
    );
    for (const some of batches(rows)) await this.#draft.insertInto('versions').values(some).execute();
  }

  /** Those of some files that are published stories; scheduled ones among them. */
  async publishedStories(files: string[]): Promise<PublishedStory[]> {
    const stories: PublishedStory[] = [];
    for (const some of batches(files)) {
      const rows = await this.#draft
        .selectFrom('articles')
        .select(['file', 'published_at as publishedAt', 'history_from as historyFrom'])
        .where('file', 'in', some)
        .where('status', '=', 'published')
        .execute();
      stories.push(...rows);
    }
    return stories;
  }

  /** The histories of some files. */
  async histories(files: string[]): Promise<Map<string, StoryHistory>> {
    const found = new Map<string, StoryHistory>();
    for (const some of batches(files)) {
      const histories = await this.#draft.selectFrom('histories').selectAll().where('file', 'in', some).execute();
      for (const { file, begins_at: beginsAt, is_whole } of histories) {
        found.set(file, { beginsAt, isWhole: is_whole === 1, changes: [] });
      }
      const changes = await this.#draft
        .selectFrom('changes')
        .selectAll()
        .where('file', 'in', some)
        .orderBy('file')
        .orderBy('position')
        .execute();
      for (const { file, changed_at: changedAt, before_blob: before, after_blob: after, diff } of changes) {
        const text: TextChange = JSON.parse(diff);
        found.get(file)?.changes.push({ changedAt, before, after, text });
      }
    }
    return found;
  }

  /** Gives files these histories in place of those they had; those without one get none. */
  async replaceHistories(files: string[], histories: ReadonlyMap<string, StoryHistory>): Promise<void> {
    for (const some of batches(files)) {
      for (const table of ['histories', 'changes'] as const) {
        await this.#draft.deleteFrom(table).where('file', 'in', some).execute();
      }
    }
    const rows = files.flatMap((file) => {
      const history = histories.get(file);
      return history
        ? [{ file, begins_at: history.beginsAt, is_whole: history.isWhole ? (1 as const) : (0 as const) }]
        : [];
    });
    for (const some of batches(rows)) await this.#draft.insertInto('histories').values(some).execute();
    const changes = files.flatMap((file) =>
      (histories.get(file)?.changes ?? []).map(({ changedAt, before, after, text }, position) => ({
        file,
        position,
        changed_at: changedAt,
        is_trivial: text.isTrivial ? (1 as const) : (0 as const),
        before_blob: before,
        after_blob: after,
        diff: JSON.stringify(text),
      })),
    );
    for (const some of batches(changes)) await this.#draft.insertInto('changes').values(some).execute();
  }
}
