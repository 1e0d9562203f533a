/** Something wrong in content/, at the place where an editor mends it. */
export type Problem = {
  /** Path from the project's folder, or from the content folder's parent when that lies elsewhere. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 code units. */
  column: number;
  /** What is wrong, and how to mend it. */
  message: string;
};

/** A problem stands in the way; a warning only asks somebody to look. */
export type Severity = 'error' | 'warning';

/** One line as compilers print it, so that editors and terminals make it a link. */
export function formatProblem({ file, line, column, message }: Problem, severity: Severity = 'error'): string {
  return `${file}:${line}:${column} ${severity === 'warning' ? 'warning: ' : ''}${message}`;
}

/** In the order in which somebody would go through them. */
export function sortProblems(problems: Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
