/** What an export says of the site as a whole. */
export type WordpressSite = {
  title: string;
  description: string;
  /** Where the old site was, without a slash at its end. */
  address: string;
  /** A BCP 47 tag, as WordPress has it. */
  language: string;
  /** By login. */
  authors: Map<string, WordpressAuthor>;
  /** By slug. */
  categories: Map<string, WordpressTerm>;
  /** The slugs of categories, by the numbers that posts may name them with. */
  categoryIds: Map<string, string>;
};

export type WordpressAuthor = { login: string; name: string };

export type WordpressTerm = { domain: string; slug: string; name: string; description: string; parent: string };

/** A post, page, attachment or anything else that WordPress keeps as one, without what belongs to nobody but its writer. */
export type WordpressItem = {
  id: number;
  /** post, page, attachment, nav_menu_item, or a type of some plugin. */
  type: string;
  status: string;
  /** May hold HTML. */
  title: string;
  /** The public address. */
  link: string;
  /** The last part of the address; empty for drafts. */
  name: string;
  /** yyyy-mm-dd hh:mm:ss on the site's clock, and in UTC; zeros where there is none. */
  date: string;
  dateUtc: string;
  modifiedUtc: string;
  /** The login of who wrote it. */
  creator: string;
  /** HTML, or what WordPress makes HTML of. */
  content: string;
  excerpt: string;
  /** The id of what it belongs to; 0 for nothing. */
  parent: number;
  isSticky: boolean;
  hasPassword: boolean;
  terms: Pick<WordpressTerm, 'domain' | 'slug' | 'name'>[];
  /** Custom fields; of keys that are given twice, the last value. */
  meta: Map<string, string>;
  /** Where an attachment lies. */
  attachmentUrl: string;
  comments: number;
};
