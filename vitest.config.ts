import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { findPostgres } from './lib/edition/find-postgres.mjs';

/** What must hold wherever the edition is: these run once with SQLite, and once with Postgres where there is one. */
const contract = [
  'lib/{articles,picture-file,visibility,withdrawals,translations}.test.ts',
  'lib/{feeds,search,sitemaps}/*.test.ts',
  'lib/edition/{publish-edition,rollback-edition}.test.ts',
  'lib/check/warnings.test.ts',
  'lib/history/write-histories.test.ts',
];

/** What only Postgres can be asked. */
const postgresAlone = ['lib/query-plans-postgres.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    // Many start commands or Contentlayer, beside each other on few cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...postgresAlone],
        },
      },
      ...(findPostgres()
        ? [
            {
              extends: true as const,
              test: {
                name: 'postgres',
                include: [...contract, ...postgresAlone],
                globalSetup: './lib/edition/postgres-server.fixture.ts',
              },
            },
          ]
        : []),
    ],
  },
});
