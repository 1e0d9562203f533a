import type { FunctionFiles } from './function-size';

/** What a host answered. */
export type Answer = { status: number; headers: Headers; body: Buffer };

/** A host's build, running on this machine. */
export type Host = {
  /** Its functions that answer readers, by name. */
  functions: Map<string, FunctionFiles>;
  /** Pages that the build made, which the host keeps from the first moment, by the file that they lie in. */
  keptPages: Map<string, string>;
  /** Asks as a reader does; redirects are not followed. */
  ask(path: string): Promise<Answer>;
  /** Ends every process of it. */
  end(): Promise<void>;
};

/** What starts one. */
export type HostOptions = {
  /** Where the host's build was run. */
  projectDir: string;
  /** For what is laid out and read by the functions' user. */
  workDir: string;
  /** By which readers know the site. */
  siteUrl: string;
  /** What is set for the functions at the host. */
  env: Record<string, string>;
};
