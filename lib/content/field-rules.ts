import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { isSlug, maxSlugLength, postNumberOf, postNumberPattern, slugPattern } from '../urls';

/** Says what is wrong with a text and how to mend it; undefined when nothing is. */
type Rule = (text: string) => string | undefined;

/** What a text looks like, in the words of JSON Schema. */
export type TextForm = { pattern: string; maxLength?: number };

/** The rule for a field, by the name that it has everywhere in the contract. */
export function ruleFor(name: string, type: 'string' | 'date' | 'list'): Rule | undefined {
  if (type === 'date') return checkMoment;
  return rules[name]?.check;
}

/** The rule for a field as far as a pattern can say it: no text that the rule takes is of another form. */
export function formFor(name: string, type: 'string' | 'date' | 'list'): TextForm | undefined {
  if (type === 'date') return { pattern: dateAndTime.source + offset.source };
  return rules[name]?.form;
}

const dateAndTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?/;
const offset = /(Z|[+-]\d{2}:\d{2})$/;
const oldPath = /^\/[^\s?#]{1,500}$/;
const pictureTypes = ['avif', 'jpg', 'jpeg', 'png', 'webp'].map(inAnyCase).join('|');
const imagePath = new RegExp(`^/images/([\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.(${pictureTypes})$`);
const url = /^(https?:\/\/|mailto:|\/(?!\/))/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const domain = /^([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/;
const adsTxtValue = /^[^\s,;#]+$/;

const slugRule = { check: checkSlug, form: { pattern: slugPattern.source, maxLength: maxSlugLength } };
const imageRule = { check: checkImagePath, form: { pattern: imagePath.source } };
const emailRule = { check: checkEmail, form: { pattern: email.source } };
const domainRule = { check: checkDomain, form: { pattern: domain.source } };
const adsTxtRule = { check: checkAdsTxtValue, form: { pattern: adsTxtValue.source } };

const rules: Record<string, { check: Rule; form?: TextForm }> = {
  authors: slugRule,
  category: slugRule,
  tags: slugRule,
  navigation: slugRule,
  redirectFrom: { check: checkOldPath, form: { pattern: `${oldPath.source}|${postNumberPattern.source}` } },
  src: imageRule,
  icon: imageRule,
  url: { check: checkUrl, form: { pattern: url.source } },
  contactEmail: emailRule,
  takedownEmail: emailRule,
  domain: domainRule,
  ownerDomain: domainRule,
  managerDomain: domainRule,
  account: adsTxtRule,
  certification: adsTxtRule,
  contact: adsTxtRule,
  locale: { check: checkLocale },
  lang: { check: checkLanguage },
  timeZone: { check: checkTimeZone },
};

/** JSON Schema has no flag for it. */
function inAnyCase(word: string): string {
  return word.replace(/./g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** ISO 8601 with seconds and an explicit offset, so that a story means the same moment to everybody. */
function checkMoment(text: string): string | undefined {
  if (!dateAndTime.test(text)) {
    return `“${text}” is not a moment. Write date, time and offset, as in 2025-10-25T09:30:00+09:00.`;
  }
  if (!offset.test(text)) {
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
  return oldPath.test(text) || postNumberOf(text) !== undefined
    ? undefined
    : `“${text}” is not a path of this site. Write it from its first slash, without ? and #, as in /2019/old-address; only the short addresses of WordPress have a ?, as in /?p=12.`;
}

function checkImagePath(text: string): string | undefined {
  return imagePath.test(text)
    ? undefined
    : `“${text}” is not a picture of this paper. Put the file into content/images and write /images/name.webp (or .avif, .jpg, .png).`;
}

function checkUrl(text: string): string | undefined {
  return url.test(text) && (text.startsWith('/') || URL.canParse(text))
    ? undefined
    : `“${text}” is not an address. Write it in full, as in https://www.un.org/.`;
}

function checkEmail(text: string): string | undefined {
  return email.test(text) ? undefined : `“${text}” is not an e-mail address. Write one, as in desk@example.org.`;
}

function checkDomain(text: string): string | undefined {
  return domain.test(text) ? undefined : `“${text}” is not a domain. Write its name alone, as in example.org.`;
}

/** Commas, semicolons and “#” are signs of the format ads.txt. */
function checkAdsTxtValue(text: string): string | undefined {
  return adsTxtValue.test(text)
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
    if (error instanceof RangeError)
      return `“${text}” is not a time zone. Write one of the IANA list, as in Asia/Seoul.`;
    throw error;
  }
}
