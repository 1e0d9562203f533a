import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../files-below';
import type { FunctionFiles } from './function-size';

type FunctionConfig = { handler: string; filePathMap?: Record<string, string> };

/** Every path that a function of a Vercel build answers, and the folder that the function is in. */
export function listFunctions(outputDir: string): Map<string, string> {
  const root = path.join(outputDir, 'functions');
  const functions = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.func')) continue;
    const folder = path.join(entry.parentPath, entry.name);
    const name = path.relative(root, folder).split(path.sep).join('/').slice(0, -'.func'.length);
    functions.set(`/${name}`, realpathSync(folder));
  }
  return functions;
}

/** The module that answers for a function, from its folder. */
export function handlerOf(source: string): string {
  return configOf(source).handler;
}

/** @param projectDir what a function's list of files is relative to */
export function filesOfFunction(source: string, projectDir: string): FunctionFiles {
  const files = new Map<string, string>();
  for (const [name, from] of Object.entries(configOf(source).filePathMap ?? {})) {
    const file = path.join(projectDir, from);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) files.set(name, file);
  }
  for (const [name, file] of filesBelow(source)) if (name !== '.vc-config.json') files.set(name, file);
  return files;
}

/** Lays out a function as the host does: its own files, and those that its list names, where it names them. */
export function unpackFunction(source: string, projectDir: string, folder: string): void {
  cpSync(source, folder, { recursive: true });
  for (const [name, from] of Object.entries(configOf(source).filePathMap ?? {})) {
    const origin = path.join(projectDir, from);
    const target = path.join(folder, name);
    // Next lists manifests that it may write, and has not.
    if (existsSync(target) || !lstatSync(origin, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    // A package that a chunk names by another name is a link to its folder, whose files are listed as well.
    cpSync(origin, target, { recursive: true, verbatimSymlinks: true });
  }
}

function configOf(source: string): FunctionConfig {
  const config: FunctionConfig = JSON.parse(readFileSync(path.join(source, '.vc-config.json'), 'utf8'));
  return config;
}
