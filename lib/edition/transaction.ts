import type { Edition } from './open-edition';

/** Runs work in a transaction and keeps what it did only when it says so. */
export async function inTransaction(edition: Edition, work: (draft: Edition) => Promise<boolean>): Promise<void> {
  const transaction = await edition.startTransaction().execute();
  try {
    if (await work(transaction)) await transaction.commit().execute();
    else await transaction.rollback().execute();
  } catch (error) {
    if (!transaction.isCommitted) await transaction.rollback().execute();
    throw error;
  }
}
