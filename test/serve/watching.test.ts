/**
 * Watching equals building: after any bursts of edits, what is served and said is what a build from nothing gives.
 *
 * Real files, the real watcher, the real server; how edits come about is `test/support/edits.ts`.
 */
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { check } from '../../src/build.js';
import { apply, bursts, COUNTY, type Edit } from '../support/edits.js';
import { ask, differences, serveFiles, told, type Serving } from '../support/serving.js';

/** A difference that lasts so long is one, on however busy a machine. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 50;
/** Longer than the server takes to look at everything once more. */
const QUIET_MS = 400;
/** What a page is told at most. */
const MAX_MISTAKES = 100;

interface Outcome {
  mistakes: string[];
  counts: object;
  /** Files that are not served as a build makes them. */
  differences: string[];
  /** Files that earlier builds made, and are served though this one does not make them. */
  leftOver: string[];
}

/** What a build from nothing says: the first mistakes, errors before the others. */
function wanted(content: string): Outcome {
  const { diagnostics } = check(content);
  const of = (severity: string): typeof diagnostics => diagnostics.filter((one) => one.severity === severity);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  return {
    mistakes: [...errors, ...warnings, ...infos]
      .slice(0, MAX_MISTAKES)
      .map(({ severity, at, message }) => `${severity} content/${at.file}:${at.line}:${at.column} ${message.zh}`),
    counts: { error: errors.length, warning: warnings.length, info: infos.length },
    differences: [],
    leftOver: [],
  };
}

/** What is said and served. While there are errors, the last good site stays, so its files are compared to nothing. */
async function found(serving: Serving, hasErrors: boolean, seen: Set<string>): Promise<Outcome> {
  const state = serving.listener.states.at(-1);
  if (!state) throw new Error('the server said nothing');
  const files = hasErrors ? undefined : await servedFiles(serving);
  const leftOver = files ? await Promise.all([...seen].map((path) => isLeftOver(serving, path, files))) : [];
  files?.forEach((path) => seen.add(path));
  return {
    mistakes: told(state),
    counts: state.counts,
    differences: files ? await differences(serving) : [],
    leftOver: leftOver.flat(),
  };
}

async function servedFiles({ port }: Serving): Promise<Set<string>> {
  const { body } = await ask(port, '/manifest.json');
  return new Set((JSON.parse(body.toString()) as { files: { path: string }[] }).files.map(({ path }) => path));
}

async function isLeftOver({ port }: Serving, path: string, files: Set<string>): Promise<string[]> {
  if (files.has(path)) return [];
  return (await ask(port, `/${encodeURI(path)}`)).status === 404 ? [] : [path];
}

function hasError({ mistakes }: Outcome): boolean {
  return mistakes.some((words) => words.startsWith('error'));
}

async function followsEveryBurst(edits: Edit[][]): Promise<void> {
  const serving = await serveFiles(COUNTY);
  const seen = new Set<string>();
  for (const burst of [[], ...edits]) {
    for (const edit of burst) apply(edit, serving.content);
    const outcome = wanted(serving.content);
    const end = Date.now() + PATIENCE_MS;
    const look = (): Promise<Outcome> => found(serving, hasError(outcome), seen);
    // Each look has to wait for the one before it.
    /* oxlint-disable eslint/no-await-in-loop */
    let last = await look();
    while (JSON.stringify(last) !== JSON.stringify(outcome) && Date.now() < end) {
      await sleep(LOOK_MS);
      last = await look();
    }
    /* oxlint-enable eslint/no-await-in-loop */
    expect(last).toEqual(outcome);
  }
  await sleep(QUIET_MS);
  const outcome = wanted(serving.content);
  expect(await found(serving, hasError(outcome), seen)).toEqual(outcome);
  await serving.close();
}

test('the files and the messages that are served are those of a build from nothing', async () => {
  await fc.assert(fc.asyncProperty(bursts, followsEveryBurst), { numRuns: 15 });
}, 600_000);
