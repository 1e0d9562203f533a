import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { articlePath } from '../urls';
import { CommitStream } from './commit-stream';
import { storyText } from './corpus-text';
import { Random } from './random';

/** A story of the made-up paper that everything is measured with. */
export type CorpusStory = {
  /** Below the content folder. */
  file: string;
  path: string;
  title: string;
  /** yyyy-mm-ddThh:mm:00Z */
  publishedAt: string;
  /** As it lies on disk. */
  text: string;
};

/** The paper's stories are of fifteen years, and the last of them is of this day; so they are the same at any time. */
const lastDay = Date.UTC(2026, 9, 31, 18);
const years = 15;

const sections = [
  'world',
  'nation',
  'economy',
  'science',
  'climate',
  'health',
  'courts',
  'culture',
  'sport',
  'letters',
];

/** In pictures; stories share them. */
const pictures = 24;

const day = 86_400_000;

/**
 * The stories of a paper of some size, oldest first, one at a time: the same for the same size and seed. They are spread
 * over fifteen years, of varied lengths, with tables, lists, links to each other, many authors and tags.
 */
export function* corpusStories(size: number, seed: number): Generator<CorpusStory> {
  const random = new Random(seed);
  const authors = authorCount(size);
  const tags = Math.max(40, Math.min(2_000, Math.round(size / 50)));
  const earlier: string[] = [];
  for (let index = 0; index < size; index += 1) {
    const span = (years * 365 * day) / size;
    const moment = new Date(lastDay - (size - index) * span + random.next() * span);
    const publishedAt = `${moment.toISOString().slice(0, 16)}:00Z`;
    const { title, summary, body, slugWords } = storyText(random, earlier);
    const slug = `${slugWords}-${index + 1}`;
    const date = publishedAt.slice(0, 10);
    const some = (count: number, most: number, prefix: string) =>
      [...new Set(Array.from({ length: most }, () => random.rank(count)))].map((rank) => `${prefix}-${rank + 1}`);
    const fields = {
      title,
      summary,
      publishedAt: publishedAt.replace('Z', '+00:00'),
      authors: some(authors, random.chance(0.2) ? 2 : 1, 'author'),
      category: sections[random.rank(sections.length)],
      ...(random.chance(0.9) ? { tags: some(tags, random.between(1, 4), 'tag') } : {}),
      ...(random.chance(0.6)
        ? {
            image: {
              src: `/images/picture-${random.between(1, pictures)}.webp`,
              alt: `A pattern for ${title}`,
              credit: 'The bench',
            },
          }
        : {}),
    };
    const story = articlePath(date, slug);
    if (random.chance(0.3)) earlier.push(story);
    yield {
      file: `articles/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.mdx`,
      path: story,
      title,
      publishedAt,
      text: `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}`,
    };
  }
}

function authorCount(size: number): number {
  return Math.max(12, Math.min(400, Math.round(size / 250)));
}

/**
 * Writes the paper into an empty folder and commits it to git, a commit for each month, as a newsroom would have it.
 *
 * @param folder absolute; what is in it is lost
 * @returns its stories' addresses and files, oldest first
 */
export async function writeCorpus(folder: string, size: number, seed: number): Promise<Omit<CorpusStory, 'text'>[]> {
  await rm(folder, { recursive: true, force: true });
  await writePictures(path.join(folder, 'images'));
  const stories: Omit<CorpusStory, 'text'>[] = [];
  const files = frameFiles(size);
  const commits = new CommitStream(folder);
  let month = '';
  for (const { text, ...story } of corpusStories(size, seed)) {
    stories.push(story);
    if (story.file.slice(0, 16) !== month) {
      await commits.begin(new Date(story.publishedAt));
      month = story.file.slice(0, 16);
      for (const file of files.splice(0)) await writeTracked(folder, file.name, file.text, commits);
    }
    await writeTracked(folder, story.file, text, commits);
  }
  await commits.end();
  return stories;
}

async function writeTracked(folder: string, name: string, text: string, commits: CommitStream): Promise<void> {
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  await commits.add(name, text);
}

/** What is not a story: the paper, its sections and its authors. */
function frameFiles(size: number): { name: string; text: string }[] {
  const site = {
    name: 'The Measured Paper',
    description: 'A paper made up to measure with.',
    locale: 'en-GB',
    timeZone: 'UTC',
    publisher: { name: 'The bench', contactEmail: 'bench@example.org' },
  };
  return [
    { name: '.gitignore', text: '/images/\n' },
    { name: 'site.yaml', text: stringify(site) },
    ...sections.map((slug, order) => ({
      name: `categories/${slug}.yaml`,
      text: stringify({ name: slug.charAt(0).toUpperCase() + slug.slice(1), order }),
    })),
    ...Array.from({ length: authorCount(size) }, (_, index) => ({
      name: `authors/author-${index + 1}.mdx`,
      text: `---\nname: Author ${index + 1}\nrole: Reporter\n---\n\nWrites for the measured paper.\n`,
    })),
  ];
}

async function writePictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 1; index <= pictures; index += 1) {
    const random = new Random(index);
    const shapes = Array.from({ length: 40 }, () => {
      const [x, y, r] = [random.between(0, 1600), random.between(0, 900), random.between(40, 260)];
      return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${random.between(0, 359)} 45% 55% / .5)"/>`;
    });
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900">${shapes.join('')}</svg>`;
    await sharp(Buffer.from(drawing))
      .webp({ quality: 80 })
      .toFile(path.join(folder, `picture-${index}.webp`));
  }
}
