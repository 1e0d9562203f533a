import type { ArticleSummary } from './articles';
import { formatPeriod, type Period } from './dates';
import { messagesOf } from './messages/messages-of';
import { archivePath, categoryPath } from './urls';

/** A page above another one. */
export type TrailStep = { name: string; path: string };

/** The way down to a story: the front page, its section, its month. */
export function storyTrail(article: Pick<ArticleSummary, 'category'> & { day: string }, locale: string): TrailStep[] {
  const { category, day } = article;
  return [frontPage(locale), { name: category.name, path: categoryPath(category.slug) }, step(day.slice(0, 7), locale)];
}

/** The way down to a month or a day of the archive. */
export function archiveTrail(period: Period, locale: string): TrailStep[] {
  const above = [period.slice(0, 4), period.slice(0, 7)].filter((part) => part.length < period.length);
  return [frontPage(locale), ...above.map((part) => step(part, locale))];
}

/** The way down to the history of a story. */
export function historyTrail({ title, path }: Pick<ArticleSummary, 'title' | 'path'>, locale: string): TrailStep[] {
  return [frontPage(locale), { name: title, path }];
}

function frontPage(locale: string): TrailStep {
  return { name: messagesOf(locale).frame.frontPage, path: '/' };
}

function step(period: Period, locale: string): TrailStep {
  return { name: formatPeriod(period, locale), path: archivePath(period) };
}
