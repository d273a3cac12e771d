/** The contents of `test/clerks/`: a faultless report, `base`, with one mistake each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, type Files } from './folder.js';

const ROOT = join(import.meta.dirname, '../clerks');
const NOTES = ['expected.txt', 'gone.txt'];

export const CLERK_CASES = readdirSync(ROOT).filter((name) => name !== 'base');

/** The files of the base, with the changes of a case. */
export function clerkContent(name: string): Files {
  const filesOf = (folder: string): [string, Uint8Array][] =>
    filesIn(folder)
      .filter((path) => !NOTES.includes(path))
      .map((path) => [path, readFileSync(join(folder, path))]);
  const list = join(ROOT, name, 'gone.txt');
  const gone = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  const files: Files = Object.fromEntries([...filesOf(join(ROOT, 'base')), ...filesOf(join(ROOT, name))]);
  return { ...files, ...Object.fromEntries(gone.map((path) => [path, undefined])) };
}
