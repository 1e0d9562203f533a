import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { isSlug, maxSlugLength, postNumberOf } from '../urls';

/** Says what is wrong with a text and how to mend it; undefined when nothing is. */
type Rule = (text: string) => string | undefined;

/** The rule for a field, by the name that it has everywhere in the contract. */
export function ruleFor(name: string, type: 'string' | 'date' | 'list'): Rule | undefined {
  if (type === 'date') return checkMoment;
  return rules[name];
}

const rules: Record<string, Rule> = {
  authors: checkSlug,
  category: checkSlug,
  tags: checkSlug,
  navigation: checkSlug,
  redirectFrom: checkOldPath,
  src: checkImagePath,
  icon: checkImagePath,
  url: checkUrl,
  contactEmail: checkEmail,
  takedownEmail: checkEmail,
  domain: checkDomain,
  ownerDomain: checkDomain,
  managerDomain: checkDomain,
  account: checkAdsTxtValue,
  certification: checkAdsTxtValue,
  contact: checkAdsTxtValue,
  locale: checkLocale,
  lang: checkLanguage,
  timeZone: checkTimeZone,
};

/** ISO 8601 with seconds and an explicit offset, so that a story means the same moment to everybody. */
function checkMoment(text: string): string | undefined {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?/;
  if (!form.test(text)) {
    return `“${text}” is not a moment. Write date, time and offset, as in 2025-10-25T09:30:00+09:00.`;
  }
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    return `“${text}” has no offset, so nobody knows which moment it is. Add one, as in ${text.replace(/[^\d:T.-].*$/, '')}+09:00.`;
  }
  // Date refuses offsets of a day and more, which parseISO takes.
  return isValid(parseISO(text)) && !Number.isNaN(Date.parse(text)) && dayExists(text)
    ? undefined
    : `“${text}” is not in the calendar or on the clock. Check its day, hour and minute.`;
}

/** parseISO lets 31 April pass in some forms; the calendar does not. */
function dayExists(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function checkSlug(text: string): string | undefined {
  return isSlug(text)
    ? undefined
    : `“${text}” is not a slug. Use small letters a–z, digits and single hyphens, at most ${maxSlugLength} characters, as in “south-korea”.`;
}

function checkOldPath(text: string): string | undefined {
  return /^\/[^\s?#]{1,500}$/.test(text) || postNumberOf(text) !== undefined
    ? undefined
    : `“${text}” is not a path of this site. Write it from its first slash, without ? and #, as in /2019/old-address; only the short addresses of WordPress have a ?, as in /?p=12.`;
}

function checkImagePath(text: string): string | undefined {
  return /^\/images\/([\w-][\w.-]*\/)*[\w-][\w.-]*\.(avif|jpe?g|png|webp)$/i.test(text)
    ? undefined
    : `“${text}” is not a picture of this paper. Put the file into content/images and write /images/name.webp (or .avif, .jpg, .png).`;
}

function checkUrl(text: string): string | undefined {
  const isWeb = /^(https?:\/\/|mailto:)/.test(text) && URL.canParse(text);
  return isWeb || /^\/(?!\/)/.test(text) ? undefined : `“${text}” is not an address. Write it in full, as in https://www.un.org/.`;
}

function checkEmail(text: string): string | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : `“${text}” is not an e-mail address. Write one, as in desk@example.org.`;
}

function checkDomain(text: string): string | undefined {
  return /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(text)
    ? undefined
    : `“${text}” is not a domain. Write its name alone, as in example.org.`;
}

/** Commas, semicolons and “#” are signs of the format ads.txt. */
function checkAdsTxtValue(text: string): string | undefined {
  return /^[^\s,;#]+$/.test(text)
    ? undefined
    : `“${text}” cannot stand in ads.txt. Leave out spaces, commas, semicolons and “#”.`;
}

function checkLocale(text: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0
      ? undefined
      : `“${text}” is a language that this machine cannot write dates in. Use another, as in en-GB.`;
  } catch (error) {
    if (error instanceof RangeError) return `“${text}” is not a BCP 47 language tag. Write one, as in en-GB or ja.`;
    throw error;
  }
}

/** Any language may be written in, also one that this machine has no dates for. */
function checkLanguage(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0] === text
      ? undefined
      : `“${text}” is written another way in BCP 47: ${Intl.getCanonicalLocales(text)[0]}. Write that.`;
  } catch (error) {
    if (error instanceof RangeError) return `“${text}” is not a BCP 47 language tag. Write one, as in fr or zh-Hant.`;
    throw error;
  }
}

function checkTimeZone(text: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return `“${text}” is not a time zone. Write one of the IANA list, as in Asia/Seoul.`;
    throw error;
  }
}
