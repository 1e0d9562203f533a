import { edition } from './edition/open-edition';
import { offsetOf, paged, pageSize, type Paged } from './pagination';

/** A story that was taken back. Nothing of its text is here: what it said may be the reason. */
export type Withdrawal = {
  path: string;
  publishedAt: Date;
  /** Unknown where the editors gave no date. */
  withdrawnAt: Date | undefined;
  reason: string;
  category: { slug: string; name: string };
};

/** The withdrawn story at an address. */
export async function getWithdrawal(path: string, now: Date): Promise<Withdrawal | undefined> {
  const row = await withdrawals(now).where('path', '=', path).executeTakeFirst();
  return row && toWithdrawal(row);
}

/** Every story that was taken back, the latest first; those without a date last. */
export async function listWithdrawals(page: number, now: Date): Promise<Paged<Withdrawal>> {
  const { total } = await edition()
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('status', '=', 'withdrawn')
    .where('published_at', '<=', now.getTime())
    .executeTakeFirstOrThrow();
  const rows = await withdrawals(now)
    // Databases differ in where they put those without a date.
    .orderBy('withdrawn_at', (order) => order.desc().nullsLast())
    .orderBy('articles.id')
    .limit(pageSize)
    .offset(offsetOf(page))
    .execute();
  return paged(rows.map(toWithdrawal), page, total);
}

/** A story that was withdrawn before its moment was never public, and is not here. */
function withdrawals(now: Date) {
  return edition()
    .selectFrom('articles')
    .leftJoin('categories', 'categories.slug', 'articles.category')
    .select([
      'path',
      'published_at',
      'withdrawn_at',
      'withdrawn_reason',
      'category',
      'categories.name as category_name',
    ])
    .where('status', '=', 'withdrawn')
    .where('published_at', '<=', now.getTime());
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof withdrawals>['executeTakeFirst']>>>;

function toWithdrawal(row: Row): Withdrawal {
  return {
    path: row.path,
    publishedAt: new Date(row.published_at),
    withdrawnAt: row.withdrawn_at === null ? undefined : new Date(row.withdrawn_at),
    reason: row.withdrawn_reason ?? '',
    category: { slug: row.category, name: row.category_name ?? row.category },
  };
}
