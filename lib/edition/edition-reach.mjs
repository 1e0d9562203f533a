import { isPostgresAddress } from './engine-address.mjs';

/** How long a page that could be served as it is waits for the database, in milliseconds. */
const patience = 1000;

/** After it was away, it is asked again so much later, in milliseconds. */
const pause = 1000;

/** What is known is known to the whole process: Next loads its page cache, its pages and instrumentation.ts apart. */
const known = (globalThis[Symbol.for('slugline.edition-reach')] ??= { isAway: false, notedAt: 0 });

let pool;
let asking;

/** Whether the database of the edition was away when it was last asked; a file never is. */
export function isEditionAway() {
  return known.isAway;
}

/** @param {boolean} isAway */
export function noteEditionAway(isAway) {
  known.isAway = isAway;
  known.notedAt = Date.now();
}

/** Whether the database that holds the edition answers now. A file always does. */
export async function editionAnswers() {
  const address = process.env.EDITION_URL ?? '';
  if (!isPostgresAddress(address)) return true;
  if (known.isAway && Date.now() < known.notedAt + pause) return false;
  asking ??= ask(address).finally(() => (asking = undefined));
  return asking;
}

async function ask(address) {
  try {
    pool ??= await open(address);
    await pool.query('select 1');
    noteEditionAway(false);
    return true;
  } catch (error) {
    if (!known.isAway) console.error(`The edition's database does not answer: ${error.message}`);
    noteEditionAway(true);
    return false;
  }
}

async function open(address) {
  const { default: pg } = await import('pg');
  const one = new pg.Pool({
    connectionString: address,
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  // Lost while nobody used it: the next question tells.
  one.on('error', () => undefined);
  return one;
}
