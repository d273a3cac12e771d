// @ts-check
/** A subject's site in a folder of its own, and the three ways that it is built in. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from './run.mjs';
import { verifyChange } from './verify.mjs';

/** @typedef {import('./figures.mjs').Mode} Mode */

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';

const INTERRUPTED = 130;

/** In the order in which they are run: each is the state that the one before leaves. */
export const MODES = /** @type {const} */ (['cold', 'same', 'one']);

/**
 * @param {import('./peers/subject.mjs').Subject} subject
 * @param {string} content
 * @param {string} folder Made here.
 * @param {import('./sizes.mjs').Size} size
 */
export function makeSite(subject, content, folder, size) {
  mkdirSync(folder, { recursive: true });
  subject.prepare(content, folder);
  const given = new Set(readdirSync(folder));
  const event = join(folder, subject.content, size.event);
  const text = readFileSync(event, 'utf8').trimEnd();
  let changes = 0;
  return {
    subject,
    folder,
    /** @param {Mode} mode @param {{ sampleMs?: number }} [options] */
    async build(mode, options = {}) {
      if (mode === 'cold')
        for (const name of readdirSync(folder).filter((one) => !given.has(one)))
          rmSync(join(folder, name), { recursive: true });
      const remark = `记录第${1000 + changes}号。`;
      if (mode === 'one') {
        changes += 1;
        writeFileSync(event, `${text}${remark}\n`);
      }
      const run = await timed(subject.command, { cwd: folder, ...options });
      if (mode === 'one') verifyChange(subject, folder, size, remark);
      return run;
    },
  };
}

/** Files below a folder with their bytes. @param {string} folder @returns {[string, number][]} */
export function filesWithSizes(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(folder.length + 1), statSync(file).size];
    });
}

/** A folder in memory, removed when `use` is done, also when it is interrupted. @param {(folder: string) => Promise<void>} use */
export async function inMemory(use) {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'fazhi-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const end = () => process.exit(INTERRUPTED);
  process.once('exit', remove).once('SIGINT', end).once('SIGTERM', end);
  try {
    await use(folder);
  } finally {
    remove();
    process.off('exit', remove).off('SIGINT', end).off('SIGTERM', end);
  }
}
