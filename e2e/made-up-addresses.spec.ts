import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer } from './server';

const count = 10_000;
const atOnce = 16;

/** In bytes. */
const mostMemory = 512_000_000;

test('10,000 made-up addresses leave memory and disk as they are', async () => {
  test.skip(process.platform !== 'linux', 'How much memory a process holds is read from /proc, which only Linux has.');
  test.setTimeout(600_000);
  const server = await startServer();
  try {
    const filesBefore = filesOfBuild();
    const statuses = new Map<number, number>();
    let memory = 0;
    let next = 0;
    const reader = async () => {
      while (next < count) {
        const index = next++;
        const response = await fetch(server.address + madeUpAddress(index), { redirect: 'manual' });
        await response.arrayBuffer();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (index % 100 === 0) memory = Math.max(memory, memoryOf(server.pid));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
    expect([...statuses]).toEqual([[404, count]]);
    expect(memory, 'bytes of memory').toBeLessThan(mostMemory);
    expect(filesOfBuild()).toEqual(filesBefore);
  } finally {
    await server.stop();
  }
});

/** Ten forms of addresses in turn, of the right shape and of wrong ones, each address once. */
function madeUpAddress(index: number): string {
  const forms = [
    `/2025/10/25/made-up-${index}`,
    `/category/made-up-${index}`,
    `/author/made-up-${index}`,
    `/tag/made-up-${index}`,
    `/about/made-up-${index}`,
    `/page/${index + 1000}`,
    `/wp-content/plugins/${index}/readme.txt`,
    `/2025/13/45/Made-Up_${index}`,
    `/category/MADE%20UP-${index}`,
    `/made-up-${index}.php`,
  ];
  return forms[index % forms.length] ?? '/';
}

/** What a process holds in memory, in bytes. */
function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** The size of every file below .next, but of pictures made for other tests. */
function filesOfBuild(): Record<string, number> {
  const files = readdirSync('.next', { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith(path.join('cache', 'images')))
    .map((file) => [file, statSync(path.join('.next', file))] as const)
    .filter(([, stats]) => stats.isFile());
  return Object.fromEntries(files.map(([file, { size }]) => [file, size]));
}
