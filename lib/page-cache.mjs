import FileSystemCacheModule from 'next/dist/server/lib/incremental-cache/file-system-cache.js';

// A CommonJS module: its default export is one level down.
const FileSystemCache = FileSystemCacheModule.default;

/**
 * Next's own page cache, kept safe from addresses that somebody makes up: pages rendered on request stay in memory, up
 * to `cacheMaxMemorySize`, and never go to disk; answers of 404 are not kept at all, so they push no story out.
 * (`experimental.isrFlushToDisk` would keep pages off the disk too, and turn the cache of resized pictures off with it.)
 */
export default class PageCache extends FileSystemCache {
  constructor(context) {
    super({ ...context, flushToDisk: false });
  }

  async set(key, data, context) {
    if (data?.status !== 404) await super.set(key, data, context);
  }
}
