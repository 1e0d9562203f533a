import FileSystemCacheModule from 'next/dist/server/lib/incremental-cache/file-system-cache.js';

// A CommonJS module: its default export is one level down.
const FileSystemCache = FileSystemCacheModule.default;

/**
 * Next's own page cache, but that pages rendered on request stay in memory, up to `cacheMaxMemorySize`, and never go to
 * disk: addresses that somebody makes up cannot fill it. (`experimental.isrFlushToDisk` would do the same, and turn the
 * cache of resized pictures off with it.)
 */
export default class PageCache extends FileSystemCache {
  constructor(context) {
    super({ ...context, flushToDisk: false });
  }
}
