import type { List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { ArticleSummary } from './articles';
import type { Category } from './categories';
import { messagesOf } from './messages/messages-of';
import type { Site } from './site';
import { categoryPath, feedPath, markdownPath, pagePath } from './urls';

type Contents = {
  site: Site;
  categories: Category[];
  pages: { slug: string; title: string }[];
  /** The newest stories. */
  latest: ArticleSummary[];
  /** Without a slash at its end. */
  siteUrl: string;
};

/** A guide to the paper for language models, in the form of llmstxt.org: its stories lead to plain Markdown. */
export function printLlmsTxt({ site, categories, pages, latest, siteUrl }: Contents): string {
  const { frame, latestStories, feed, ...messages } = messagesOf(site.locale);
  const document: Root = {
    type: 'root',
    children: [
      heading(1, site.name),
      { type: 'blockquote', children: [paragraph(site.description)] },
      heading(2, latestStories),
      list(latest.map(({ path, title, summary }) => item(siteUrl + markdownPath(path), title, summary))),
      heading(2, frame.sections),
      list(categories.map(({ slug, name, description }) => item(siteUrl + categoryPath(slug), name, description))),
      heading(2, frame.paper),
      list([
        item(`${siteUrl}/about`, frame.about),
        item(`${siteUrl}/corrections`, messages.corrections.title, messages.corrections.summary),
        item(`${siteUrl}/withdrawals`, messages.withdrawals.title, messages.withdrawals.summary),
        ...pages.filter(({ slug }) => slug !== 'about').map(({ slug, title }) => item(siteUrl + pagePath(slug), title)),
        item(siteUrl + feedPath('/', 'rss'), feed),
        item(`${siteUrl}/sitemap.xml`, frame.archive),
      ]),
    ],
  };
  return toMarkdown(document, { bullet: '-' });
}

function heading(depth: 1 | 2, value: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

function paragraph(value: string) {
  return { type: 'paragraph' as const, children: [{ type: 'text' as const, value }] };
}

function list(children: ListItem[]): List {
  return { type: 'list', spread: false, children };
}

function item(url: string, title: string, note?: string): ListItem {
  const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: title }] };
  const children: PhrasingContent[] = note ? [link, { type: 'text', value: `: ${note}` }] : [link];
  return { type: 'listItem', children: [{ type: 'paragraph', children }] };
}
