import type { Root } from 'hast';

/** A mistake in a body, or something to look at; lines and columns count from 1, from the first line below the front matter. */
export type BodyProblem = { line: number; column: number; message: string };

/** A link or picture that a body points to, and where it stands. */
export type BodyReference = { target: string; line: number; column: number };

export type BodyHeading = { id: string; text: string; depth: number };

/** A story's body as data: what the edition keeps and what pages render. */
export type Body = {
  tree: Root;
  headings: BodyHeading[];
  /** The readable text, for search. */
  text: string;
  words: number;
  /** Links to other pages of this site, as paths. */
  links: BodyReference[];
  /** Addresses of other sites that it leads to. */
  outside: BodyReference[];
  /** Pictures of this paper, /images/…. */
  images: BodyReference[];
  problems: BodyProblem[];
  /** What may be meant so, and is to be looked at. */
  warnings: BodyProblem[];
};
