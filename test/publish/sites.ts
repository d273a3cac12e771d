/** Small sites to publish, what a folder holds, and places that fail on purpose. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { byCodeUnit } from '../../src/model/by-code-unit.js';
import { listText } from '../../src/model/manifest.js';
import type { Place } from '../../src/publish/place.js';
import type { Site } from '../../src/publish/publish.js';
import { versionOf } from '../../src/publish/records.js';
import { folderOf } from '../support/folder.js';

/** A built site of these files, with its manifest. */
export function siteOf(texts: Readonly<Record<string, string>>): Site {
  const root = folderOf(texts);
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  writeFileSync(join(root, 'manifest.json'), listText(files));
  const version = versionOf(listText(files));
  if (version === undefined) throw new Error('no manifest');
  return { root, version };
}

/** The texts of a site, manifest included, as `shown` gives them. */
export function textsOf(site: Site): Record<string, string> {
  return Object.fromEntries(
    site.version.files
      .toSorted((a, b) => byCodeUnit(a.path, b.path))
      .map(({ path }) => [path, readFileSync(join(site.root, path), 'utf8')]),
  );
}

/**
 * What readers see of a folder, by path: texts; a link's target after `->`. Without what publishing keeps in it, and
 * without the name of an empty folder.
 */
export function shown(folder: string): Record<string, string> {
  const found: [string, string][] = [];
  const walk = (path: string): void => {
    for (const name of readdirSync(join(folder, path)).toSorted()) {
      const below = path === '' ? name : `${path}/${name}`;
      if (below === '.fazhi') continue;
      const stat = lstatSync(join(folder, below));
      if (stat.isDirectory()) walk(below);
      else
        found.push([
          below,
          stat.isSymbolicLink() ? `-> ${readlinkSync(join(folder, below))}` : readFileSync(join(folder, below), 'utf8'),
        ]);
    }
  };
  walk('');
  return Object.fromEntries(found.toSorted(([a], [b]) => byCodeUnit(a, b)));
}

/** Every step that a place is asked for, counted one file at a time. */
export interface Cut {
  place: Place;
  /** How many steps were asked for. */
  steps: () => number;
}

/**
 * A place that is gone before the step of this number: nothing more is done from then on, as when the process is killed
 * or the cable pulled. Lists are done one by one, so that each can be cut off in its middle.
 */
export function cutBefore(place: Place, step: number, words = '连接断开。'): Cut {
  let steps = 0;
  const next = (): void => {
    steps += 1;
    if (steps > step) throw new EnvironmentError({ zh: words, en: 'Cut off.' });
  };
  const once =
    <Arguments extends unknown[], Result>(action: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      next();
      return action(...given);
    };
  const each = async <Item>(items: readonly Item[], action: (item: Item) => Promise<unknown>): Promise<void> => {
    for (const item of items) {
      next();
      await action(item);
    }
  };
  return {
    steps: () => steps,
    place: {
      stat: once((path) => place.stat(path)),
      list: once((folder) => place.list(folder)),
      read: once((path) => place.read(path)),
      makeFolders: (paths) => each(paths, (path) => place.makeFolders([path])),
      put: (files, onDone) =>
        each(files, async (file) => {
          await place.put([file]);
          onDone?.(file.to);
        }),
      duplicate: async (pairs) => {
        let isDone = true;
        await each(pairs, async (pair) => (isDone &&= await place.duplicate([pair])));
        return isDone;
      },
      makeLink: once((path, target) => place.makeLink(path, target)),
      rename: (pairs) => each(pairs, (pair) => place.rename([pair])),
      remove: (paths) => each(removalOrder(paths), (path) => place.remove([path])),
      close: () => place.close(),
    },
  };
}

/** One by one, folders would be met before what is in them: the files of a list go first, in its order. */
function removalOrder(paths: readonly string[]): string[] {
  const holds = (path: string): boolean => paths.some((other) => other.startsWith(`${path}/`));
  return [...paths.filter((path) => !holds(path)), ...paths.filter(holds).toSorted().toReversed()];
}

/** The Chinese words of the `EnvironmentError` that an action ends in. */
export async function refusalOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
  } catch (error) {
    if (error instanceof EnvironmentError) return error.words.zh;
    throw error;
  }
  throw new Error('It was not refused.');
}
