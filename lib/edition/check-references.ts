import { sql } from 'kysely';
import type { Problem } from '../content/problem';
import { batches } from './batches';
import type { CheckedFile } from './check-file';
import { isOwnAddress, isPageOfPaper } from './paper-addresses';
import type { Edition } from './open-edition';

/** Google and the social networks show no smaller lead pictures. In pixels. */
export const minLeadImageWidth = 1200;

/** Who claims an address, and where. */
type Claim = { file: string; name: string; line: number; column: number };

/**
 * The addresses and slugs that changed files claim, those with mistakes included: a file that is to be mended is not
 * reported a second time as missing.
 */
export class AddressBook {
  #owners = new Map<string, Claim>();

  /** Notes a file's claims, and reports those that another changed file made before. */
  add({ document, path, slug, frontMatter }: CheckedFile, name: string, problems: Problem[]): void {
    const { kind, data } = document;
    const own = kind === 'Article' ? path : kind === 'Site' ? undefined : `${kind}:${slug}`;
    const claims = own ? [{ claim: own, place: { line: 1, column: 1 } }] : [];
    if (Array.isArray(data.redirectFrom)) {
      data.redirectFrom.forEach((claim: unknown, index) => {
        if (typeof claim === 'string') claims.push({ claim, place: frontMatter.positionOf(['redirectFrom', index]) });
      });
    }
    for (const { claim, place } of claims) {
      const owner = this.#owners.get(claim);
      if (owner && owner.file !== document.path) {
        const message = `The address ${claim.replace(/^\w+:/, '')} is taken by ${owner.name} already. Rename one file, or take the address out of “redirectFrom”.`;
        problems.push({ file: name, ...place, message });
      } else {
        this.#owners.set(claim, { file: document.path, name, ...place });
      }
    }
  }

  has(claim: string): boolean {
    return this.#owners.has(claim);
  }

  entries(): Iterable<[string, Claim]> {
    return this.#owners.entries();
  }
}

/**
 * Checks what holds between files: authors, categories, pictures and internal links exist, and no old address hides a
 * story.
 *
 * @param draft the edition as it would be
 * @param files those that may point to something that is not there; by default all
 * @param book what the changed files claim
 */
export async function checkReferences(
  draft: Edition,
  files: string[] | undefined,
  book: AddressBook,
  nameOf: (file: string) => string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const some of files ? batches(files) : [undefined]) {
    const scope: Scope = { refs: refsOf(draft, some), book, nameOf };
    problems.push(
      ...(await checkSlugs(draft, scope)),
      ...(await checkImages(scope)),
      ...(await checkLinks(draft, scope)),
      ...(await checkTranslations(draft, scope)),
    );
  }
  return [...problems, ...(await checkTakenAddresses(draft, book, nameOf))];
}

/** What is looked at, and how it is named. */
type Scope = { refs: ReturnType<typeof refsOf>; book: AddressBook; nameOf: (file: string) => string };

/** What some files point to; all of them by default. */
function refsOf(draft: Edition, files?: string[]) {
  const refs = draft.selectFrom('refs');
  return files ? refs.where('refs.file', 'in', files) : refs;
}

async function checkSlugs(draft: Edition, { refs, book, nameOf }: Scope): Promise<Problem[]> {
  const missing = await refs
    .selectAll()
    .where((where) =>
      where.or([
        where('kind', '=', 'author').and('target', 'not in', draft.selectFrom('authors').select('slug')),
        where('kind', '=', 'category').and('target', 'not in', draft.selectFrom('categories').select('slug')),
      ]),
    )
    .execute();
  if (missing.length === 0) return [];
  const kinds = { author: 'Author', category: 'Category' };
  const known = {
    author: (await draft.selectFrom('authors').select('slug').execute()).map(({ slug }) => slug),
    category: (await draft.selectFrom('categories').select('slug').execute()).map(({ slug }) => slug),
  };
  return missing.flatMap(({ file, kind, target, line, column }) => {
    if ((kind !== 'author' && kind !== 'category') || book.has(`${kinds[kind]}:${target}`)) return [];
    const folder = kind === 'author' ? `authors/${target}.mdx` : `categories/${target}.yaml`;
    const near = nearest(target, known[kind]);
    const hint = near ? `Did you mean “${near}”? Otherwise write` : 'Correct the slug, or write';
    const message = `There is no ${kind} “${target}”. ${hint} ${nameOf(folder)}.`;
    return [{ file: nameOf(file), line, column, message }];
  });
}

async function checkImages({ refs, nameOf }: Scope): Promise<Problem[]> {
  const found = await refs
    .leftJoin('images', 'images.src', 'refs.target')
    .select(['file', 'kind', 'target', 'line', 'column', 'width'])
    .where('kind', 'in', ['image', 'leadImage'])
    .where((where) =>
      where.or([
        where('width', 'is', null),
        where('width', '=', 0),
        where('kind', '=', 'leadImage').and('width', '<', minLeadImageWidth),
      ]),
    )
    .execute();
  return found.map(({ file, target, line, column, width }) => {
    const place = { file: nameOf(file), line, column };
    if (width === null) {
      return {
        ...place,
        message: `There is no picture ${target}. Put it at ${nameOf(target.slice(1))}, or correct the address; a path begins with /images/.`,
      };
    }
    if (width === 0)
      return {
        ...place,
        message: `${nameOf(target.slice(1))} is not a picture that can be read. Save it again as WebP, AVIF, JPEG or PNG.`,
      };
    return {
      ...place,
      message: `${target} is ${width} px wide; a lead picture needs at least ${minLeadImageWidth} px. Use a larger one.`,
    };
  });
}

async function checkLinks(draft: Edition, { refs, book, nameOf }: Scope): Promise<Problem[]> {
  const rows = await refs
    .leftJoin('articles', 'articles.path', 'refs.target')
    .select(['refs.file', 'refs.target', 'refs.line', 'refs.column', 'articles.status'])
    .where('refs.kind', '=', 'link')
    .where(({ eb, or }) => or([eb('articles.status', 'is', null), eb('articles.status', '=', 'draft')]))
    .where(sql<boolean>`not exists (select 1 from redirects where from_path = refs.target)`)
    .execute();
  const problems: Problem[] = [];
  const verdicts = new Map<string, boolean>();
  for (const { file, target, line, column, status } of rows) {
    const verdict =
      verdicts.get(target) ?? (status === null && (book.has(target) || (await isPageOfPaper(draft, target))));
    verdicts.set(target, verdict);
    if (verdict) continue;
    const message =
      status === 'draft'
        ? `${target} is a draft, so readers would find nothing there. Publish it, or take the link out.`
        : `There is nothing at ${target} on this site. Correct the path, or take the link out.`;
    problems.push({ file: nameOf(file), line, column, message });
  }
  return problems;
}

/** A translation in this paper is a story in the language that is said of it. */
async function checkTranslations(draft: Edition, { refs: all, book, nameOf }: Scope): Promise<Problem[]> {
  const refs = await all.selectAll().where('kind', '=', 'translation').execute();
  if (refs.length === 0) return [];
  const site = await draft.selectFrom('meta').select('value').where('key', '=', 'site').executeTakeFirst();
  // A paper without a site.yaml is told that first.
  if (!site) return [];
  const { locale }: { locale: string } = JSON.parse(site.value);
  const problems: Problem[] = [];
  for (const { file, target, line, column } of refs) {
    const [lang = '', path = ''] = target.split(' ');
    const place = { file: nameOf(file), line, column };
    const story = await draft.selectFrom('articles').select('lang').where('path', '=', path).executeTakeFirst();
    if (!story) {
      if (book.has(path)) continue;
      problems.push({
        ...place,
        message: `There is no story at ${path} on this site. Correct the path, or take it out.`,
      });
      continue;
    }
    const actual = story.lang ?? locale;
    if (actual === lang) continue;
    const message = `${path} is in “${actual}”, not in “${lang}”. Correct “lang” here, or in that story.`;
    problems.push({ ...place, message });
  }
  return problems;
}

/** An address that changed files claim, and that a file which did not change has already. */
async function checkTakenAddresses(
  draft: Edition,
  book: AddressBook,
  nameOf: (file: string) => string,
): Promise<Problem[]> {
  const claims = [...book.entries()].filter(([claim]) => claim.startsWith('/'));
  const owners = await ownersOf(
    draft,
    claims.map(([claim]) => claim),
  );
  const problems: Problem[] = [];
  for (const [claim, { file, name, line, column }] of claims) {
    const owner = owners.get(claim)?.find((other) => other !== file);
    if (owner !== undefined) {
      const message = `The address ${claim} is taken by ${nameOf(owner)} already. Rename one file, or take the address out of “redirectFrom”.`;
      problems.push({ file: name, line, column, message });
    } else if (isOwnAddress(claim) || (!isStoryPath(claim) && (await isPageOfPaper(draft, claim)))) {
      const message = `${claim} is a page of this site, so it can lead nowhere else. Take it out of “redirectFrom”.`;
      problems.push({ file: name, line, column, message });
    }
  }
  return problems;
}

/** The files that have some addresses, as a story's own or as an old one. */
async function ownersOf(draft: Edition, claims: string[]): Promise<Map<string, string[]>> {
  const owners = new Map<string, string[]>();
  for (const some of batches(claims)) {
    const own = await draft.selectFrom('articles').select(['path', 'file']).where('path', 'in', some).execute();
    const old = await draft
      .selectFrom('redirects')
      .select(['from_path as path', 'file'])
      .where('from_path', 'in', some)
      .execute();
    for (const { path, file } of [...own, ...old]) owners.set(path, [...(owners.get(path) ?? []), file]);
  }
  return owners;
}

/** Nothing but a story has such an address. */
function isStoryPath(path: string): boolean {
  return /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+$/.test(path);
}

/** The known slug that a mistyped one is closest to: the same but for case, hyphens, or one letter more or less. */
function nearest(slug: string, known: string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const wanted = plain(slug);
  return known.find((other) => {
    const candidate = plain(other);
    if (candidate === wanted) return true;
    if (Math.abs(candidate.length - wanted.length) > 1) return false;
    let start = 0;
    while (start < wanted.length && wanted[start] === candidate[start]) start += 1;
    let end = 0;
    while (end < Math.min(wanted.length, candidate.length) - start && wanted.at(-1 - end) === candidate.at(-1 - end))
      end += 1;
    return Math.max(wanted.length, candidate.length) - start - end <= 1;
  });
}
