import { fileURLToPath } from 'node:url';
import { isPostgresAddress } from './lib/edition/engine-address.mjs';
import { securityHeaders } from './lib/security-headers.mjs';

/**
 * No client runtime: pages leave Next's renderer without its scripts, so that readers get HTML, CSS and the few hundred
 * bytes of script in components/site/page-scripts.tsx. When an upgrade of Next moves the module that this rule names,
 * pages get heavier and e2e/budgets.spec.ts fails. See docs/decisions/no-client-runtime.md.
 */
const documentsOnly = {
  rules: {
    '*.js': {
      condition: {
        all: [
          'foreign',
          'production',
          { path: /next\/dist\/(esm\/)?server\/route-modules\/app-page\/module\.compiled/ },
        ],
      },
      loaders: ['./lib/no-client-runtime/page-module-loader.cjs'],
      as: '*.js',
    },
  },
};

/**
 * A serverless host keeps pages itself: Vercel in its network, OpenNext in S3. With a cache of ours, `revalidatePath` would
 * never reach theirs. Vercel's build sets the first of these, open-next.config.ts the second.
 */
const hostKeepsPages = Boolean(process.env.VERCEL || process.env.SERVERLESS_HOST);

/** An edition in Postgres stays where it is, and the pictures with it, also if an older one lies in the folder. */
const isInPostgres = isPostgresAddress(process.env.EDITION_URL ?? '');

/** @param {string} phase @returns {import('next').NextConfig} */
export default function config(phase) {
  const isProduction = phase !== 'phase-development-server';
  return {
    // `npm run standalone` makes a folder that runs by itself; other builds do without the copy.
    output: process.env.BUILD_STANDALONE ? 'standalone' : undefined,
    poweredByHeader: false,
    reactStrictMode: true,
    serverExternalPackages: ['libsql', 'sharp'],
    turbopack: isProduction ? documentsOnly : {},
    // Nobody sees anything more than a minute behind the edition: a page older than 25 s is made anew before it is sent
    // (from 15 s on it is made anew in the background), what frames it is up to 5 s older (lib/frame.ts), and a cache in
    // front may keep an answer for another 25 s, as Cache-Control tells it.
    expireTime: 25,
    // Pages rendered on request are kept in memory, up to this many bytes, and never on disk: made-up addresses
    // cannot fill it.
    cacheMaxMemorySize: 30_000_000,
    cacheHandler: hostKeepsPages
      ? undefined
      : fileURLToPath(new URL('./lib/page-cache/page-cache.mjs', import.meta.url)),
    // React would also name the fonts in a header of pages that are made on request, where a phone could not tell that they
    // are for wide screens (lib/no-client-runtime/preload-fonts-on-wide-screens.cjs).
    reactMaxHeadersLength: 0,
    images: {
      // AVIF would save a quarter of the bytes, and take five times as long to make for a picture's first reader.
      formats: ['image/webp'],
      maximumDiskCacheSize: 500_000_000,
      localPatterns: [{ pathname: '/images/**', search: '' }],
      deviceSizes: [400, 672, 750, 828, 1080, 1280, 1600],
      imageSizes: [96, 160, 256],
      qualities: [70],
      minimumCacheTTL: 31_536_000,
    },
    // Development evaluates code and inlines styles, so the headers of the paper's pages are for production.
    headers: async () => [
      ...(isProduction ? [{ source: '/:path*', headers: securityHeaders }] : []),
      // Browsers keep an answer of 308 or 410 for ever unless it says otherwise, and a story may come back. The rest is what
      // Next would say by itself: `revalidate` of app/layout.tsx, and what is left of `expireTime`.
      {
        source: '/:year(\\d{4})/:month(\\d{2})/:day(\\d{2})/:slug([a-z0-9-]+)',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=0, s-maxage=15, stale-while-revalidate=10' }],
      },
      // A preview is for whoever holds its link, and for no machine.
      { source: '/preview/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' }] },
    ],
    rewrites: async () => ({
      // The short addresses of WordPress, which a paper that moved from there keeps.
      beforeFiles: ['p', 'page_id'].map((key) => ({
        source: '/',
        has: [{ type: 'query', key, value: '(?<number>[1-9]\\d{0,9})' }],
        destination: '/post-number/:number',
      })),
      afterFiles: [
        {
          source: '/:year(\\d{4})/:month(\\d{2})/:day(\\d{2})/:slug([a-z0-9-]+)\\.md',
          destination: '/markdown/:year/:month/:day/:slug',
        },
      ],
    }),
    // Only what a function answers with travels in it; on Vercel each route is a function.
    outputFileTracingIncludes: {
      '/**': isInPostgres ? [] : ['.slugline/edition.db'],
      '/{icons,social}/**': ['.slugline/fonts/cards/{fonts.conf,unpacked/**}'],
      '/{images,crops,icons,social}/**': isInPostgres ? [] : ['content/images/**'],
    },
    // Serverless hosts run glibc.
    outputFileTracingExcludes: { '/**': ['node_modules/@libsql/*-musl/**'] },
  };
}
