import { annotations, annotationsShown } from './annotations';
import { formatProblem, type Problem } from './problem';

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
  const things = problems.length === 1 ? '1 thing' : `${problems.length} things`;
  const lines = [...problems.map(formatProblem), '', `${things} to mend; ${outcome}.`];
  if (env.GITHUB_ACTIONS === 'true') {
    lines.push(...annotations(problems, env.GITHUB_WORKSPACE ?? process.cwd()));
    if (problems.length > annotationsShown) {
      lines.push(`GitHub shows the first ${annotationsShown} beside their lines; all of them are listed above.`);
    }
  }
  return lines.join('\n');
}
