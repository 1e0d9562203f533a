import { countOf } from '../count-of';
import { annotations, annotationsShown } from './annotations';
import { formatProblem, type Problem, type Severity } from './problem';

/**
 * What a command prints of problems: each on its line, and how many they are. Under GitHub Actions the host's own notes
 * follow, which it shows beside the lines of a pull request.
 *
 * @param outcome what became of the edition, as the end of the last sentence
 * @param env usually process.env
 */
export function problemReport(
  problems: Problem[],
  outcome: string,
  env: Record<string, string | undefined> = process.env,
): string {
  const lines = problems.map((problem) => formatProblem(problem));
  return [
    ...lines,
    '',
    `${countOf(problems.length, 'thing')} to mend; ${outcome}.`,
    ...hostNotes(problems, 'error', env),
  ].join('\n');
}

/** The same of warnings, as many as somebody reads. */
export function warningReport(warnings: Problem[], env: Record<string, string | undefined> = process.env): string {
  const shown = warnings.slice(0, warningsShown);
  const rest = warnings.length - shown.length;
  const lines = shown.map((warning) => formatProblem(warning, 'warning'));
  if (rest > 0) lines.push(`… and ${rest.toLocaleString('en')} more; npm run check -- --json lists them all.`);
  return [
    ...lines,
    '',
    `${countOf(warnings.length, 'thing')} to look at.`,
    ...hostNotes(warnings, 'warning', env),
  ].join('\n');
}

const warningsShown = 100;

function hostNotes(problems: Problem[], severity: Severity, env: Record<string, string | undefined>): string[] {
  if (env.GITHUB_ACTIONS !== 'true') return [];
  const notes = annotations(problems.slice(0, warningsShown), env.GITHUB_WORKSPACE ?? process.cwd(), severity);
  if (problems.length <= annotationsShown) return notes;
  return [...notes, `GitHub shows the first ${annotationsShown} beside their lines; all of them are listed above.`];
}
