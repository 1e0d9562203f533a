import { messagesOf } from '@/lib/messages/messages-of';
import { languageAttributes } from '@/lib/text-direction';
import type { Translation } from '@/lib/translations';

type Props = { translations: Translation[]; locale: string };

/** The same story in other languages, each named as those name it who read it. */
export function TranslationLinks({ translations, locale }: Props) {
  if (translations.length === 0) return null;
  return (
    <nav aria-label={messagesOf(locale).story.translations} className="label mt-4">
      <ul className="flex flex-wrap gap-x-5">
        {translations.map(({ lang, url }) => (
          <li key={lang}>
            <a href={url} hrefLang={lang} {...languageAttributes(lang)} className="link inline-block py-1.5">
              {nameOf(lang)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
