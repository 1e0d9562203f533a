import type { Element, ElementContent, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Article } from './articles';
import { formatDate } from './dates';
import { isElement } from './mdx/elements';
import { fill } from './messages/fill';
import { messagesOf } from './messages/messages-of';
import { makeElement, text } from './plain-body';
import { plainStory } from './plain-story';
import type { Site } from './site';

/**
 * A whole story as Markdown with the tables of GitHub's dialect: its headline, standfirst and byline, its text, and its
 * address.
 *
 * @param siteUrl without a slash at its end
 */
export function storyMarkdown(article: Article, site: Site, siteUrl: string): string {
  const { locale, timeZone, name } = site;
  const names = new Intl.ListFormat(locale).format(article.authors.map((author) => author.name));
  const byline = fill(messagesOf(locale).story.by, { authors: names });
  const address = siteUrl + article.path;
  const document: Root = {
    type: 'root',
    children: [
      makeElement('h1', [text(article.title)]),
      makeElement('p', [text(article.summary)]),
      makeElement('p', [text(`${byline} · ${formatDate(article.publishedAt, 'moment', locale, timeZone)}`)]),
      ...plainStory(article, site, siteUrl)
        .children.filter((child) => isElement(child))
        .flatMap(captionAbove),
      makeElement('hr', []),
      makeElement('p', [text(`${name}: `), makeElement('a', [text(address)], { href: address })]),
    ],
  };
  return toMarkdown(toMdast(document), { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' });
}

/** Tables of Markdown have no caption, so it stands above them. */
function captionAbove(element: Element): Element[] {
  const children = element.children.flatMap((child): ElementContent[] =>
    isElement(child) ? captionAbove(child) : [child],
  );
  const caption = children.filter(isElement).find(({ tagName }) => tagName === 'caption');
  if (!caption) return [{ ...element, children }];
  const table = { ...element, children: children.filter((child) => child !== caption) };
  return [makeElement('p', [makeElement('strong', caption.children)]), table];
}
