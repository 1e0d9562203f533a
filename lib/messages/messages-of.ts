import { arabic } from './ar';
import { english, type Messages } from './en';
import { japanese } from './ja';

const languages: Record<string, (locale: string) => Messages> = { ar: arabic, en: english, ja: japanese };

/** Whether the interface speaks the language of a locale. */
export function isTranslated(locale: string): boolean {
  return new Intl.Locale(locale).language in languages;
}

const known = new Map<string, Messages>();

/**
 * The words of the interface in the language of a locale; in English where they are not translated.
 *
 * @param locale a BCP 47 tag
 */
export function messagesOf(locale: string): Messages {
  const messages = known.get(locale) ?? (languages[new Intl.Locale(locale).language] ?? english)(locale);
  known.set(locale, messages);
  return messages;
}
