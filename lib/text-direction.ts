/** Scripts that are written from right to left, by their ISO 15924 names: those of today's languages. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/**
 * How a language is written.
 *
 * @param language a BCP 47 tag; the script follows from the language where the tag names none
 */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr';
}

/** The attributes of an element whose text is in a language of its own (WCAG 3.1.2); none where it has none. */
export function languageAttributes(language: string | undefined): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === undefined ? {} : { lang: language, dir: textDirection(language) };
}
