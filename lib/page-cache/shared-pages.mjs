import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { cacheState, noteSharedCache } from './cache-state.mjs';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Quick, and a tenth of a page is left. */
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** How long Redis keeps a page, and what was revalidated; in seconds. */
const keptFor = 86_400;

/**
 * How long a request waits for Redis, also while the instance has only begun, and how long no request asks it after one
 * waited in vain; in milliseconds.
 */
const patience = 300;
const patienceAtStart = 3000;
const pause = 1000;

/** What was revalidated, in the order in which Redis was told: of all builds, since they may run beside each other. */
const revalidations = 'slugline:revalidated';

let shared;

/**
 * The pages that all instances of one build have together, in the Redis of `REDIS_URL`; undefined where there is none, and
 * while pages are built.
 *
 * @param {string} serverDistDir of Next, within the folder of the build
 */
export function sharedPages(serverDistDir) {
  const address = process.env.REDIS_URL;
  if (!address || process.env.NODE_ENV !== 'production' || process.env.NEXT_PHASE === 'phase-production-build')
    return undefined;
  shared ??= new SharedPages(address, readFileSync(path.join(serverDistDir, '..', 'BUILD_ID'), 'utf8').trim());
  return shared;
}

/** None of what it does fails: without Redis there is nothing to read, and what is to be told is told later. */
class SharedPages {
  #build;
  #begun = Date.now();
  #clients;
  /** The last revalidation that was heard of, as Redis names it. */
  #heard;
  /** By how much the clock of Redis, which all instances go by, is ahead of this one; in milliseconds. */
  #ahead = 0;
  /** Tags whose revalidation Redis could not be told of. */
  #untold = new Set();
  /** No request asks Redis before; in milliseconds since 1970. */
  #askAgainAt = 0;

  constructor(address, build) {
    this.#build = build;
    this.#clients = connect(address);
  }

  /**
   * What was revalidated since the last time, by any instance.
   *
   * @returns {Promise<{ tag: string, at: number }[]>} `at` by this instance's clock, in milliseconds since 1970
   */
  async hear() {
    const answer = await this.#ask(async ({ texts }) => {
      await this.#tellUntold(texts);
      const asked = Date.now();
      const since = this.#heard ? `(${this.#heard}` : String(asked - keptFor * 1000);
      const [news, time] = await Promise.all([texts.xRange(revalidations, since, '+'), texts.time()]);
      return { news, ahead: inMilliseconds(time) - (asked + Date.now()) / 2 };
    });
    if (!answer) return [];
    // Not before: what came too late was heard by nobody.
    this.#ahead = answer.ahead;
    this.#heard = answer.news.at(-1)?.id ?? this.#heard;
    return answer.news.flatMap(({ id, message }) => {
      const at = Number.parseInt(id, 10) - this.#ahead;
      return JSON.parse(message.tags).map((tag) => ({ tag, at }));
    });
  }

  /**
   * The page that some instance made, if it is still kept.
   *
   * @returns {Promise<{ value: object, lastModified: number, cacheControl?: object } | undefined>} `lastModified` by this
   *   instance's clock, in milliseconds since 1970
   */
  async read(key) {
    return this.#ask(async ({ bytes }) => {
      const kept = await bytes.get(this.#nameOf(key));
      if (kept === null) return undefined;
      const page = deserialize(await decompress(kept));
      return { ...page, lastModified: page.lastModified - this.#ahead };
    });
  }

  /** Keeps a page for the other instances. */
  async write(key, page) {
    const kept = await compress(serialize({ ...page, lastModified: page.lastModified + this.#ahead }), compression);
    await this.#ask(({ texts }) => texts.set(this.#nameOf(key), kept, { expiration: { type: 'EX', value: keptFor } }));
  }

  /** Tells all instances what was revalidated. */
  async announce(tags) {
    for (const tag of tags) this.#untold.add(tag);
    await this.#ask(({ texts }) => this.#tellUntold(texts));
  }

  /** Later than it was, which makes some pages anew that need not be. */
  async #tellUntold(texts) {
    if (this.#untold.size === 0) return;
    const tags = [...this.#untold];
    const threshold = Date.now() + this.#ahead - keptFor * 1000;
    const trim = { strategy: 'MINID', strategyModifier: '~', threshold: Math.round(threshold) };
    await Promise.all([
      texts.xAdd(revalidations, '*', { tags: JSON.stringify(tags) }, { TRIM: trim }),
      texts.expire(revalidations, keptFor),
    ]);
    for (const tag of tags) this.#untold.delete(tag);
  }

  #nameOf(key) {
    return `slugline:${this.#build}:${key}`;
  }

  /** What Redis answers; undefined where it does not, or not in time. */
  async #ask(question) {
    if (Date.now() < this.#askAgainAt) return undefined;
    try {
      const untilBegun = this.#begun + patienceAtStart - Date.now();
      const answer = await inTime(this.#clients.then(question), Math.max(patience, untilBegun));
      this.#note(false);
      return answer;
    } catch (error) {
      this.#askAgainAt = Date.now() + pause;
      this.#note(true, error);
      return undefined;
    }
  }

  #note(isAway, error) {
    if (isAway === (cacheState() === 'unreachable')) return;
    noteSharedCache(isAway);
    if (isAway)
      console.error(
        `Redis does not answer: ${error.message} Until it does, this instance serves what it keeps itself, and does not hear of what others revalidate.`,
      );
    else console.log('Redis answers again: pages are shared.');
  }
}

/** Resolves as soon as Redis is there, and finds it again whenever it was lost. Only a wrong address fails. */
async function connect(address) {
  const { createClient, RESP_TYPES } = await import('@redis/client');
  const texts = createClient({
    url: address,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2000, reconnectStrategy },
  });
  // Whoever asks meanwhile gets an error as well, and that is told.
  texts.on('error', () => undefined);
  await texts.connect();
  await warnOfNoLimit(texts);
  return { texts, bytes: texts.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer }) };
}

/** In milliseconds. */
function reconnectStrategy(retries) {
  return Math.min(50 * 2 ** retries, 1000);
}

async function warnOfNoLimit(client) {
  try {
    const memory = await client.info('memory');
    if (/^maxmemory:0\r?$/m.test(memory))
      console.warn('Redis has no limit of memory. Set its maxmemory, and its maxmemory-policy to allkeys-lru.');
  } catch (error) {
    console.warn(`Redis does not say whether its memory has a limit: ${error.message}`);
  }
}

/** @param {number} limit in milliseconds */
function inTime(answer, limit) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${limit} ms.`)), limit);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** @param {[string, string]} time seconds and microseconds */
function inMilliseconds([seconds, microseconds]) {
  return Number(seconds) * 1000 + Number(microseconds) / 1000;
}
