import { defineCollection, z } from 'astro:content';
import { glob } from 'astro/loaders';

const base = './content';

const stories = defineCollection({
  // The bodies are wanted as HTML alone.
  loader: glob({ base, pattern: ['[0-9]*/**/*.md', '!**/_index.md'], retainBody: false }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    date: z.coerce.date(),
    url: z.string(),
    author: z.array(z.string()),
    category: z.string(),
    tag: z.array(z.string()),
    image: z.object({ src: z.string(), alt: z.string(), credit: z.string() }).optional(),
  }),
});

/** The name of a folder is what stories refer to it by. */
const index = (folder) =>
  glob({ base: `${base}/${folder}`, pattern: '*/_index.md', generateId: ({ entry }) => entry.split('/')[0] });

const authors = defineCollection({
  loader: index('author'),
  schema: z.object({ title: z.string(), role: z.string() }),
});

const categories = defineCollection({
  loader: index('category'),
  schema: z.object({ title: z.string(), weight: z.number() }),
});

export const collections = { stories, authors, categories };
