import './load-env.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { autocomplete, cancel, text } from '@clack/prompts';
import { authorNamed, checkHeadline, newArticle, type Newsroom, type NewArticleFields } from '../content/new-article';
import { problemReport } from '../content/problem-report';
import { isoIn, momentIn } from '../dates';
import { checkFile } from '../edition/check-file';
import { answerOf } from '../git/run-git';
import { readNewsroom } from '../newsroom';
import { readSettings } from '../settings';
import { writeNew } from '../write-file';

/**
 * `npm run new`: puts a draft where it belongs, prints its path, and opens it. In a terminal it asks for what is not given:
 *
 *   "A headline"
 *   --summary text   --author slug …   --category slug   --tag slug …   --kind kind   --dateline place   --slug slug
 *   --at moment      2026-11-26T09:00 on the paper's clock, or with an offset; now by default
 *   --no-open        opens no editor; by default $VISUAL, $EDITOR, or the window of VS Code that it is typed in
 */
const options = {
  summary: { type: 'string' },
  author: { type: 'string', multiple: true },
  category: { type: 'string' },
  tag: { type: 'string', multiple: true },
  kind: { type: 'string' },
  dateline: { type: 'string' },
  slug: { type: 'string' },
  at: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const;

const isTerminal = process.stdin.isTTY && process.stdout.isTTY;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { contentDir } = readSettings();
  const newsroom = await readNewsroom(contentDir);
  const given: NewArticleFields = {
    headline: positionals.join(' '),
    summary: values.summary,
    authors: values.author,
    category: values.category,
    tags: values.tag,
    kind: values.kind,
    dateline: values.dateline,
    slug: values.slug,
    publishedAt: values.at === undefined ? undefined : momentOf(values.at, newsroom.timeZone),
  };
  const person = await answerOf(contentDir, ['config', 'user.name']);
  const own = person ? authorNamed(person, newsroom) : undefined;
  const fields = isTerminal
    ? await askForRest(given, newsroom, own)
    : { ...given, authors: given.authors ?? (own ? [own] : undefined) };
  const file = await writeStory(contentDir, fields, newsroom);
  console.log(path.relative(process.cwd(), file));
  if (isTerminal && !values['no-open']) await openEditor(file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Asks for what a story needs and was not given. */
async function askForRest(
  given: NewArticleFields,
  newsroom: Newsroom,
  own: string | undefined,
): Promise<NewArticleFields> {
  const headline = given.headline || (await answer(text({ message: 'Headline', validate: whyNotHeadline })));
  const summary =
    given.summary ??
    (await answer(
      text({ message: 'Standfirst: what the story adds to it', placeholder: 'Leave it empty to write it later' }),
    ));
  const category =
    given.category ??
    (await answer(
      autocomplete({ message: 'Section', options: newsroom.categories.map((slug) => ({ value: slug, label: slug })) }),
    ));
  const authors = given.authors ?? [
    await answer(
      autocomplete({
        message: 'Byline',
        initialValue: own,
        options: newsroom.authors.map(({ slug, name }) => ({ value: slug, label: name, hint: slug })),
      }),
    ),
  ];
  return { ...given, headline, summary: summary || undefined, category, authors };
}

function whyNotHeadline(headline: string | undefined): string | undefined {
  try {
    checkHeadline(headline ?? '');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What was answered; who presses Ctrl+C wants no story. */
async function answer(question: Promise<unknown>): Promise<string> {
  const answered = await question;
  if (typeof answered === 'string') return answered;
  cancel('Nothing was written.');
  process.exit(130);
}

/** A moment as somebody types it. */
function momentOf(typed: string, timeZone: string): Date {
  const [, day = '', time = '', offset] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$/.exec(typed) ?? [];
  const moment = offset ? new Date(`${day}T${time}${offset}`) : momentIn(timeZone, day, time || '00:00');
  // A day that is not in the calendar becomes another one.
  const isReal =
    day !== '' &&
    !Number.isNaN(moment.getTime()) &&
    (offset !== undefined || isoIn(timeZone, moment).startsWith(`${day}T${time}`));
  if (isReal) return moment;
  throw new Error(
    `“${typed}” is not a moment. Write date and time, as in --at 2026-11-26T09:00, on the clock of ${timeZone}.`,
  );
}

/** Writes the first copy whose name is free. */
async function writeStory(contentDir: string, fields: NewArticleFields, newsroom: Newsroom): Promise<string> {
  const { fileFor, text } = newArticle(fields, newsroom, new Date());
  for (let copy = 1; ; copy++) {
    const { problems } = checkFile(fileFor(copy), Buffer.from(text), fileFor(copy), newsroom.timeZone);
    if (problems.length > 0) throw new Error(problemReport(problems, 'nothing was written', {}));
    const file = path.join(contentDir, fileFor(copy));
    if (await writeNew(file, text)) return file;
  }
}

/** Opens a file as git opens a message: the setting is a command of the shell. */
async function openEditor(file: string): Promise<void> {
  const { VISUAL, EDITOR, TERM_PROGRAM } = process.env;
  const editor = VISUAL || EDITOR || (TERM_PROGRAM === 'vscode' ? 'code' : undefined);
  if (!editor) return;
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, { shell: true, stdio: 'inherit' })
      : spawn('sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit' });
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', resolve);
  });
  if (status !== 0) console.error(`“${editor}” ended with status ${String(status)}. The story is there all the same.`);
}
