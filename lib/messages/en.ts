import { pluralIn } from './plural';

/** Every word of the interface, in English. The other languages say the same, which their type makes sure of. */
export function english(locale: string) {
  const count = pluralIn(locale);
  return {
    advertisement: 'Advertisement',
    corrections: 'Corrections',
    search: 'Search',
    source: 'Source',
    stories: (stories: number) => count(stories, { one: '# story', other: '# stories' }),
  };
}

export type Messages = ReturnType<typeof english>;
