import { parseFeed } from '@rowanmanning/feed-parser';
import { parseJsonFeed } from 'feedsmith';

/** What a feed reader shows. */
export type ReadFeed = {
  title: string | null | undefined;
  pageUrl: string | null | undefined;
  feedUrl: string | null | undefined;
  language: string | null | undefined;
  items: ReadItem[];
};

type ReadItem = {
  id: string | null | undefined;
  url: string | null | undefined;
  title: string | null | undefined;
  publishedAt: string | undefined;
  authors: (string | null | undefined)[];
  subjects: (string | null | undefined)[];
  content: string;
};

/** Reads a feed of any format by a feed reader's parser: XML by one that did not write it. */
export function readAsReader(text: string): ReadFeed {
  return text.startsWith('{') ? readJson(text) : readXml(text);
}

function readXml(text: string): ReadFeed {
  const feed = parseFeed(text);
  return {
    title: feed.title,
    pageUrl: feed.url,
    feedUrl: feed.self,
    language: feed.language,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      publishedAt: item.published?.toISOString(),
      authors: item.authors.map(({ name }) => name),
      subjects: item.categories.map(({ term }) => term),
      content: item.content ?? '',
    })),
  };
}

function readJson(text: string): ReadFeed {
  const feed = parseJsonFeed(JSON.parse(text));
  return {
    title: feed.title,
    pageUrl: feed.home_page_url,
    feedUrl: feed.feed_url,
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      publishedAt: item.date_published,
      authors: (item.authors ?? []).map(({ name }) => name),
      subjects: item.tags ?? [],
      content: item.content_html ?? '',
    })),
  };
}
