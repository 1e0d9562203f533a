import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { inject } from 'vitest';
import { isPostgresAddress } from './engine-address.mjs';

/**
 * Where an edition of a test's own is to be: a file in a folder, or in the tests that vitest.config.ts runs on
 * Postgres too, a schema there.
 */
export async function ownAddress(folder: string): Promise<string> {
  const server = inject('postgres');
  if (!server) return path.join(folder, `edition-${randomUUID()}.db`);
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create schema ${schema}`);
  await client.end();
  const address = new URL(server);
  address.searchParams.set('options', `-c search_path=${schema}`);
  return address.href.replaceAll('+', '%20');
}

/** An address as EDITION_URL names it. */
export function editionUrl(address: string): string {
  return isPostgresAddress(address) ? address : pathToFileURL(address).href;
}
