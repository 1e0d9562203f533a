import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serverMemory } from './server-memory.mjs';

it('is what npm start gives the server, too', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.start).toContain(` ${serverMemory} `);
});
