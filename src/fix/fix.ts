/**
 * Fix: writes what is certain into the content files, and nothing else.
 *
 * In:  the content folder.
 * Out: the folder with every certain edit made and every text saved as UTF-8 with LF; what changed; what is left to
 *      say about it.
 *
 * An edit may bring another to light, so this goes in rounds: check, edit, check again, until nothing changes.
 */
import { readFileSync } from 'node:fs';
import { check, type CheckResult } from '../build.js';
import { listTexts } from '../read/read.js';
import { applyEdits } from './apply.js';
import { replaceFile, type Refusal } from './replace-file.js';
import { savedFile, type Oddity, type SavedFile } from './saved-file.js';

export interface FixResult {
  /** Of the content as it is now. */
  checked: CheckResult;
  /** By code unit of their paths. */
  files: FixedFile[];
  /** Files that something was to be done about, and was not. */
  refused: (Refusal & { path: string })[];
}

export interface FixedFile {
  /** Relative to the content folder, with `/`. */
  path: string;
  /** What it said, and says now. */
  before: string;
  after: string;
  /** What was unusual in how it was saved. */
  oddities: readonly Oddity[];
}

/** Each round mends at least one thing in each file that has any; people make fewer that hang on each other. */
const MAX_ROUNDS = 20;

export function fix(content: string): FixResult {
  const files = new Map<string, FixedFile>();
  const refused = new Map<string, Refusal>();
  for (let round = 1; ; round += 1) {
    // Before the check: a file that is not the same afterwards is not the one that was checked.
    const saved = savedFiles(content);
    const checked = check(content);
    const isDone = round > MAX_ROUNDS || !fixOnce(saved, checked, files, refused);
    if (isDone) {
      return {
        checked,
        files: [...files.values()],
        refused: [...refused].map(([path, refusal]) => ({ path, ...refusal })),
      };
    }
  }
}

type SavedFiles = ReadonlyMap<string, SavedFile & { file: string }>;

function savedFiles(content: string): SavedFiles {
  const saved = new Map<string, SavedFile & { file: string }>();
  for (const { path, file } of listTexts(content)) {
    const one = readSaved(file);
    if (one !== undefined) saved.set(path, { ...one, file });
  }
  return saved;
}

function readSaved(file: string): SavedFile | undefined {
  try {
    return savedFile(readFileSync(file));
  } catch {
    // That it cannot be read is said by the check.
    return undefined;
  }
}

/** One round; whether it changed anything. */
function fixOnce(
  saved: SavedFiles,
  { diagnostics }: CheckResult,
  files: Map<string, FixedFile>,
  refused: Map<string, Refusal>,
): boolean {
  let hasChanged = false;
  for (const [path, { file, bytes, text, oddities }] of saved) {
    if (refused.has(path)) continue;
    const groups = diagnostics.flatMap(({ at, edits }) => (at.file === path && edits ? [edits] : []));
    const after = applyEdits(text, groups);
    const written = Buffer.from(after);
    if (written.equals(bytes)) continue;
    const refusal = replaceFile(file, bytes, written);
    if (refusal !== undefined) {
      refused.set(path, refusal);
      continue;
    }
    const earlier = files.get(path);
    files.set(path, { path, before: earlier?.before ?? text, after, oddities: earlier?.oddities ?? oddities });
    hasChanged = true;
  }
  return hasChanged;
}
