import { pluralIn } from './plural';

/**
 * Every word of the interface, in English. Words in braces stand for what a page puts there. The other languages say the
 * same, which their type makes sure of; docs/decisions/languages.md says how to add one.
 */
export function english(locale: string) {
  const count = pluralIn(locale);
  return {
    /** What stands around every page. */
    frame: {
      skip: 'Skip to the content',
      about: 'About',
      menu: 'Menu',
      sections: 'Sections',
      mainSections: 'Main sections',
      allSections: 'All sections',
      allOfSections: (sections: number) => count(sections, { one: 'The # section', other: 'All # sections' }),
      moreSections: (sections: number) => count(sections, { one: '# more section', other: '# more sections' }),
      archive: 'Archive',
      storiesOf: 'Stories of {period}',
      paper: 'The paper',
      contact: 'Contact',
      breadcrumb: 'Breadcrumb',
      frontPage: 'Front page',
      advertisement: 'Advertisement',
      theme: 'Colour theme: {theme}. Change',
      themes: { system: 'System', light: 'Light', dark: 'Dark' },
    },
    feed: 'RSS feed',
    feedOf: 'RSS feed: {name}',
    stories: (stories: number) => count(stories, { one: '# story', other: '# stories' }),
    latestStories: 'The latest stories',
    allStories: 'All stories',
    noStoryYet: 'No story yet.',
    front: {
      title: '{paper}: today’s stories',
      latest: 'Latest',
      empty: 'No story has been published yet.',
    },
    /** Pages of a list: “Page 2 of 7”. */
    pages: {
      of: 'Page {page} of {pages}',
      page: 'Page {page}',
      titled: '{title}, page {page}',
      label: 'Pages: {list}',
      newer: 'Newer',
      older: 'Older',
      section: 'Section',
      sectionOf: 'Stories of the section {name}.',
      author: 'Author',
      storiesBy: 'Stories by {name}.',
      tag: 'Tag',
      storiesTagged: 'Stories tagged {name}.',
    },
    calendar: {
      title: 'Archive calendar',
      day: '{day}, {stories}',
      month: 'The archive of {period}, month by month.',
      year: '{stories}. Days with stories are links.',
      around: 'Months around {period}',
      days: 'Days with stories',
      years: 'Years',
      storiesOf: 'Stories of {period}.',
    },
    story: {
      kinds: {
        analysis: 'Analysis',
        explainer: 'Explainer',
        opinion: 'Opinion',
        interview: 'Interview',
        sponsored: 'Sponsored',
      },
      by: 'By {authors}',
      updated: 'Updated {moment}',
      changed: (times: number) =>
        times === 1
          ? 'Changed once since publication'
          : times === 2
            ? 'Changed twice since publication'
            : count(times, { other: 'Changed # times since publication' }),
      minutes: (minutes: number) => count(minutes, { other: '# min' }),
      minutesToRead: (minutes: number) => count(minutes, { one: '# minute to read', other: '# minutes to read' }),
      age: (years: number) =>
        years === 1
          ? 'This story is more than a year old. What it says was so when it was published.'
          : count(years, {
              other: 'This story is more than # years old. What it says was so when it was published.',
            }),
      contents: 'In this story',
      share: 'Share',
      shareStory: 'Share this story',
      email: 'E-mail',
      copy: 'Copy link',
      copied: 'Link copied',
      copyRefused: 'Copying was refused',
      primarySource: 'Primary source: {source}',
      translations: 'In other languages',
      tags: 'Tags',
      aboutAuthor: 'About {name}',
      related: 'Read next',
      corrections: (corrections: number) => count(corrections, { one: 'Correction', other: 'Corrections' }),
      allCorrections: 'All corrections',
      legal: 'Disclaimer and takedown',
      disclaimer:
        'What is published here is for information. It is not advice, and it may have been overtaken by events.',
      takedown:
        'Is something here wrong, or does it concern your rights? Write to {address} with the address of the page, and we will look at it: we correct, add or take down what has to be.',
    },
    /** What components of a story say by themselves. */
    body: {
      table: 'Table',
      unit: 'In {unit}.',
      source: 'Source: {source}',
      factors: 'Factors',
      keyPoints: 'Key points',
      note: 'Note',
      timeline: 'Timeline',
      footnotes: 'Footnotes',
      backToReference: 'Back to reference {number}',
    },
    history: {
      title: 'How the story changed',
      label: 'History of the story',
      heading: 'What changed, and when',
      key: 'Words that were taken out are {removed}, and words that came in are {added}. Only the passages that changed are shown.',
      removedWords: 'struck through',
      addedWords: 'underlined',
      corrections: 'What was wrong and had to be put right is said in {link}.',
      correctionsLink: 'the story’s corrections',
      unchanged: 'The story has not changed since it was published.',
      noneSince: 'No change is on record since {moment}.',
      published: 'The story was published.',
      hidden: 'Its versions from before {moment} are not shown.',
      begins: 'The record of its changes begins on {moment}.',
      smallEdits: (edits: number) =>
        count(edits, {
          one: '# small edit (punctuation and spacing)',
          other: '# small edits (punctuation and spacing)',
        }),
      read: 'Read the story as it stands',
      headline: 'Headline',
      standfirst: 'Standfirst',
      text: 'Text',
      removed: 'removed: {words}',
      added: 'added: {words}',
    },
    corrections: {
      title: 'Corrections',
      summary: 'What was wrong in our stories, and what is right.',
      order: 'The newest is first.',
      none: 'Nothing has had to be corrected.',
    },
    withdrawals: {
      title: 'Withdrawals',
      summary: 'Stories that we took back, and why.',
      order: 'What they said is no longer shown. The latest is first.',
      none: 'No story has been withdrawn.',
      on: 'Withdrawn on {day}',
      story: 'A story of {day} in {section}',
      label: 'Withdrawn',
      heading: 'This story was withdrawn',
      published: 'We published it on {published}.',
      publishedAndWithdrawn: 'We published it on {published} and withdrew it on {withdrawn}.',
      why: 'Why',
      more: 'All stories that we took back are on {list}. Questions reach us at {address}.',
      list: 'the list of withdrawals',
    },
    preview: {
      label: 'Preview',
      scheduled: 'Preview: this story is to be published on {moment}.',
      draft: 'Preview: this story is a draft.',
      until: 'Whoever has this link can read it until {moment}.',
      expired: 'This link has expired',
      ask: 'It showed a story before its publication, until {moment}. Ask the person who sent it for a new one.',
    },
    about: {
      title: 'About {paper}',
      pages: 'About the paper',
      publisher: 'Publisher',
      contact: 'Contact',
      takedown: 'Takedown requests',
    },
    notFound: {
      title: 'Page not found',
      heading: 'There is no page here',
      mend: 'The address may be mistyped, or the page may have moved. Search for it, go to the {front}, or write to {address} if a link of ours led you here.',
      frontPage: 'front page',
      search: 'Search for the page',
    },
    offline: {
      title: 'You are offline',
      explanation:
        'This page needs a connection, and there is none just now. Stories that you opened before can still be read.',
      kept: 'Stories on this device',
      nothingKept: 'None yet: a story is kept when you open it.',
    },
    search: {
      title: 'Search',
      titled: 'Search: {query}',
      summary: 'Search every story of the paper.',
      paper: 'Search the paper',
      menu: 'Search from the menu',
      stories: 'Search stories',
      words: 'Words',
      section: 'Section',
      allSections: 'All sections',
      author: 'Author',
      allAuthors: 'All authors',
      from: 'From',
      to: 'To',
      order: 'Order',
      best: 'Best match first',
      newest: 'Newest first',
      moreThan: 'More than {stories} for “{query}”',
      instead: 'No story holds “{typed}”; these hold “{found}”.',
      phrases: 'Words in “quotation marks” must stand together.',
      results: 'Results',
      resultsLabel: 'results',
      found: '{stories} for “{query}”',
      nothing: 'Nothing found for “{query}”. Try fewer or other words, or take a filter away.',
      start: 'Write a word or two, and press Search.',
      notADate: '“{text}” is not a date, so it was left out. Write it as in 2025-10-25.',
      tooLong: (characters: number) =>
        count(characters, { other: 'Only the first # characters of your search were used.' }),
      backwards: 'The first day is after the last one, so nothing can be found.',
    },
  };
}

export type Messages = ReturnType<typeof english>;
