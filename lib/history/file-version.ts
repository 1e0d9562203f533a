/** A story's file as a commit left it. */
export type FileVersion = {
  commit: string;
  /** Its path then, below the content folder. */
  path: string;
  /** Milliseconds since 1970 in UTC. */
  committedAt: number;
  /** The contents, by their name in git. */
  blob: string;
};
