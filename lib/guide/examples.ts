/** How the guide shows one component, or one thing that Markdown gives. */
export type Example = {
  /** When an editor reaches for it, in a sentence or two. */
  when: string;
  /** As an editor writes it, each one whole. */
  sources: string[];
};

export type ComponentExample = Example & {
  /** What a new one holds in an editor, with `${}` where the writer types. */
  holds: string;
  /** Said instead of printing it, where the guide itself cannot show it. */
  notPrinted?: string;
};

const twoColumns = '| ${} | ${} |\n| --- | ---: |\n| ${} | ${} |';
const labels = '- **${}.** ${}\n- **${}.** ${}';

/**
 * An example of every component, with every prop that it takes; lib/guide/guide.test.ts holds the list to that. Figures
 * and words are those of the sample paper's stories, from the sources that they name.
 */
export const componentExamples: Record<string, ComponentExample> = {
  DataTable: {
    when: 'Gives a table its name and its source. A table without them needs no component: Markdown is enough.',
    holds: twoColumns,
    sources: [
      `<DataTable caption="Share of world capacity for logic chips below ten nanometres, 2022" source="Semiconductor Industry Association and Boston Consulting Group, May 2024" sourceUrl="https://www.semiconductors.org/">

| Place | Share, % |
| --- | ---: |
| Taiwan | 69 |
| South Korea | 31 |
| United States | 0 |

</DataTable>`,
    ],
  },
  Chart: {
    when: 'Draws the numbers of a table as bars. The table has two columns, labels and plain numbers; the unit goes into a prop of its own.',
    holds: twoColumns,
    sources: [
      `<Chart caption="Average monthly rainfall over India in the monsoon season, 1971–2020" unit="mm" source="India Meteorological Department" sourceUrl="https://mausam.imd.gov.in/">

| Month | Rainfall |
| --- | ---: |
| June | 165.3 |
| July | 280.5 |
| August | 254.9 |
| September | 167.9 |

</Chart>`,
    ],
  },
  FactorList: {
    when: 'Sets out what speaks for something, pushes it or follows from it: a label, and what it stands for. Without a title, a plain bullet list is enough.',
    holds: labels,
    sources: [
      `<FactorList title="What pushes the ground under Jakarta down">

- **Groundwater pumping.** Wells draw water from sand layers deep below the city, and the clay between them compacts.
- **Building load.** Towers, fill and roads press on young, soft soil.
- **Natural consolidation.** The plain is river and marine sediment that is still settling.

</FactorList>`,
    ],
  },
  Timeline: {
    when: 'Tells steps in the order of their dates. Each item begins with its date in bold.',
    holds: labels,
    sources: [
      `<Timeline title="Towards a code of conduct in the South China Sea">

- **July 1992.** ASEAN’s foreign ministers issue their first declaration on the sea, in Manila.
- **4 November 2002.** The Declaration on the Conduct of Parties is signed.
- **6 August 2017.** Ministers adopt a framework for a code.

</Timeline>`,
    ],
  },
  KeyPoints: {
    when: 'Puts what a reader should take away first, in two to four lines. Without a title it is called “Key points”.',
    holds: '- ${}\n- ${}',
    sources: [
      `<KeyPoints title="In short">

- Sovereign airspace ends with the territorial sea, at most twelve nautical miles from the baseline.
- An identification zone reaches far beyond it.
- No treaty creates such zones, and none forbids them.

</KeyPoints>`,
    ],
  },
  Note: {
    when: 'Explains a term, a rule or a limit of the data beside the story’s own line. Without a title it is called “Note”.',
    holds: '${}',
    sources: [
      `<Note title="What the law says">

The [Monetary Authority of Singapore Act](https://sso.agc.gov.sg/Act/MASA1970) makes price stability conducive to sustainable economic growth the principal object of monetary policy.

</Note>`,
    ],
  },
  PullQuote: {
    when: 'Lifts out words that carry the story. They are on the record, and \`cite\` says where.',
    holds: '${}',
    sources: [
      `<PullQuote cite="ASEAN Charter, Article 20(1)">

As a basic principle, decision-making in ASEAN shall be based on consultation and consensus.

</PullQuote>`,
    ],
  },
  Figure: {
    when: 'Prints a picture of \`content/images\` with its credit. \`alt\` says what it shows to those who do not see it; a caption adds what the picture alone does not say.',
    holds: '',
    sources: [
      `<Figure src="/images/malacca-strait-chokepoint.webp" alt="Drawing of a narrow strait seen from above, with ships as small white wedges, and one red, between two dark coasts." credit="Drawing for Longitude" caption="Ships pass one behind the other where the strait is narrow." />`,
    ],
  },
  AdSlot: {
    when: 'Marks a place for an ad, between two paragraphs. Most stories need none: ads are placed by a rule, unless their writer placed one.',
    holds: '',
    sources: ['The paragraph before it.\n\n<AdSlot />\n\nThe paragraph after it.'],
    notPrinted:
      'Pages about the paper carry no ads, this one included. In a story it is a box whose height is kept free from the start, with the word “Advertisement” above it.',
  },
};

/** What a story can say without any component. */
export const markdownExamples: Record<string, Example> = {
  'Words and links': {
    when: 'Link to a story of this paper by its path, and to everything else by its full address. Italics are for the titles of works and the names of ships.',
    sources: [
      'Plain words, **strong words**, the *Titanic*, ~~words that no longer hold~~ and `code`. A [story of this paper](/2025/07/17/monsoon-how-it-works), and a [page elsewhere](https://www.un.org/en/about-us/un-charter).',
    ],
  },
  Lists: {
    when: 'Use bullets where the order does not matter, and numbers where it does.',
    sources: [
      '- June\n- July\n  - the wettest month of the season\n- August',
      '1. The declaration of 1992\n2. The declaration of 2002\n3. The framework of 2017',
    ],
  },
  'A list of labels': {
    when: 'A bullet list of two items or more that all begin with a **bold label** becomes a list of factors by itself.',
    sources: [
      '- **Sovereign airspace.** It ends with the territorial sea.\n- **Identification zone.** It reaches far beyond, and asks aircraft to say who they are.',
    ],
  },
  Quotations: {
    when: 'Quote a passage as a block, and say in the text before it whose it is.',
    sources: ['> Decision-making in ASEAN shall be based on consultation and consensus.'],
  },
  Tables: {
    when: 'Every table becomes a data table: columns of numbers stand flush right by themselves, and rows of prose become cards on a phone.',
    sources: [
      '| Season over India | Share of the average |\n| --- | --- |\n| 2009 | 78% |\n| 2023 | 94% |\n| 2024 | 108% |',
    ],
  },
  Footnotes: {
    when: 'Number them as you like: readers see them counted from 1. The notes stand at the foot of the page.',
    sources: [
      'The season’s average is 868.6 mm for the country as a whole.[^average]\n\n[^average]: June to September, calculated over 1971–2020 by the India Meteorological Department.',
    ],
  },
  Pictures: {
    when: 'A picture that needs no caption may be written in Markdown. One on another site becomes a link to it: reading a story loads nothing from third parties.',
    sources: [
      '![Drawing of a huge dark cloud pouring slanted rain over green paddy fields, with one small red umbrella crossing them.](/images/monsoon-how-it-works.webp)',
      '![A chart of the monsoon](https://example.org/monsoon.png)',
    ],
  },
  Code: {
    when: 'Fence it with three backticks. Within it, \\< and \\{ need no backslash.',
    sources: ['```json\n{ "place": "Taiwan", "share": 69 }\n```'],
  },
  'A change of scene': {
    when: 'Three hyphens on a line of their own, with a blank line around them.',
    sources: ['One part ends.\n\n---\n\nAnother begins.'],
  },
};
