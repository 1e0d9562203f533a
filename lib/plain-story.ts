import type { Element, Root } from 'hast';
import type { Article } from './articles';
import { formatDate } from './dates';
import { isElement } from './mdx/elements';
import { isTranslated, messagesOf } from './messages/messages-of';
import { makeElement, plainBody, plainFigure, sourceParagraph, text } from './plain-body';
import type { Site } from './site';

/**
 * All that a story's page says, as plain HTML: what kind of story it is, its picture, its text, its corrections and its
 * primary source. Headline, standfirst and byline stand apart, as every format has a place of its own for them.
 *
 * @param siteUrl without a slash at its end
 */
export function plainStory(article: Article, site: Site, siteUrl: string): Root {
  const { image, tree, pictures, lang } = article;
  const locale = lang && isTranslated(lang) ? lang : site.locale;
  const body = plainBody(tree, { pictures, locale, siteUrl });
  const note = [image?.caption, image?.credit].filter(Boolean).join(' ');
  return {
    type: 'root',
    children: [
      ...kindOf(article, site.locale),
      ...(image ? [plainFigure(image, note, siteUrl)] : []),
      ...withDateline(body, article.dateline),
      ...corrections(article, site),
      ...source(article, site.locale),
    ],
  };
}

/** Readers see every kind but news, and above all what somebody paid for. */
function kindOf({ kind }: Article, locale: string): Element[] {
  if (kind === 'news') return [];
  return [makeElement('p', [makeElement('strong', [text(messagesOf(locale).story.kinds[kind])])])];
}

function withDateline({ children }: Root, dateline: string | undefined): Root['children'] {
  const first = children.findIndex((child) => isElement(child) && child.tagName === 'p');
  return children.map((child, index) =>
    dateline && index === first && isElement(child)
      ? { ...child, children: [text(`${dateline} — `), ...child.children] }
      : child,
  );
}

function corrections({ corrections: made }: Article, { locale, timeZone }: Site): Element[] {
  if (made.length === 0) return [];
  const items = made.map(({ date, text: words }) =>
    makeElement('li', [text(`${formatDate(date, 'day', locale, timeZone)}: ${words}`)]),
  );
  const heading = messagesOf(locale).story.corrections(made.length);
  return [makeElement('h2', [text(heading)]), makeElement('ul', items)];
}

function source({ source: primary }: Article, locale: string): Element[] {
  return primary ? [sourceParagraph(messagesOf(locale).story.primarySource, primary.name, primary.url)] : [];
}
