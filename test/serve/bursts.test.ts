/** Watching equals building: after any burst of changes, the bytes served and the words said are those of a clean build. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASE, NEXT_YEAR } from '../support/content.js';
import { folderOf } from '../support/folder.js';
import { ask, checked, differences, serveFiles, told, type Serving } from '../support/serving.js';

const FILES = { ...BASE, ...NEXT_YEAR };
const PATHS = Object.keys(FILES);
const FOLDERS = ['2022', '2023', '2022/events', '2023/sections', '2022/duties'];

type Change = (content: string) => void;

/** A change that has nothing to work on, since an earlier one took it away, is none. */
function move(content: string, from: string, to: string): void {
  if (!existsSync(join(content, from)) || existsSync(join(content, to))) return;
  mkdirSync(dirname(join(content, to)), { recursive: true });
  renameSync(join(content, from), join(content, to));
}

function write(content: string, path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

const path = fc.constantFrom(...PATHS);
const folder = fc.constantFrom(...FOLDERS);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(path, fc.constantFrom('一句话。', '', '---', '<b>', '\u0000')).map(
    ([path, words]): Change =>
      (content) =>
        write(content, path, `${FILES[path] ?? ''}\n${words}\n`),
  ),
  path.map(
    (path): Change =>
      (content) =>
        write(content, path, FILES[path] ?? ''),
  ),
  path.map(
    (path): Change =>
      (content) =>
        write(content, path, ''),
  ),
  path.map(
    (path): Change =>
      (content) =>
        rmSync(join(content, path), { force: true }),
  ),
  path.map(
    (path): Change =>
      (content) =>
        move(
          content,
          path,
          path.replace(/[^/]+$/, (name) => name.toUpperCase()),
        ),
  ),
  folder.map(
    (folder): Change =>
      (content) =>
        move(content, folder, `${folder}备份`),
  ),
  folder.map(
    (folder): Change =>
      (content) =>
        move(content, `${folder}备份`, folder),
  ),
  folder.map(
    (folder): Change =>
      (content) =>
        rmSync(join(content, folder), { recursive: true, force: true }),
  ),
);
const bursts = fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });

/** What differs from a clean build: nothing once the server has caught up. */
async function faults(serving: Serving): Promise<string[]> {
  const state: unknown = JSON.parse((await ask(serving.port, '/.fazhi/state')).body.toString());
  const said = told(state as Parameters<typeof told>[0]).toSorted();
  const due = checked(serving.content).toSorted();
  if (JSON.stringify(said) !== JSON.stringify(due)) return [`said ${said.join('\n')}`, `due ${due.join('\n')}`];
  return due.some((words) => words.startsWith('error')) ? [] : differences(serving);
}

async function caughtUp(serving: Serving): Promise<string[]> {
  for (;;) {
    const seen = serving.listener.states.length;
    // oxlint-disable-next-line eslint/no-await-in-loop
    const found = await faults(serving);
    if (found.length === 0) return [];
    // oxlint-disable-next-line eslint/no-await-in-loop
    const isNews = await Promise.race([
      serving.listener.until(() => true, seen).then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false)),
    ]);
    if (!isNews) return found;
  }
}

/** Far longer than the server takes for its last look. */
const PATIENCE_MS = 5000;

test('whatever happens to the files, the server catches up with a clean build', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(bursts, async (bursts) => {
      const serving = await serveFiles(FILES);
      for (const burst of bursts) {
        for (const change of burst) change(serving.content);
        // oxlint-disable-next-line eslint/no-await-in-loop
        expect(await caughtUp(serving)).toEqual([]);
      }
      // From wherever that led, back to a site without errors: then all its bytes are compared.
      for (const name of readdirSync(serving.content)) rmSync(join(serving.content, name), { recursive: true });
      folderOf(
        { ...FILES, 'site.yaml': BASE['site.yaml']?.replace('派出所]', '派出所, 均川派出所]') },
        serving.content,
      );
      expect(await caughtUp(serving)).toEqual([]);
      expect(checked(serving.content).filter((words) => words.startsWith('error'))).toEqual([]);
      await serving.close();
    }),
    { numRuns: 20 },
  );
});
