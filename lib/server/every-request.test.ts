import { expect, test } from 'vitest';
import { wholeAddress } from './every-request';

test('an address that can be read stays as it is', () => {
  expect(wholeAddress('/category/caf%C3%A9?q=100%')).toBe('/category/caf%C3%A9?q=100%');
});

test('a percent sign that stands for no character is one of the address', () => {
  expect(wholeAddress('/%E0%A4%A?q=%C3%A9')).toBe('/%25E0%25A4%25A?q=%C3%A9');
  expect(wholeAddress('/50%')).toBe('/50%25');
});
