import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchReadiness } from './readiness';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const read = vi.fn<() => Promise<string>>();
const log = vi.fn();

function watch() {
  read.mockReset();
  log.mockReset();
  return watchReadiness(read, log);
}

it('an instance is ready once it has read the edition', async () => {
  const readiness = watch();
  read.mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
  expect(await readiness()).toMatchObject({
    ready: false,
    edition: 'unreachable',
    error: expect.stringMatching(/\.$/),
  });
  read.mockResolvedValueOnce('f96064011140');
  expect(await readiness()).toEqual({ ready: true, edition: 'reachable' });
});

it('it stays so while the edition is away, and says that it is', async () => {
  const readiness = watch();
  read.mockResolvedValueOnce('f96064011140');
  await readiness();
  read.mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
  expect(await readiness()).toEqual({ ready: true, edition: 'unreachable' });
});

it('where nothing was published there is nothing to serve', async () => {
  const readiness = watch();
  read.mockResolvedValueOnce('');
  expect(await readiness()).toMatchObject({ ready: false, edition: 'unreachable' });
});

it('an edition that does not answer is waited for a second, and not asked again meanwhile', async () => {
  const readiness = watch();
  let answer: ((name: string) => void) | undefined;
  read.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  for (let round = 0; round < 2; round += 1) {
    const state = readiness();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await state).toMatchObject({ ready: false, edition: 'unreachable' });
  }
  expect(read).toHaveBeenCalledTimes(1);
  answer?.('f96064011140');
  expect(await readiness()).toEqual({ ready: true, edition: 'reachable' });
});

it('the log tells each time that the edition goes away, once', async () => {
  const readiness = watch();
  for (const answer of [undefined, undefined, 'f96064011140', undefined]) {
    if (answer) read.mockResolvedValueOnce(answer);
    else read.mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    await readiness();
  }
  expect(log.mock.calls).toEqual([
    ['The edition cannot be read: connect ECONNREFUSED'],
    ['The edition cannot be read: connect ECONNREFUSED'],
  ]);
});
