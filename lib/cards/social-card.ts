import { createHash } from 'node:crypto';
import type { Article } from '../articles';
import type { Site } from '../site';
import { paperCardPath, storyCardPath } from '../urls';
import { canDraw } from './drawable';

/** What a social image says. */
export type SocialCard = {
  headline: string;
  /** Above the headline: the section of a story. */
  section: string;
  /** The paper's name. */
  paper: string;
  /** Of the headline, a BCP 47 tag. */
  language: string;
};

/** As the social networks ask for, in px. */
export const cardSize = { width: 1200, height: 630 };

/** Another one whenever the design in draw-card.ts changes, so that addresses do, too. */
const design = 1;

/** The card of a story; undefined where there is no font for its headline. */
export function cardOf(article: Pick<Article, 'title' | 'category' | 'lang'>, site: Pick<Site, 'name' | 'locale'>) {
  const card = {
    headline: article.title,
    section: article.category.name,
    paper: site.name,
    language: article.lang ?? site.locale,
  };
  return isDrawable(card) ? card : undefined;
}

/** The card of pages that are no story; undefined where there is no font for the paper's name. */
export function paperCard({ name, tagline, description, locale }: Site): SocialCard | undefined {
  const card = { headline: tagline ?? description, section: '', paper: name, language: locale };
  return isDrawable(card) ? card : undefined;
}

function isDrawable({ headline, section, paper }: SocialCard): boolean {
  return [headline, paper, ...(section === '' ? [] : [section])].every(canDraw);
}

/** The same for cards that look the same, so that an address is another one when the headline is. */
export function cardHash({ headline, section, paper, language }: SocialCard): string {
  const text = JSON.stringify([design, headline, section, paper, language]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** A picture as metadata name it. */
export type SocialImage = { url: string; width: number; height: number; alt: string };

/** The picture that social networks show of a story: its card, or its own picture where there is no font. */
export function storyImage(article: Article, site: Site): SocialImage | undefined {
  const card = cardOf(article, site);
  if (card)
    return { url: storyCardPath(cardHash(card), article.path), ...cardSize, alt: `${card.headline} — ${card.paper}` };
  const { image } = article;
  return image && { url: image.src, width: image.width, height: image.height, alt: image.alt };
}

/** The picture that social networks show of every other page. */
export function paperImage(site: Site): SocialImage | undefined {
  const card = paperCard(site);
  return card && { url: paperCardPath(cardHash(card)), ...cardSize, alt: card.paper };
}

/** What Open Graph says of the paper on every page. */
export function openGraphOf({ name, locale }: Site, language = locale) {
  return {
    siteName: name,
    locale: new Intl.Locale(language)
      .maximize()
      .toString()
      .replace(/-\w{4}(?=-)/, '')
      .replace('-', '_'),
  };
}
