import { defineDocumentType, defineNestedType } from '@contentlayer2/source-files/schema/defs';

/*
 * The content contract, and the editors' reference: what each file of content/ may say. `npm run check` reports a
 * field that is missing, unknown or of the wrong shape with its file, line and column; rules that a type cannot
 * express (offsets, addresses, slugs that must exist) are in lib/content/field-rules.ts.
 */

const Image = defineNestedType(() => ({
  name: 'Image',
  fields: {
    src: {
      type: 'string',
      required: true,
      description: 'A file below content/images, written /images/name.webp; at least 1200 px wide for a story',
    },
    alt: { type: 'string', required: true, description: 'What the picture shows, for those who do not see it' },
    credit: { type: 'string', required: true, description: 'Who made it or owns it' },
    caption: { type: 'string', description: 'A sentence printed below it' },
  },
}));

const Link = defineNestedType(() => ({
  name: 'Link',
  fields: {
    label: { type: 'string', required: true, description: 'The words of the link' },
    url: { type: 'string', required: true, description: 'Where it leads: https://…, mailto:… or a path of this site' },
  },
}));

const Source = defineNestedType(() => ({
  name: 'Source',
  fields: {
    name: { type: 'string', required: true, description: 'Who published it' },
    url: { type: 'string', required: true, description: 'Its address' },
  },
}));

const Translation = defineNestedType(() => ({
  name: 'Translation',
  fields: {
    lang: { type: 'string', required: true, description: 'Its language, a BCP 47 tag such as fr or zh-Hant' },
    url: { type: 'string', required: true, description: 'A story of this paper, by its path, or an address in full' },
  },
}));

const Search = defineNestedType(() => ({
  name: 'Search',
  fields: {
    title: { type: 'string', description: 'The title in lists of results, without the name of the paper' },
    description: { type: 'string', description: 'The sentence below it' },
  },
}));

const Correction = defineNestedType(() => ({
  name: 'Correction',
  fields: {
    date: { type: 'date', required: true, description: 'When it was corrected: ISO 8601 with an offset' },
    text: { type: 'string', required: true, description: 'What was wrong, and what is right' },
  },
}));

const TagName = defineNestedType(() => ({
  name: 'TagName',
  fields: {
    slug: { type: 'string', required: true, description: 'The tag as stories write it' },
    name: { type: 'string', required: true, description: 'As readers see it' },
  },
}));

const Publisher = defineNestedType(() => ({
  name: 'Publisher',
  fields: {
    name: { type: 'string', required: true, description: 'The organisation that publishes the paper' },
    contactEmail: { type: 'string', required: true, description: 'Where readers write to' },
    takedownEmail: { type: 'string', description: 'Where takedown requests go; the contact address by default' },
  },
}));

const AdSeller = defineNestedType(() => ({
  name: 'AdSeller',
  fields: {
    domain: { type: 'string', required: true, description: 'The domain of the advertising system' },
    account: { type: 'string', required: true, description: 'The account of the seller in that system' },
    relationship: {
      type: 'enum',
      options: ['DIRECT', 'RESELLER'],
      required: true,
      description: 'Whether the paper holds the account, or somebody who sells for it',
    },
    certification: { type: 'string', description: 'The system’s id at its certification authority' },
  },
}));

const AdsTxt = defineNestedType(() => ({
  name: 'AdsTxt',
  fields: {
    contact: { type: 'string', description: 'Who answers questions about it: an e-mail address or a page' },
    ownerDomain: { type: 'string', description: 'The domain of the business that owns the paper' },
    managerDomain: { type: 'string', description: 'The domain of who manages its advertising space' },
    sellers: {
      type: 'list',
      of: AdSeller,
      default: [],
      description: 'Who may sell its advertising space; by default nobody',
    },
  },
}));

const oldAddresses = {
  type: 'list',
  of: { type: 'string' },
  default: [],
  description: 'Old paths that lead here, each beginning with /; the short ones of WordPress as /?p=12',
} as const;

export const Article = defineDocumentType(() => ({
  name: 'Article',
  filePathPattern: 'articles/**/*.mdx',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: 'The headline' },
    summary: { type: 'string', required: true, description: 'The standfirst: what the story adds to its headline' },
    publishedAt: {
      type: 'date',
      required: true,
      description: 'ISO 8601 with an explicit offset, 2025-10-25T09:30:00+09:00; in the future = scheduled',
    },
    updatedAt: { type: 'date', description: 'ISO 8601 with an offset, not before publishedAt' },
    authors: {
      type: 'list',
      of: { type: 'string' },
      required: true,
      description: 'One or more slugs of content/authors, in the order of the byline',
    },
    category: { type: 'string', required: true, description: 'One slug of content/categories' },
    tags: { type: 'list', of: { type: 'string' }, default: [], description: 'Slugs that stories share' },
    kind: {
      type: 'enum',
      options: ['news', 'analysis', 'explainer', 'opinion', 'interview', 'sponsored'],
      default: 'news',
      description: 'What sort of story it is; readers see every kind but news',
    },
    dateline: { type: 'string', description: 'The place it was written from, as in “SEOUL —”' },
    image: { type: 'nested', of: Image, description: 'The lead picture' },
    source: { type: 'nested', of: Source, description: 'The primary source, linked on the page' },
    lang: { type: 'string', description: 'The language of the story, a BCP 47 tag; the paper’s by default' },
    translations: {
      type: 'list',
      of: Translation,
      default: [],
      description: 'The same story in other languages; a story of this paper links back by itself',
    },
    corrections: { type: 'list', of: Correction, default: [], description: 'Shown on the page and on /corrections' },
    status: { type: 'enum', options: ['draft', 'withdrawn'], description: 'Absent = published' },
    withdrawnReason: { type: 'string', description: 'Why the story was withdrawn; required with that status' },
    withdrawnAt: { type: 'date', description: 'When it was withdrawn: ISO 8601 with an offset; updatedAt by default' },
    historyFrom: {
      type: 'date',
      description: 'Versions committed before it are not shown in the story’s history: ISO 8601 with an offset',
    },
    lead: { type: 'number', description: 'Pins the story to the top of the front page, lowest first' },
    search: { type: 'nested', of: Search, description: 'What search engines show instead of title and summary' },
    redirectFrom: oldAddresses,
  },
}));

export const Author = defineDocumentType(() => ({
  name: 'Author',
  filePathPattern: 'authors/*.mdx',
  contentType: 'markdown',
  fields: {
    name: { type: 'string', required: true, description: 'As it stands in a byline' },
    role: { type: 'string', description: 'What the author does at the paper' },
    image: { type: 'nested', of: Image, description: 'A portrait' },
    links: { type: 'list', of: Link, default: [], description: 'Where else to find the author' },
  },
}));

export const Category = defineDocumentType(() => ({
  name: 'Category',
  filePathPattern: 'categories/*.yaml',
  contentType: 'data',
  fields: {
    name: { type: 'string', required: true, description: 'As it stands in the navigation' },
    description: { type: 'string', description: 'A sentence on what it covers' },
    order: { type: 'number', description: 'Its place in the navigation, lowest first' },
  },
}));

export const Page = defineDocumentType(() => ({
  name: 'Page',
  filePathPattern: 'pages/*.mdx',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: 'The headline of the page' },
    summary: { type: 'string', description: 'A sentence on what it says' },
    search: { type: 'nested', of: Search, description: 'What search engines show instead of title and summary' },
    redirectFrom: oldAddresses,
  },
}));

export const Site = defineDocumentType(() => ({
  name: 'Site',
  filePathPattern: 'site.yaml',
  contentType: 'data',
  fields: {
    name: { type: 'string', required: true, description: 'The name of the paper' },
    tagline: { type: 'string', description: 'A few words under the name' },
    description: { type: 'string', required: true, description: 'A sentence for search engines and the about page' },
    locale: {
      type: 'string',
      required: true,
      description: 'A BCP 47 language tag: dates, numbers, direction and the words of the interface',
    },
    timeZone: { type: 'string', required: true, description: 'An IANA zone: the day that an address is in' },
    publisher: { type: 'nested', of: Publisher, required: true, description: 'Who is responsible' },
    disclaimer: { type: 'string', description: 'Printed below every story; a plain one by default' },
    icon: {
      type: 'string',
      description: 'A square picture below content/images of at least 512 px; the first letter of the name by default',
    },
    navigation: {
      type: 'list',
      of: { type: 'string' },
      default: [],
      description: 'Category slugs for the masthead, in order; by default as many as fit, by their order',
    },
    tagNames: {
      type: 'list',
      of: TagName,
      default: [],
      description: 'Names of tags that their slug, with capitals, does not give',
    },
    adsTxt: { type: 'nested', of: AdsTxt, description: 'What /ads.txt says; without it there is none' },
    ads: { type: 'boolean', default: true, description: 'Whether ad placeholders are shown' },
  },
}));

/** A folder that holds only what changed, laid out like content/. */
const staged = process.env.SLUGLINE_STAGE;

/**
 * Contentlayer itself takes more than a second to load, and so does Markdown: commands that only look at the fields
 * above do without.
 */
export default async function source(sourceKey: string | undefined) {
  const { makeSource } = await import('contentlayer2/source-files');
  const { compileBodyPlugin } = await import('./lib/mdx/compile-body-plugin');
  const makePlugin = makeSource({
    contentDirPath: staged ?? '.slugline/stage',
    documentTypes: [Article, Author, Category, Page, Site],
    onUnknownDocuments: 'fail',
    onExtraFieldData: 'fail',
    onMissingOrIncompatibleData: 'fail',
    disableImportAliasWarning: true,
    markdown: compileBodyPlugin,
  });
  return makePlugin(sourceKey);
}
