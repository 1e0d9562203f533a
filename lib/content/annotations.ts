import path from 'node:path';
import type { Problem, Severity } from './problem';

/** GitHub shows so many of one step beside the lines. */
export const annotationsShown = 10;

/**
 * Problems as GitHub Actions takes them from a log, to show them beside the lines of a pull request:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 *
 * @param workspace the root of the repository, absolute; paths are counted from it, and those of files elsewhere, which
 *   have no line in a pull request, stay absolute
 */
export function annotations(problems: Problem[], workspace: string, severity: Severity = 'error'): string[] {
  return problems.map(({ file, line, column, message }) => {
    const name = pathIn(workspace, path.resolve(file));
    return `::${severity} file=${property(name)},line=${line},col=${column},title=Content::${text(message)}`;
  });
}

function pathIn(folder: string, file: string): string {
  const relative = path.relative(folder, file);
  const isOutside = relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return (isOutside ? file : relative).split(path.sep).join('/');
}

function text(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
