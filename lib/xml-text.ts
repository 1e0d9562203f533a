/** What XML 1.0 allows in no form: control characters other than tab and line ends. */
export const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** A text without such characters: a story may name one by its number, and a feed that held it would be read by nobody. */
export function xmlText(text: string): string {
  return text.replaceAll(new RegExp(notInXml, 'g'), '');
}
