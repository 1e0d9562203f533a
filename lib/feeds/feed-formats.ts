import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { feedPath, type FeedFormat } from '../urls';
import { xmlText } from '../xml-text';
import type { Feed, FeedStory } from './feed';

export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;

const printers = { rss: rssOf, atom: atomOf, json: jsonOf } as const satisfies Record<FeedFormat, unknown>;

/**
 * A feed as text. The same feed gives the same text at any time.
 *
 * @param siteUrl without a slash at its end
 */
export function printFeed(feed: Feed, format: FeedFormat, siteUrl: string): string {
  return xmlText(printers[format](feed, siteUrl + feedPath(feed.listPath, format)));
}

/** RSS 2.0, with the modules content, media, dc and atom. */
function rssOf(feed: Feed, url: string): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.pageUrl,
    description: feed.description,
    language: feed.language,
    atom: { links: [{ rel: 'self', href: url, type: feedTypes.rss }] },
    items: feed.stories.map((story) => ({
      title: story.title,
      link: story.url,
      guid: { value: story.id, isPermaLink: false },
      pubDate: story.publishedAt,
      description: story.summary,
      categories: story.subjects.map((name) => ({ name })),
      dc: { creators: story.authors.map(({ name }) => name), languages: ownLanguage(story, feed) },
      content: { encoded: story.html },
      media: { contents: mediaOf(story) },
    })),
  });
}

function mediaOf({ image }: FeedStory) {
  if (!image) return [];
  const { url, width, height, alt, credit } = image;
  return [{ url, medium: 'image', width, height, descriptions: [{ value: alt }], credits: [{ value: credit }] }];
}

/** Atom 1.0 (RFC 4287). */
function atomOf(feed: Feed, url: string): string {
  return generateAtomFeed({
    id: url,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: feed.changedAt,
    links: [
      { rel: 'self', href: url, type: feedTypes.atom },
      { rel: 'alternate', href: feed.pageUrl, type: 'text/html' },
    ],
    xml: { lang: feed.language },
    entries: feed.stories.map((story) => ({
      id: story.id,
      title: { value: story.title },
      links: [
        { rel: 'alternate', href: story.url, type: 'text/html' },
        ...(story.sourceUrl ? [{ rel: 'via', href: story.sourceUrl }] : []),
      ],
      published: story.publishedAt,
      updated: story.changedAt,
      authors: story.authors.map(({ name, url: uri }) => ({ name, uri })),
      categories: story.subjects.map((term) => ({ term })),
      summary: { value: story.summary },
      content: { type: 'html', value: story.html },
      xml: { lang: story.language },
    })),
  });
}

/** JSON Feed 1.1. */
function jsonOf(feed: Feed, url: string): string {
  const json = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: url,
    description: feed.description,
    language: feed.language,
    items: feed.stories.map((story) => ({
      id: story.id,
      url: story.url,
      external_url: story.sourceUrl,
      title: story.title,
      content_html: story.html,
      summary: story.summary,
      image: story.image?.url,
      date_published: story.publishedAt,
      date_modified: story.changedAt,
      authors: story.authors,
      tags: story.subjects,
      language: story.language,
    })),
  });
  return `${JSON.stringify(json)}\n`;
}

/** Of a story that is in another language than the feed. */
function ownLanguage(story: FeedStory, feed: Feed): string[] {
  return story.language === feed.language ? [] : [story.language];
}
