import type { Thing, WithContext } from 'schema-dts';

/** As a script may hold it: nothing in a text can end the script, or be read as a line's end. */
export function scriptOf(data: WithContext<Thing>): string {
  const escapes: Record<string, string> = {
    '<': '\\u003c',
    '>': '\\u003e',
    '&': '\\u0026',
    '\u2028': '\\u2028',
    '\u2029': '\\u2029',
  };
  return JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '');
}
