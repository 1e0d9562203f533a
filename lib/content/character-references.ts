import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/**
 * Reads character references in a headline or a standfirst as Markdown does in a body: `&mdash;` is a dash. What is no
 * reference of HTML stays as it is.
 */
export function decodeCharacterReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\da-z]{1,31}));/gi, (whole, decimal, hex, name) => {
    if (name) return decodeNamedCharacterReference(String(name)) || whole;
    const code = decimal ? Number.parseInt(String(decimal), 10) : Number.parseInt(String(hex), 16);
    return isText(code) ? String.fromCodePoint(code) : whole;
  });
}

/** Not a control character, half a pair, or beyond Unicode. */
function isText(code: number): boolean {
  return code >= 32 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code <= 0xdfff);
}
