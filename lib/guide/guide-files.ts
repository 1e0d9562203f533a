import type { ContentKind } from '../content/content-file';
import { contentKinds } from '../content/field-definitions';
import { schemaOf } from './field-schema';
import { snippets } from './snippets';
import { styleGuide } from './style-guide';

/** Where the schema of a kind of file stands, from the project's folder. */
export function schemaFile(kind: ContentKind): string {
  return `.vscode/${kind.toLowerCase()}.schema.json`;
}

/** Everything that `npm run guide` writes: texts by their path from the project's folder. */
export function guideFiles(): Record<string, string> {
  return {
    ...Object.fromEntries(contentKinds.map((kind) => [schemaFile(kind), json(schemaOf(kind))])),
    '.vscode/slugline.code-snippets': json(snippets()),
    'content/pages/style-guide.mdx': styleGuide(),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
