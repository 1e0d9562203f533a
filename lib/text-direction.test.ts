import { expect, it } from 'vitest';
import { languageAttributes, textDirection } from './text-direction';

it('follows the script that a language is written in', () => {
  expect(['ar', 'he', 'fa-IR', 'ur', 'ks-Arab'].map(textDirection)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en-GB', 'ja', 'ks-Deva', 'az', 'zh-Hant'].map(textDirection)).toEqual(['ltr', 'ltr', 'ltr', 'ltr', 'ltr']);
});

it('marks a text that is in a language of its own, and no other', () => {
  expect(languageAttributes('he')).toEqual({ lang: 'he', dir: 'rtl' });
  expect(languageAttributes(undefined)).toEqual({});
});
