import { statSync } from 'node:fs';
import {
  editionInFunction,
  megabytes,
  sizeProblem,
  storiesThatFit,
  unpackedLimit,
  unpackedSize,
  zippedLimit,
  zippedSize,
  type FunctionFiles,
} from './function-size';

/**
 * Prints what functions weigh against what hosts take, and whether the edition is in them.
 *
 * @param isElsewhere whether the edition is in Postgres, and so must not travel
 * @returns what is wrong, in sentences
 */
export function weighFunctions(functions: Map<string, FunctionFiles>, isElsewhere: boolean): string[] {
  const problems: string[] = [];
  const sizes = new Map<string, number>();
  for (const [name, files] of functions) {
    const unpacked = unpackedSize(files);
    sizes.set(name, unpacked);
    const problem = sizeProblem(name, unpacked, editionSize(files));
    if (problem) problems.push(problem);
    if (isElsewhere === files.has(editionInFunction)) {
      problems.push(
        isElsewhere
          ? `${name} carries an edition, though the paper’s is in Postgres. See outputFileTracingIncludes in next.config.js.`
          : `${name} carries no edition. See outputFileTracingIncludes in next.config.js.`,
      );
    }
  }
  const [largest, ...others] = [...sizes].sort(([, a], [, b]) => b - a);
  const files = functions.get(largest?.[0] ?? '');
  if (!largest || !files) throw new Error('The build has no function.');
  const [name, unpacked] = largest;
  const zipped = zippedSize(files);
  const edition = editionSize(files);
  console.log(`The function ${name} has ${megabytes(unpacked)} of ${megabytes(unpackedLimit)} that the host takes.`);
  const smallest = others.at(-1);
  if (smallest) console.log(`It is the largest of ${sizes.size}; the smallest has ${megabytes(smallest[1])}.`);
  console.log(
    `Zipped it has ${megabytes(zipped)}; Lambda takes ${megabytes(zippedLimit)} in one request, ${zipped > zippedLimit ? 'so it has to go by way of S3' : 'so it can be sent as it is'}.`,
  );
  console.log(
    isElsewhere
      ? 'The edition is in Postgres and does not travel.'
      : `The edition is ${megabytes(edition)} of it; one of ${storiesThatFit(unpacked, edition).toLocaleString('en')} stories would fit.`,
  );
  return problems;
}

function editionSize(files: FunctionFiles): number {
  const edition = files.get(editionInFunction);
  return edition === undefined ? 0 : statSync(edition).size;
}
