import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { editionUrl, ownAddress } from './edition/edition-address.fixture';
import { writeEdition } from './edition/edition.fixture';
import { redirectFrom } from './redirects';
import { getWithdrawal, listWithdrawals } from './withdrawals';

const now = new Date('2025-11-01T00:00:00Z');
const withdrawn = { status: 'withdrawn', withdrawnReason: 'It was wrong.' } as const;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
  const file = await ownAddress(folder);
  vi.stubEnv('EDITION_URL', editionUrl(file));
  await writeEdition(file, [
    { slug: 'undated', ...withdrawn },
    { slug: 'dated', ...withdrawn, withdrawnAt: '2025-10-27T10:00:00+09:00', redirectFrom: ['/old/dated'] },
    { slug: 'updated', ...withdrawn, updatedAt: '2025-10-28T10:00:00+09:00' },
    { slug: 'never-public', ...withdrawn, publishedAt: '2025-12-01T09:30:00+09:00' },
    { slug: 'a-draft', status: 'draft' },
    { slug: 'standing' },
  ]);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('withdrawals', () => {
  it('are listed with the latest first, and those without a date last', async () => {
    const { items, total } = await listWithdrawals(1, now);
    expect(items.map(({ path: address }) => path.basename(address))).toEqual(['updated', 'dated', 'undated']);
    expect(total).toBe(3);
  });

  it('say when and why, and nothing of the story', async () => {
    expect(await getWithdrawal('/2025/10/25/dated', now)).toEqual({
      path: '/2025/10/25/dated',
      publishedAt: new Date('2025-10-25T00:30:00Z'),
      withdrawnAt: new Date('2025-10-27T01:00:00Z'),
      reason: 'It was wrong.',
      category: { slug: 'world', name: 'World' },
    });
  });

  it('are none of a story that stands, waits or was never public', async () => {
    for (const address of ['/2025/10/25/standing', '/2025/10/25/a-draft', '/2025/12/01/never-public']) {
      expect(await getWithdrawal(address, now), address).toBeUndefined();
    }
  });

  it('are told at the address that an old one leads to', async () => {
    expect(await redirectFrom('/old/dated', now)).toBe('/2025/10/25/dated');
  });
});
