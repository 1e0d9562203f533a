import { describe, expect, it } from 'vitest';
import { fill } from './fill';
import { messagesOf } from './messages-of';

/** Of every plural form that a language has, some number. */
const numbers = [0, 1, 2, 3, 7, 11, 40, 100, 1234];

/** Every message by its place, as texts: one for each of the numbers where it counts. */
function textsOf(messages: object, place = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const entries: [string, unknown][] = Object.entries(messages);
  for (const [key, value] of entries) {
    const name = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'string') found.set(name, [value]);
    else if (typeof value === 'function')
      found.set(
        name,
        numbers.map((number) => String(Reflect.apply(value, undefined, [number]))),
      );
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, texts] of textsOf(value, name)) found.set(inner, texts);
    }
  }
  return found;
}

const english = textsOf(messagesOf('en-GB'));

/** Where a message has no use for what another language puts there. */
const placesOf = (texts: string[]) => (texts[0]?.match(/\{\w+\}/g) ?? []).sort();

describe.each([
  ['Arabic', 'ar', /\p{Script=Arabic}/u],
  ['Japanese', 'ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
])('%s', (_, locale, script) => {
  const texts = textsOf(messagesOf(locale));

  it('says all that English says, with a place for the same things', () => {
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [name, ours] of texts) expect([name, placesOf(ours)]).toEqual([name, placesOf(english.get(name) ?? [])]);
  });

  it('says it in its own script, and leaves no message in English', () => {
    for (const [name, ours] of texts) {
      for (const text of ours) {
        const ownWords = text.replaceAll(/\{\w+\}/g, '');
        if (/\p{L}/u.test(ownWords)) expect([name, ownWords]).toEqual([name, expect.stringMatching(script)]);
        expect([name, ownWords]).toEqual([name, expect.not.stringMatching(/[a-z]{2}/i)]);
      }
    }
  });
});

it('counts as each language does, with its digits', () => {
  const { stories } = messagesOf('en-GB');
  expect([1, 2, 1234].map(stories)).toEqual(['1 story', '2 stories', '1,234 stories']);
  const arabic = messagesOf('ar-u-nu-latn').stories;
  expect(new Set([0, 1, 2, 3, 11, 100].map((count) => arabic(count).replace(/\d+/, '#'))).size).toBe(6);
  expect(messagesOf('ar-EG').stories(12)).toContain('١٢');
});

it('speaks English where a language is not translated, with the numbers of the locale', () => {
  expect(messagesOf('de-DE').stories(1234)).toBe('1.234 stories');
});

it('fills the places of a message, and shows one that nothing is given for', () => {
  expect(fill('Page {page} of {pages}', { page: 2, pages: 7 })).toBe('Page 2 of 7');
  expect(fill('Page {page} of {pages}', { page: 2 })).toBe('Page 2 of {pages}');
});
