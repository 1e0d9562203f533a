import { expect, it } from 'vitest';
import { textDirection } from './text-direction';

it('follows the script that a language is written in', () => {
  expect(['ar', 'he', 'fa-IR', 'ur', 'ks-Arab'].map(textDirection)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en-GB', 'ja', 'ks-Deva', 'az', 'zh-Hant'].map(textDirection)).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'ltr']);
});
