import FileSystemCacheModule from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { editionAnswers } from '../edition/edition-reach.mjs';
import { sharedPages } from './shared-pages.mjs';

// A CommonJS module: its default export is one level down.
const FileSystemCache = FileSystemCacheModule.default;

const pageKinds = new Set(['APP_PAGE', 'APP_ROUTE']);

/** How old a page may be that is served because nothing newer can be made; in milliseconds. */
const oldest = 86_400_000;

/**
 * When the edition was read for what this process holds, by the value itself; in milliseconds since 1970. What the build
 * made is not among it: nobody told this process what was revalidated since.
 *
 * @type {WeakMap<object, number>}
 */
const madeAt = new WeakMap();

/**
 * Next's own page cache, kept safe from addresses that somebody makes up: pages rendered on request stay in memory, up
 * to `cacheMaxMemorySize`, and never go to disk; answers of 404 are not kept at all, so they push no story out.
 * (`experimental.isrFlushToDisk` would keep pages off the disk too, and turn the cache of resized pictures off with it.)
 *
 * Several instances share their pages where there is a Redis, and each keeps its own as well. While the edition cannot be
 * read, what is too old is served as it is. See docs/decisions/shared-cache.md.
 */
export default class PageCache extends FileSystemCache {
  /** When Next asked for what it makes anew; there is one of this class for each request. */
  #askedAt = new Map();
  #shared;

  constructor(context) {
    super({ ...context, flushToDisk: false });
    this.#shared = sharedPages(context.serverDistDir);
  }

  async get(key, context) {
    if (!pageKinds.has(context.kind)) return super.get(key, context);
    await this.#hearRevalidations();
    let kept = await super.get(key, context);
    if (isFresh(kept)) return kept;
    if (await this.#takeOver(key, kept)) kept = await super.get(key, context);
    if (isFresh(kept)) return kept;
    const now = Date.now();
    this.#askedAt.set(key, now);
    if (isKnown(kept, now) && !(await editionAnswers())) return { ...kept, lastModified: now };
    return kept;
  }

  /**
   * A page is as old as the moment at which Next asked for it, so that one that was being made during a revalidation does
   * not count as newer than that. Next also sets again what it could not make anew, which does not get younger by it.
   */
  async set(key, data, context) {
    if (data?.status === 404) return;
    const value = withoutSegments(data);
    await super.set(key, value, context);
    if (!pageKinds.has(value?.kind)) return;
    const isNew = !madeAt.has(value);
    const lastModified = madeAt.get(value) ?? this.#askedAt.get(key) ?? Date.now();
    const page = { value, lastModified, cacheControl: context.cacheControl };
    this.#keep(key, page);
    if (isNew) await this.#shared?.write(key, page);
  }

  async revalidateTag(tags, durations) {
    await super.revalidateTag(tags, durations);
    await this.#shared?.announce([tags].flat());
  }

  async #hearRevalidations() {
    for (const { tag, at } of (await this.#shared?.hear()) ?? []) expire(tag, at);
  }

  /** Whether another instance had a newer page, which is this one's as well now. */
  async #takeOver(key, kept) {
    const other = await this.#shared?.read(key);
    if (!other || (kept && kept.lastModified >= other.lastModified)) return false;
    this.#keep(key, other);
    return true;
  }

  #keep(key, page) {
    madeAt.set(page.value, page.lastModified);
    FileSystemCache.memoryCache?.set(key, page);
  }
}

/** Tells Next that whatever has a tag has to be made anew, if it is older than this. */
function expire(tag, at) {
  const known = tagsManifest.get(tag);
  // Next heeds a moment once it has come.
  const expired = Math.min(Math.max(known?.expired ?? 0, at), Date.now());
  tagsManifest.set(tag, { ...known, expired });
}

/** Parts of pages for Next's client runtime, which no reader has: more than half of what a page takes. */
function withoutSegments(data) {
  return data?.segmentData ? { ...data, segmentData: undefined } : data;
}

function isFresh(kept) {
  const revalidate = kept?.cacheControl?.revalidate;
  return revalidate === false || (typeof revalidate === 'number' && Date.now() < kept.lastModified + revalidate * 1000);
}

/** Whether a page is one of which this process would know that it had been revalidated. */
function isKnown(kept, now) {
  return Boolean(kept?.value && madeAt.has(kept.value) && kept.lastModified > now - oldest);
}
