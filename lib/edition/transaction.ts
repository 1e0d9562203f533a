import type { ControlledTransaction } from 'kysely';
import type { Edition } from './open-edition';
import type { EditionTables } from './schema';

/** Runs work in a transaction and keeps what it did only when it says so. */
export async function inTransaction(edition: Edition, work: (draft: Edition) => Promise<boolean>): Promise<void> {
  const transaction = await edition.startTransaction().execute();
  try {
    if (await work(transaction)) await transaction.commit().execute();
    else await transaction.rollback().execute();
  } catch (error) {
    if (!transaction.isCommitted) await rollBack(transaction);
    throw error;
  }
}

async function rollBack(transaction: ControlledTransaction<EditionTables>): Promise<void> {
  try {
    await transaction.rollback().execute();
  } catch (error) {
    // When the disk is full, SQLite has done so itself.
    if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
  }
}
