import {
  HandleEmptyInListsPlugin,
  Kysely,
  type Logger,
  PostgresDialect,
  type PostgresPool,
  replaceWithNoncontingentExpression,
} from 'kysely';
import type { CustomTypesConfig, Pool, PoolConfig } from 'pg';
import { noteEditionAway } from './edition-reach.mjs';
import { spokenAddress } from './engine-address.mjs';
import type { EditionTables } from './schema';

/**
 * Connections of a process, at most. A page asks a few questions at once; a serverless host runs many processes, and
 * Postgres takes a hundred connections by default.
 */
const connections = 4;

/** How long a connection is kept that nobody uses, in milliseconds. */
const idleTime = 10_000;

/** How long who publishes waits, in milliseconds. */
export const writerLimits = { connectionTimeoutMillis: 5_000 };

/** Readers are better off with a word than with waiting; a front waits 5 s for both (docs/nginx). In milliseconds. */
export const readerLimits = { connectionTimeoutMillis: 2_000, query_timeout: 2_500 };

/**
 * The edition in a Postgres database. Nobody connects before the first query, and whether the database could be reached is
 * noted for the whole process.
 *
 * @param log is told of every query
 */
export function connectTo(address: string, limits: PoolConfig, log?: Logger): Kysely<EditionTables> {
  return new Kysely<EditionTables>({
    dialect: new PostgresDialect({ pool: async () => noting(await openPool(address, limits), address) }),
    // Nothing is in an empty list; Postgres has no words for that.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
    log: (event) => {
      if (event.level === 'error' && isOfConnection(event.error)) noteEditionAway(true);
      return log?.(event);
    },
  });
}

/** What is said where no connection can be had. */
export function unreachable(address: string, error: unknown): Error {
  // Of a host with several addresses each attempt is an error of its own.
  const cause = error instanceof AggregateError ? error.errors.map(String).join(', ') : String(error);
  return new Error(
    `Postgres does not answer at ${spokenAddress(address)} (${cause}). Start it, or name another one in EDITION_URL.`,
    { cause: error },
  );
}

/** Loads the driver with the first query: who has a file instead does without its 14 MB and a tenth of a second. */
async function openPool(address: string, limits: PoolConfig): Promise<Pool> {
  const { Pool, types } = await import('pg');
  /** What Postgres sends as text since it may be larger than JavaScript's numbers: ours are not. */
  const numbers: number[] = [types.builtins.INT8, types.builtins.NUMERIC];
  const parserOf = (id: number, format?: 'text' | 'binary'): unknown =>
    format === 'binary' ? types.getTypeParser(id, 'binary') : types.getTypeParser(id, 'text');
  const readNumbers: CustomTypesConfig = {
    getTypeParser: (id, format) => (numbers.includes(id) ? Number : parserOf(id, format)),
  };
  const pool = new Pool({
    connectionString: address,
    max: connections,
    idleTimeoutMillis: idleTime,
    allowExitOnIdle: true,
    // Who is behind a network that forgets connections learns that one is gone.
    keepAlive: true,
    types: readNumbers,
    ...limits,
  });
  // A connection that is lost while nobody uses it; the next query opens another one.
  pool.on('error', (error) => console.error(`A connection to Postgres was lost: ${error.message}`));
  return pool;
}

/** The pool itself, with every connection noted that it can give or cannot. */
function noting(pool: Pool, address: string): PostgresPool {
  return {
    connect: async () => {
      try {
        const client = await pool.connect();
        noteEditionAway(false);
        return client;
      } catch (error) {
        noteEditionAway(true);
        throw unreachable(address, error);
      }
    },
    end: () => pool.end(),
  };
}

/** Whether a query failed since the database is away, or is going: its own errors of class 57P say that. */
function isOfConnection(error: unknown): boolean {
  const { severity, code }: { severity?: unknown; code?: unknown } = Object(error);
  return severity === undefined || String(code).startsWith('57P');
}
