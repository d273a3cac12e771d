/** Watching equals building: after any burst of changes, the bytes served and the words said are those of a clean build. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { apply, bursts, COUNTY } from '../support/edits.js';
import { folderOf } from '../support/folder.js';
import { ask, checked, differences, serveFiles, told, type Serving } from '../support/serving.js';

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
      const serving = await serveFiles(COUNTY);
      for (const burst of bursts) {
        for (const edit of burst) apply(edit, serving.content);
        // oxlint-disable-next-line eslint/no-await-in-loop
        expect(await caughtUp(serving)).toEqual([]);
      }
      // From wherever that led, back to a site without errors: then all its bytes are compared.
      for (const name of readdirSync(serving.content)) rmSync(join(serving.content, name), { recursive: true });
      folderOf(
        { ...COUNTY, 'site.yaml': BASE['site.yaml']?.replace('派出所]', '派出所, 均川派出所]') },
        serving.content,
      );
      expect(await caughtUp(serving)).toEqual([]);
      expect(checked(serving.content).filter((words) => words.startsWith('error'))).toEqual([]);
      await serving.close();
    }),
    { numRuns: 20 },
  );
});
