import { expect, it } from 'vitest';
import { explainDiskError } from './publish-command';

it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC'])('says what to do when the disk is full: %s', (code) => {
  const error = explainDiskError(Object.assign(new Error('disk I/O error'), { code }), '/srv/edition.db');
  expect(String(error)).toContain('The disk took no more while /srv/edition.db was written');
  expect(String(error)).toContain('make room, and publish again');
});

it('leaves other errors as they are', () => {
  const error = new Error('There is no folder.');
  expect(explainDiskError(error, '/srv/edition.db')).toBe(error);
});
