/**
 * What publishing must do at any place, as tests that each kind of place runs:
 *
 *     describe('a folder behind sftp', () => {
 *       publishScenarios(async () => ({ parent, open: () => openSftp({ …, path: parent }) }));
 *     });
 *
 * `newGround` is called once a test, for an empty folder of its own; `parent` is that folder's path on this machine, for
 * the test to look into and to plant things in, and `open` opens the place whose paths are relative to it. A place that
 * takes long to ask gives `stride`: of the steps at which a publish could be cut off, every how many are tried. One that
 * has neither links nor copies says so by `isBare`.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byCodeUnit } from '../../src/model/by-code-unit.js';
import { isPart, type Place } from '../../src/publish/place.js';
import { publish, rollBack, type Published, type PublishOptions, type Site } from '../../src/publish/publish.js';
import { folderOf } from '../support/folder.js';
import { ROOT } from '../support/site.js';
import { cutBefore, refusalOf, shown, siteOf, textsOf } from './sites.js';

export interface Ground {
  /** The folder that holds the target, on this machine. */
  parent: string;
  open: () => Promise<Place>;
}

const NAME = '法治报告';

const FIRST = siteOf({
  'index.html': 'version1 首页',
  'site.css': 'a {}',
  '2022/index.html': '2022',
  '2022/data/附件 一.csv': '甲,乙',
  'old/page.html': 'to be removed',
});
/** One page differs in size, one only in its bytes; one is new, one is gone. */
const SECOND = siteOf({
  'index.html': 'version2 首页，改过',
  'site.css': 'b {}',
  '2022/index.html': '2022',
  '2022/data/附件 一.csv': '甲,乙',
  '2023/index.html': '2023',
});

export function publishScenarios(newGround: () => Ground | Promise<Ground>, { stride = 1, isBare = false } = {}): void {
  const start = async () => new Stage(await newGround());

  if (!isBare)
    describe('a target that is not there yet', () => {
      test('becomes a link to the whole site', async () => {
        const stage = await start();
        const result = await stage.publish(FIRST);
        expect(result).toEqual({
          way: 'link',
          version: FIRST.version.name,
          changed: FIRST.version.files.map(({ path }) => path),
          removed: [],
          unchanged: 0,
          foreign: [],
          resumed: 0,
        });
        expect(stage.shown()).toEqual(textsOf(FIRST));
        expect(readlinkSync(stage.target)).toBe(`.fazhi-${NAME}/${FIRST.version.name}`);
      });

      test('is not made by a dry run', async () => {
        const stage = await start();
        const { changed } = await stage.publish(FIRST, { isDryRun: true });
        expect([changed.length, readdirSync(stage.parent)]).toEqual([6, []]);
      });

      test('cut off at any step is whole or not there at all, and the next publish goes on from there', async () => {
        const counting = await start();
        const counted = await counting.cutBefore(Number.POSITIVE_INFINITY);
        await counting.publish(FIRST, {}, counted.place);
        for (let step = 0; step < counted.steps(); step += stride) {
          const stage = await start();
          if (step % 2 === 0) mkdirSync(stage.target);
          const { place } = await stage.cutBefore(step);
          const calls = stage.watch();
          await refusalOf(stage.publish(FIRST, {}, place));
          const seen = existsSync(stage.target) ? stage.shown() : {};
          expect([{}, textsOf(FIRST)], `cut before step ${step}`).toContainEqual(seen);
          expect((await stage.publish(FIRST)).way).toBe('link');
          expect(stage.shown(), `gone on after a cut before step ${step}`).toEqual(textsOf(FIRST));
          expect(filesPut(calls), `cut before step ${step}`).toHaveLength(6);
        }
      }, 120_000);

      test('has no version to go back to', async () => {
        const stage = await start();
        expect(await refusalOf(stage.rollBack())).toMatch('还没有发布过');
        await stage.publish(FIRST);
        expect(await refusalOf(stage.rollBack())).toMatch('没有可以退回的上一版');
        expect(stage.shown()).toEqual(textsOf(FIRST));
      });
    });

  describe.each(isBare ? (['files'] as const) : (['link', 'files'] as const))(
    'a target that is switched by %s',
    (way) => {
      const started = async (): Promise<Stage> => {
        const stage = await start();
        // A folder that holds something stays a folder.
        if (way === 'files') folderOf({ '通知.txt': '门户自己的文件' }, stage.target);
        await stage.publish(FIRST);
        if (way === 'link') folderOf({ '通知.txt': '门户自己的文件' }, stage.target);
        expect(stage.shown()).toEqual(expected(FIRST));
        return stage;
      };
      const expected = (site: Site, more: Readonly<Record<string, string>> = {}): Record<string, string> =>
        Object.fromEntries(
          Object.entries({ ...textsOf(site), '通知.txt': '门户自己的文件', ...more }).toSorted(([a], [b]) =>
            byCodeUnit(a, b),
          ),
        );

      test('is left alone when nothing changed', async () => {
        const stage = await started();
        const calls = stage.watch();
        const result = await stage.publish(FIRST);
        expect(result).toMatchObject({ way, changed: [], removed: [], unchanged: 6, foreign: ['通知.txt'] });
        expect(calls.filter((call) => !/^(?:stat|list|read) /.test(call))).toEqual([]);
      });

      test('is put only what differs', async () => {
        const stage = await started();
        const calls = stage.watch();
        const page = siteOf({ ...withoutManifest(FIRST), '2022/index.html': '2023' });
        const result = await stage.publish(page);
        expect(result).toMatchObject({ changed: ['2022/index.html', 'manifest.json'], removed: [], unchanged: 4 });
        expect(filesPut(calls)).toEqual(['2022/index.html', 'manifest.json']);
        expect(stage.shown()).toEqual(expected(page));
      });

      test('says in a dry run what would change, and changes nothing', async () => {
        const stage = await started();
        const calls = stage.watch();
        const result = await stage.publish(SECOND, { isDryRun: true });
        expect(result).toMatchObject({
          changed: ['index.html', 'site.css', '2023/index.html', 'manifest.json'],
          removed: ['old/page.html'],
          unchanged: 2,
          foreign: ['通知.txt'],
        });
        expect(calls.filter((call) => !/^(?:stat|list|read) /.test(call))).toEqual([]);
      });

      test('becomes the next version, keeps the files of others, and goes back and forward', async () => {
        const stage = await started();
        folderOf({ '2022/扫描件.pdf': '扫描' }, stage.target);
        mkdirSync(join(stage.target, '空文件夹'));
        symlinkSync('通知.txt', join(stage.target, 'link'));
        const others = { '2022/扫描件.pdf': '扫描', link: '-> 通知.txt' };
        expect((await stage.publish(SECOND)).foreign.toSorted()).toEqual(
          ['2022/扫描件.pdf', 'link', '通知.txt'].toSorted(),
        );
        expect(stage.shown()).toEqual(expected(SECOND, others));
        expect(existsSync(join(stage.target, '空文件夹'))).toBe(true);
        expect(existsSync(join(stage.target, 'old'))).toBe(false);

        folderOf({ '2022/扫描件.pdf': '重新扫描', 'later.txt': '后来放的' }, stage.target);
        const later = { ...others, '2022/扫描件.pdf': '重新扫描', 'later.txt': '后来放的' };
        expect((await stage.rollBack({ isDryRun: true })).removed).toEqual(['2023/index.html']);
        expect(stage.shown()).toEqual(expected(SECOND, later));
        expect(await stage.rollBack()).toMatchObject({
          way,
          version: FIRST.version.name,
          removed: ['2023/index.html'],
        });
        expect(stage.shown()).toEqual(expected(FIRST, later));
        await stage.rollBack();
        expect(stage.shown()).toEqual(expected(SECOND, later));
      });

      test('keeps one version before, and nothing else of its own', async () => {
        const stage = await started();
        await stage.publish(SECOND);
        const third = siteOf({ 'index.html': 'version3' });
        await stage.publish(third);
        expect(stage.shown()).toEqual(expected(third));
        const kept = readdirSync(stage.records(way)).toSorted();
        const names = [SECOND.version.name, third.version.name];
        const lists = names.map((name) => `${name}.json`);
        const folders = way === 'link' ? names : [SECOND.version.name];
        expect(kept).toEqual([...folders, ...lists, 'claim.json', 'state.json'].toSorted());
        await stage.rollBack();
        expect(stage.shown()).toEqual(expected(SECOND));
        await stage.publish(third);
        await stage.publish(FIRST);
        expect(stage.shown()).toEqual(expected(FIRST));
        await stage.rollBack();
        expect(stage.shown()).toEqual(expected(third));
      });

      test('is mended where a file is gone, has another size, or was copied over by another site', async () => {
        const stage = await started();
        await stage.publish(SECOND);
        rmSync(join(stage.target, '2023/index.html'));
        writeFileSync(join(stage.target, 'site.css'), 'longer than it was');
        expect((await stage.publish(SECOND)).changed).toEqual(['site.css', '2023/index.html']);
        expect(stage.shown()).toEqual(expected(SECOND));

        // Of the same size, so only its manifest tells.
        const other = siteOf({ ...withoutManifest(SECOND), 'site.css': 'c {}' });
        for (const path of ['site.css', 'manifest.json'])
          writeFileSync(join(stage.target, path), textsOf(other)[path] ?? '');
        expect((await stage.publish(SECOND)).changed).toHaveLength(6);
        expect(stage.shown()).toEqual(expected(SECOND));

        // Of the same size, and nothing tells: all files are put again when asked.
        replaceFile(join(stage.target, 'site.css'), 'd {}');
        expect((await stage.publish(SECOND)).changed).toEqual([]);
        expect((await stage.publish(SECOND, { all: true })).changed).toHaveLength(6);
        expect(stage.shown()).toEqual(expected(SECOND));
        // Mending leaves the version before what it was.
        await stage.rollBack();
        expect(stage.shown()).toEqual(expected(FIRST));
      });

      test('is refused, and left as it is, where something of others is in the way', async () => {
        const stage = await started();
        folderOf({ '2023/INDEX.html': '别人的', 'Site.css/x': '' }, stage.target);
        const before = stage.shown();
        const words = await refusalOf(stage.publish(siteOf({ ...withoutManifest(SECOND), '通知.txt': '网站的' })));
        expect(words).toMatch(/占了网站文件的位置：.*没有改动任何文件/);
        for (const path of ['2023/INDEX.html', 'Site.css', '通知.txt']) expect(words).toContain(`“${path}”`);
        expect(stage.shown()).toEqual(before);
        writeFileSync(join(stage.target, '通知.txt'), '网站的');
        rmSync(join(stage.target, '2023'), { recursive: true });
        rmSync(join(stage.target, 'Site.css'), { recursive: true });
        // The very bytes that are wanted are in nobody's way.
        const same = siteOf({ ...withoutManifest(SECOND), '通知.txt': '网站的' });
        await stage.publish(same);
        expect(stage.shown()).toEqual(textsOf(same));
      });

      test('has no file outside it touched, whatever was planted in it', async () => {
        const outside = folderOf({ 'index.html': '外面的', victim: '外面的' });
        const stage = await started();
        const manifest = join(stage.target, 'manifest.json');
        const list = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { path: string }[] };
        list.files.push(
          { ...list.files[0], path: '../victim' },
          { ...list.files[0], path: '通知.txt' },
          { ...list.files[0], path: join(outside, 'victim') },
        );
        replaceFile(manifest, JSON.stringify(list));
        folderOf({ victim: '旁边的' }, stage.parent);
        await stage.publish(SECOND);
        expect(stage.shown()).toEqual(expected(SECOND));
        expect(readFileSync(join(stage.parent, 'victim'), 'utf8')).toBe('旁边的');

        rmSync(join(stage.target, '2023'), { recursive: true });
        symlinkSync(outside, join(stage.target, '2023'));
        expect(await refusalOf(stage.publish(SECOND))).toContain('“2023”');
        rmSync(join(stage.target, '2023'));

        const staged = join(stage.records(way), FIRST.version.name);
        rmSync(staged, { recursive: true, force: true });
        rmSync(`${staged}.json`, { force: true });
        symlinkSync(outside, staged);
        await stage.publish(SECOND).catch(() => undefined);
        await stage.publish(FIRST).catch(() => undefined);
        await stage.rollBack().catch(() => undefined);
        rmSync(staged, { recursive: true, force: true });
        mkdirSync(staged);
        symlinkSync(outside, join(staged, '2022'));
        await stage.publish(FIRST).catch(() => undefined);
        expect(shown(outside)).toEqual({ 'index.html': '外面的', victim: '外面的' });
      });

      test('takes records that make no sense for none', async () => {
        const stage = await started();
        for (const text of ['', '[]', 'null', '{"current":"../..","previous":7,"begun":{}}', '{"begun":["..",null]}']) {
          writeFileSync(join(stage.records(way), 'state.json'), text);
          const site = siteOf({ ...withoutManifest(SECOND), 'a.txt': text });
          await stage.publish(site);
          expect(stage.shown()).toEqual(expected(site));
        }
        const list = join(stage.records(way), `${SECOND.version.name}.json`);
        await stage.publish(SECOND);
        writeFileSync(list, readFileSync(list, 'utf8').replace('site.css', '通知.txt'));
        await stage.publish(FIRST);
        expect(stage.shown()).toEqual(expected(FIRST));
      });

      test('cut off at any step is whole, and the next publish goes on from there', async () => {
        const counting = await started();
        const counted = await counting.cutBefore(Number.POSITIVE_INFINITY);
        await counting.publish(SECOND, {}, counted.place);
        const steps = counted.steps();
        expect(steps).toBeGreaterThan(15);

        for (let step = 0; step < steps; step += stride) {
          const stage = await started();
          const { place } = await stage.cutBefore(step);
          const calls = stage.watch();
          const words = await refusalOf(stage.publish(SECOND, {}, place));
          expect(words).toMatch(/^连接断开。\n线上/);
          const versions = [expected(FIRST), expected(SECOND)];
          if (way === 'link') expect(versions, `cut before step ${step}`).toContainEqual(stage.shown());
          else expectWhole(stage.shown(), versions, isBare);
          if (words.includes('没有改动')) expect(stage.shown(), `cut before step ${step}`).toEqual(versions[0]);

          // Every third is taken back first, or followed by another site.
          if (step % 3 === 1 && way === 'files' && words.includes('--rollback')) {
            await stage.rollBack();
            expect(stage.shown(), `taken back after a cut before step ${step}`).toEqual(versions[0]);
          }
          if (step % 3 === 2) {
            const other = siteOf({ ...withoutManifest(SECOND), 'index.html': 'version3', 'c.css': '' });
            await stage.publish(other);
            expect(stage.shown(), `another after a cut before step ${step}`).toEqual(expected(other));
            continue;
          }
          const result = await stage.publish(SECOND);
          expect(stage.shown(), `gone on after a cut before step ${step}`).toEqual(expected(SECOND));
          if (step % 3 === 0) expect(filesPut(calls), `cut before step ${step}`).toHaveLength(4);
          if (step % 3 === 0 && words.includes('没有改动')) expect(result.changed).toHaveLength(4);
          expect((await stage.publish(SECOND)).changed).toEqual([]);
          await stage.rollBack();
          expect(stage.shown(), `back after a cut before step ${step}`).toEqual(expected(FIRST));
        }
      }, 120_000);

      test('cut off at any step of going back is whole, and goes back when asked again', async () => {
        const counting = await started();
        await counting.publish(SECOND);
        const counted = await counting.cutBefore(Number.POSITIVE_INFINITY);
        await counting.rollBack({}, counted.place);
        for (let step = 0; step < counted.steps(); step += stride) {
          const stage = await started();
          await stage.publish(SECOND);
          const { place } = await stage.cutBefore(step);
          await refusalOf(stage.rollBack({}, place));
          const versions = [expected(FIRST), expected(SECOND)];
          if (way === 'link') expect(versions, `cut before step ${step}`).toContainEqual(stage.shown());
          else expectWhole(stage.shown(), versions, isBare);
          // Once it has switched, going back means forward again.
          if (way === 'link' && (stage.shown()['index.html'] ?? '').startsWith('version1')) continue;
          const isDone = stateOf(stage.records(way)).current === FIRST.version.name;
          if (!isDone) await stage.rollBack();
          expect(stage.shown(), `back after a cut before step ${step}`).toEqual(expected(FIRST));
        }
      }, 120_000);

      test('is told apart from one that another publish has taken over', async () => {
        const stage = await started();
        const place = await stage.open();
        const other = siteOf({ 'index.html': 'version3' });
        let isFirst = true;
        const slow: Place = {
          ...bound(place),
          put: async (files, onDone) => {
            await place.put(files, onDone);
            if (!isFirst || files.every(({ to }) => to.endsWith('.json'))) return;
            isFirst = false;
            await stage.publish(other);
          },
        };
        expect(await refusalOf(stage.publish(SECOND, {}, slow))).toMatch('另一个人正在向同一个位置发布');
        expect(stage.shown()).toEqual(expected(other));
        await stage.publish(SECOND);
        expect(stage.shown()).toEqual(expected(SECOND));
      });

      test('is not mixed by a publish that was held up before it switched', async () => {
        const stage = await started();
        const place = await stage.open();
        const other = siteOf({ 'index.html': 'version3', '2023/index.html': '2023, and other' });
        const slow: Place = {
          ...bound(place),
          rename: async (pairs) => {
            await stage.publish(other);
            return place.rename(pairs);
          },
        };
        await stage.publish(SECOND, {}, slow).catch(() => undefined);
        const seen = stage.shown();
        expect(seen).toEqual(expected(other));
      });
    },
  );

  describe('a folder that was copied there by hand', () => {
    test('is taken over by its manifest, and its files are kept to go back to', async () => {
      const stage = await start();
      folderOf({ ...textsOf(FIRST), '通知.txt': '门户自己的文件' }, stage.target);
      const result = await stage.publish(SECOND);
      expect(result).toMatchObject({ way: 'files', removed: ['old/page.html'], unchanged: 2, foreign: ['通知.txt'] });
      expect(stage.shown()).toEqual({ ...textsOf(SECOND), '通知.txt': '门户自己的文件' });
      await stage.rollBack();
      expect(stage.shown()).toEqual({ ...textsOf(FIRST), '通知.txt': '门户自己的文件' });
    });

    test('is refused by name where its manifest is damaged', async () => {
      const stage = await start();
      folderOf({ ...textsOf(FIRST), 'manifest.json': '{"generator":"fazhi","files":[{"path":"../x"}]}' }, stage.target);
      const before = stage.shown();
      expect(await refusalOf(stage.publish(SECOND))).toContain('“manifest.json”');
      expect(stage.shown()).toEqual(before);
    });

    test('is refused where its working folder is a link', async () => {
      const outside = folderOf({ victim: '外面的' });
      const stage = await start();
      folderOf(textsOf(FIRST), stage.target);
      symlinkSync(outside, join(stage.target, '.fazhi'));
      expect(await refusalOf(stage.publish(SECOND))).toContain('“.fazhi”');
      expect(shown(outside)).toEqual({ victim: '外面的' });
    });
  });

  describe('a target that is something else', () => {
    if (!isBare)
      test('is replaced by the link when it is an empty folder', async () => {
        const stage = await start();
        mkdirSync(stage.target);
        expect((await stage.publish(FIRST, { isDryRun: true })).way).toBe('link');
        expect((await stage.publish(FIRST)).way).toBe('link');
        expect(stage.shown()).toEqual(textsOf(FIRST));
      });

    test('is refused when it is a file, or a link to elsewhere', async () => {
      const outside = folderOf({ victim: '外面的' });
      const stage = await start();
      writeFileSync(stage.target, '');
      expect(await refusalOf(stage.publish(FIRST))).toMatch('是文件，不是文件夹');
      for (const leadsTo of [outside, `.fazhi-${NAME}/../..`, `.fazhi-${NAME}`, 'nowhere']) {
        rmSync(stage.target);
        symlinkSync(leadsTo, stage.target);
        expect(await refusalOf(stage.publish(FIRST))).toMatch('是一个链接');
        expect(await refusalOf(stage.rollBack())).toMatch('是一个链接');
      }
      expect([shown(outside), readdirSync(stage.parent)]).toEqual([{ victim: '外面的' }, [NAME]]);
    });
  });

  if (!isBare)
    test('a reader sees the old site whole or the new one, never a mixture', async () => {
      const stage = await start();
      const pages = Array.from({ length: 12 }, (_, index) => `${index}/页.html`);
      const version = (number: number): Site =>
        siteOf(
          Object.fromEntries(
            ['index.html', ...pages.slice(number % 3)].map((path) => [
              path,
              `version${number} ${path} ${'法'.repeat(number)}`,
            ]),
          ),
        );
      await stage.publish(version(0));
      const reader = startReader(stage.target);
      await reader.hasSeenAnother();
      for (let number = 1; number < 9; number += 1) {
        await stage.publish(version(number));
        await reader.hasSeenAnother();
      }
      const { whole, broken } = await reader.end();
      expect(broken).toEqual([]);
      expect(Object.keys(whole)).toEqual(expect.arrayContaining(['version0', 'version7']));
      expect(Object.values(whole).reduce((sum, times) => sum + times, 0)).toBeGreaterThan(20);
    }, 120_000);

  if (!isBare)
    test('a reader finds a page at every moment, however often it is switched', async () => {
      const stage = await start();
      await stage.publish(FIRST);
      await stage.publish(SECOND);
      const watcher = startProgram<{ times: number; missed: number }>('watcher.mjs', stage.target);
      await watcher.hasSeen(1);
      for (let count = 0; count < 40; count += stride) await stage.rollBack();
      const { times, missed } = await watcher.end();
      expect(missed).toBe(0);
      expect(times).toBeGreaterThan(1000);
    }, 120_000);
}

/** A target in its ground, and what is done there. */
class Stage {
  readonly parent: string;
  readonly target: string;
  readonly open: () => Promise<Place>;
  private calls: string[] | undefined;

  constructor({ parent, open }: Ground) {
    this.parent = parent;
    this.target = join(parent, NAME);
    this.open = open;
  }

  async publish(site: Site, options: PublishOptions = {}, place?: Place): Promise<Published> {
    return this.at(place, (there) => publish(site, { place: there, name: NAME }, options));
  }

  async rollBack(options: PublishOptions = {}, place?: Place): Promise<Published> {
    return this.at(place, (there) => rollBack({ place: there, name: NAME }, options));
  }

  async cutBefore(step: number) {
    return cutBefore(await this.open(), step);
  }

  shown(): Record<string, string> {
    return shown(this.target);
  }

  records(way: 'link' | 'files'): string {
    return way === 'link' ? join(this.parent, `.fazhi-${NAME}`) : join(this.target, '.fazhi');
  }

  /** What the place is asked from now on, a line each: the call, then a path. */
  watch(): string[] {
    this.calls = [];
    return this.calls;
  }

  private async at<Result>(given: Place | undefined, action: (place: Place) => Promise<Result>): Promise<Result> {
    const place = given ?? (await this.open());
    try {
      return await action(this.calls === undefined ? place : watched(place, this.calls));
    } finally {
      await place.close();
    }
  }
}

function bound(place: Place): Place {
  return watched(place, []);
}

function watched(place: Place, calls: string[]): Place {
  const one =
    <Result>(name: string, action: (path: string) => Promise<Result>) =>
    (path: string): Promise<Result> => {
      calls.push(`${name} ${path}`);
      return action(path);
    };
  const note = (name: string, paths: readonly string[]): void => {
    calls.push(...paths.map((path) => `${name} ${path}`));
  };
  return {
    stat: one('stat', (path) => place.stat(path)),
    list: one('list', (path) => place.list(path)),
    read: one('read', (path) => place.read(path)),
    makeFolders: async (paths) => {
      note('folder', paths);
      await place.makeFolders(paths);
    },
    put: (files, onDone) =>
      place.put(files, (to) => {
        note('put', [to]);
        onDone?.(to);
      }),
    duplicate: async (pairs) => {
      note(
        'duplicate',
        pairs.map(({ to }) => to),
      );
      return place.duplicate(pairs);
    },
    makeLink: async (path, target) => {
      note('link', [path]);
      return place.makeLink(path, target);
    },
    rename: async (pairs) => {
      note(
        'rename',
        pairs.map(({ to }) => to),
      );
      await place.rename(pairs);
    },
    remove: async (paths) => {
      note('remove', paths);
      await place.remove(paths);
    },
    close: () => place.close(),
  };
}

/** The files of the site among what was put, relative to it. */
function filesPut(calls: readonly string[]): string[] {
  return calls
    .flatMap((call) => /^put .*\/[0-9a-f]{16}(?:-2)?\/(.*)$/u.exec(call)?.[1] ?? [])
    .filter((path) => !isPart(path))
    .toSorted();
}

/** Each file is, to the byte, the one of one version or the other; none that both have is missing. */
function expectWhole(
  seen: Readonly<Record<string, string>>,
  versions: readonly Readonly<Record<string, string>>[],
  mayMiss: boolean,
): void {
  for (const [path, text] of Object.entries(seen)) expect(versions.map((version) => version[path])).toContain(text);
  if (mayMiss) return;
  for (const path of Object.keys(versions[0] ?? {}))
    if (versions.every((version) => path in version)) expect(Object.keys(seen)).toContain(path);
}

function withoutManifest(site: Site): Record<string, string> {
  return Object.fromEntries(Object.entries(textsOf(site)).filter(([path]) => path !== 'manifest.json'));
}

/** As most programs save: another file takes the name, so that a second name of the old one keeps its bytes. */
function replaceFile(file: string, text: string): void {
  const aside = join(dirname(file), `${basename(file)}~`);
  writeFileSync(aside, text);
  rmSync(file);
  writeFileSync(file, text);
  rmSync(aside);
}

function stateOf(folder: string): { current?: string } {
  return JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as { current?: string };
}

/** A process that reads the site without a pause. */
export function startReader(folder: string) {
  return startProgram<{ whole: Record<string, number>; broken: string[] }>('reader.mjs', folder);
}

function startProgram<Result>(program: string, folder: string) {
  const child = spawn(process.execPath, [join(ROOT, 'test/publish', program), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let [output, sightings] = ['', 0];
  const waiting: { until: number; resolve: () => void }[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    sightings = (output.match(/^seen$/gm) ?? []).length;
    for (const { until, resolve } of waiting) if (sightings >= until) resolve();
  });
  return {
    /** Resolves when the reader has read the whole site once more than it has by now. */
    hasSeenAnother(): Promise<void> {
      // The next one may have begun before.
      return this.hasSeen(sightings + 2);
    },
    hasSeen(until: number): Promise<void> {
      return new Promise((resolve) => (sightings >= until ? resolve() : waiting.push({ until, resolve })));
    },
    async end(): Promise<Result> {
      child.stdin.end();
      await new Promise((resolve) => child.on('close', resolve));
      return JSON.parse(output.slice(output.lastIndexOf('\n{') + 1)) as Result;
    },
  };
}
