import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    // Many start commands or Contentlayer, beside each other on few cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
  },
});
