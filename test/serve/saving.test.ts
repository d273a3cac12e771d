/**
 * The ways of saving: after each, what is served is what a clean build makes, and what is said is what `check` says.
 *
 * Real files, the real watcher: only how the files come to be changed differs.
 */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BASE, NEXT_YEAR } from '../support/content.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { ask, checked, differences, serveFiles, told, type Serving } from '../support/serving.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const good = BASE[EVENT] ?? '';
const edited = good.replace('唐王广场', '镇中心广场');
const broken = good.replace('司法所\n', '司法局所\n');
/** Until a page with these words is served. */
async function shows(serving: Serving, path: string, words: string): Promise<void> {
  const isThere = async (): Promise<boolean> => (await ask(serving.port, path)).body.includes(words);
  for (;;) {
    // Counted before asking: news that arrives meanwhile must not be waited for.
    const seen = serving.listener.states.length;
    // oxlint-disable-next-line eslint/no-await-in-loop
    if (await isThere()) return;
    // oxlint-disable-next-line eslint/no-await-in-loop
    await serving.listener.until(() => true, seen);
  }
}

describe('a page follows its file, without a word of mistakes on the way', () => {
  const ways: [string, (file: string) => void][] = [
    ['written over', (file) => writeFileSync(file, edited)],
    [
      'renamed over, as vim does',
      (file) => {
        writeFileSync(`${file}~`, edited);
        renameSync(`${file}~`, file);
      },
    ],
    [
      'renamed away first, then written, as editors with backups do',
      (file) => {
        renameSync(file, `${file}~`);
        writeFileSync(file, edited);
        unlinkSync(`${file}~`);
      },
    ],
    [
      'deleted and created',
      (file) => {
        unlinkSync(file);
        writeFileSync(file, edited);
      },
    ],
    [
      'emptied, then filled',
      (file) => {
        writeFileSync(file, '');
        writeFileSync(file, edited);
      },
    ],
    [
      'saved many times in a row',
      (file) => {
        for (let times = 0; times < 20; times += 1) writeFileSync(file, `${good}\n第${times}次保存。\n`);
        writeFileSync(file, edited);
      },
    ],
  ];

  test.each(ways)('%s', async (_, save) => {
    const serving = await serveFiles();
    save(join(serving.content, EVENT));
    await shows(serving, '/2022/timeline/', '镇中心广场');
    expect(await differences(serving)).toEqual([]);
    expect(serving.listener.states.map(({ counts }) => counts.error)).not.toContain(1);
  });
});

describe('files and folders that come and go', () => {
  test('a new event stands on the pages, and leaves them when its file goes', async () => {
    const serving = await serveFiles();
    const file = join(serving.content, '2022/events/2022-07-01-知识竞赛.md');
    writeFileSync(
      file,
      good.replace('国际禁毒日宣传\nsection', '知识竞赛\nsection').replaceAll('国际禁毒日宣传', '知识竞赛'),
    );
    await shows(serving, '/2022/timeline/', '知识竞赛');
    expect(await differences(serving)).toEqual([]);
    unlinkSync(file);
    await serving.listener.until(
      ({ changed }) => changed.includes('2022/timeline/index.html'),
      serving.listener.states.length,
    );
    expect(await differences(serving)).toEqual([]);
  });

  test('a report of another year, unpacked at once, is served, and 404 again when its folder goes', async () => {
    const serving = await serveFiles();
    folderOf(NEXT_YEAR, serving.content);
    await shows(serving, '/2023/', '2023');
    await shows(serving, '/', '2023年度');
    expect(await differences(serving)).toEqual([]);
    rmSync(join(serving.content, '2023'), { recursive: true });
    await serving.listener.until(({ changed }) => changed.includes('2023/index.html'), serving.listener.states.length);
    expect((await ask(serving.port, '/2023/')).status).toBe(404);
    expect(await differences(serving)).toEqual([]);
  });

  test('a folder that is deleted and unpacked anew, again and again, stays in sight', async () => {
    const serving = await serveFiles();
    const folder = join(serving.content, '2022');
    const copy = join(temporaryFolder(), '2022');
    cpSync(folder, copy, { recursive: true });
    for (let times = 0; times < 3; times += 1) {
      rmSync(folder, { recursive: true });
      cpSync(copy, folder, { recursive: true });
    }
    writeFileSync(join(serving.content, EVENT), edited);
    await shows(serving, '/2022/timeline/', '镇中心广场');
    // Whoever lost sight of the folder sees neither of these.
    const lecture = good.replaceAll('国际禁毒日宣传', '法治讲座').replaceAll('6月26日', '7月1日');
    writeFileSync(join(folder, 'events/2022-07-01-法治讲座.md'), lecture);
    await shows(serving, '/2022/timeline/', '法治讲座');
    writeFileSync(join(serving.content, EVENT), good);
    await shows(serving, '/2022/timeline/', '唐王广场进行国际禁毒日宣传');
    expect(await differences(serving)).toEqual([]);
  });

  test('a report’s folder that gets another name gets another address', async () => {
    const serving = await serveFiles({ ...BASE, ...NEXT_YEAR });
    mkdirSync(join(serving.content, '均川镇'));
    renameSync(join(serving.content, '2023'), join(serving.content, '均川镇/2023'));
    await shows(serving, `/${encodeURIComponent('均川镇')}/2023/`, '2023');
    expect(await differences(serving)).toEqual([]);
    expect((await ask(serving.port, '/2023/')).status).toBe(404);
  });

  test('a file whose name changes only in case gets another anchor', async () => {
    const serving = await serveFiles();
    renameSync(join(serving.content, EVENT), join(serving.content, '2022/events/2022-06-26-Drug-Control-Day.md'));
    await shows(serving, '/2022/timeline/', '2022-06-26-Drug-Control-Day');
    expect(await differences(serving)).toEqual([]);
  });

  test('an attachment that is replaced is served as it is now', async () => {
    const MEASURES = '2022/sections/10-measures.md';
    const files = { ...BASE, '2022/名单.txt': '甲', [MEASURES]: `${BASE[MEASURES]}\n见[名单](../名单.txt)。\n` };
    const serving = await serveFiles(files);
    writeFileSync(join(serving.content, '2022/名单.txt'), '乙');
    await serving.listener.until(({ changed }) => changed.includes('2022/名单.txt'), 1);
    expect(await differences(serving)).toEqual([]);
  });

  test('what editors leave beside the files is no event', async () => {
    const serving = await serveFiles();
    for (const name of ['.report.md.swp', '~$report.md', 'report.md~', 'report.tmp', '.git/index'])
      folderOf({ [`2022/${name}`]: 'x' }, serving.content);
    writeFileSync(join(serving.content, EVENT), edited);
    await shows(serving, '/2022/timeline/', '镇中心广场');
    expect(serving.listener.states).toHaveLength(2);
  });
});

describe('a mistake', () => {
  test('is told as check tells it, while the last good page stays, until it is mended', async () => {
    const serving = await serveFiles();
    const before = (await ask(serving.port, '/2022/timeline/')).body;
    writeFileSync(join(serving.content, EVENT), broken);
    const state = await serving.listener.until(({ counts }) => counts.error > 0);
    expect(told(state)).toEqual(checked(serving.content));
    expect(state.mistakes[0]).toMatchObject({
      message: '未登记的责任单位“司法局所”，是否指“司法所”？',
      source: { before: 'office: ', marked: '司法局所', after: '' },
    });
    expect(state.changed).toEqual([]);
    expect((await ask(serving.port, '/2022/timeline/')).body).toEqual(before);

    writeFileSync(join(serving.content, EVENT), edited);
    const mended = await serving.listener.until(({ counts }) => counts.error === 0, serving.listener.states.length);
    expect(mended.mistakes).toEqual([]);
    expect(await differences(serving)).toEqual([]);
  });

  test('in site.yaml leaves everything as it was', async () => {
    const serving = await serveFiles();
    const before = (await ask(serving.port, '/')).body;
    writeFileSync(join(serving.content, 'site.yaml'), 'portal: [\n');
    const state = await serving.listener.until(({ counts }) => counts.error > 0);
    expect(told(state).toSorted()).toEqual(checked(serving.content).toSorted());
    expect((await ask(serving.port, '/')).body).toEqual(before);
  });

  test('of every kind is listed, errors before warnings', async () => {
    const serving = await serveFiles();
    writeFileSync(join(serving.content, '2022/report.md'), (BASE['2022/report.md'] ?? '').replace(' 09:00', ''));
    writeFileSync(join(serving.content, EVENT), broken);
    const { mistakes } = await serving.listener.until(({ counts }) => counts.error > 0 && counts.warning > 0);
    expect(mistakes.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error office/unknown',
      'warning portal/published-time',
    ]);
  });

  test('at the start leaves nothing to serve but a page that waits for the site', async () => {
    const serving = await serveFiles({ ...BASE, [EVENT]: broken });
    expect(serving.listener.states[0]).toMatchObject({ hasSite: false, counts: { error: 1 } });
    const shown = await ask(serving.port, '/2022/', { headers: { Accept: 'text/html' } });
    expect([shown.status, shown.body.includes('内容还有错误')]).toEqual([200, true]);
    expect((await ask(serving.port, '/2022/')).status).toBe(503);
    writeFileSync(join(serving.content, EVENT), good);
    await serving.listener.until(({ hasSite }) => hasSite);
    expect(await differences(serving)).toEqual([]);
  });
});

describe('the content folder', () => {
  test('may be deleted and made again: said, and gone on with', async () => {
    const serving = await serveFiles();
    const copy = join(temporaryFolder(), 'copy');
    cpSync(serving.content, copy, { recursive: true });
    rmSync(serving.content, { recursive: true });
    const { problem } = await serving.listener.until((state) => state.problem !== undefined);
    expect(problem).toBe(`无法读取内容文件夹“${serving.content}”：它不存在。`);
    expect((await ask(serving.port, '/2022/')).status).toBe(200);

    cpSync(copy, serving.content, { recursive: true });
    await serving.listener.until(
      (state) => state.problem === undefined && state.counts.error === 0,
      serving.listener.states.length,
    );
    writeFileSync(join(serving.content, EVENT), edited);
    await shows(serving, '/2022/timeline/', '镇中心广场');
    expect(await differences(serving)).toEqual([]);
  });

  test('may be exchanged for another at once', async () => {
    const serving = await serveFiles();
    const other = folderOf({ ...BASE, [EVENT]: edited });
    renameSync(serving.content, join(temporaryFolder(), 'old'));
    renameSync(other, serving.content);
    await shows(serving, '/2022/timeline/', '镇中心广场');
    writeFileSync(join(serving.content, EVENT), good);
    await shows(serving, '/2022/timeline/', '唐王广场');
    expect(await differences(serving)).toEqual([]);
  });

  test('must be there at the start', async () => {
    const content = join(temporaryFolder(), '没有');
    await expect(serveFiles(BASE, { content })).rejects.toMatchObject({
      words: { zh: `无法读取内容文件夹“${content}”：它不存在。` },
    });
  });
});

test('a page is told of the files that changed and of no others', async () => {
  const serving = await serveFiles({ ...BASE, ...NEXT_YEAR });
  writeFileSync(join(serving.content, EVENT), edited);
  const { changed } = await serving.listener.until(() => true, 1);
  expect(changed).toContain('2022/timeline/index.html');
  expect(changed).toContain('2022/report/index.html');
  expect(changed).not.toContain('2023/timeline/index.html');
  expect(changed).not.toContain('assets/site.css');
});

test('a page that did not listen for a while is told what it missed', async () => {
  const serving = await serveFiles();
  const { version } = serving.listener.states[0] ?? { version: '' };
  writeFileSync(join(serving.content, EVENT), edited);
  await shows(serving, '/2022/timeline/', '镇中心广场');
  const stateSince = async (since: string): Promise<unknown> =>
    JSON.parse((await ask(serving.port, `/.fazhi/state?version=${since}`)).body.toString());
  expect(await stateSince(version)).toMatchObject({
    changed: expect.arrayContaining(['2022/timeline/index.html']) as string[],
  });
  // From a server that ran before this one, anything may differ.
  expect(await stateSince('other.1')).toMatchObject({ changed: 'all' });
});

test('a bug in the program is said, and ends neither the server nor the site', async () => {
  const { preview } = await import('../../src/build.js');
  const serving = await serveFiles(BASE, {
    build: (content) => {
      if (readFileSync(join(content, EVENT), 'utf8').includes('虫')) throw new TypeError('planted');
      return preview(content);
    },
  });
  writeFileSync(join(serving.content, EVENT), good.replace('唐王广场', '虫'));
  const { problem } = await serving.listener.until((state) => state.problem !== undefined);
  expect(problem).toBe('程序内部出错：TypeError: planted');
  expect((await ask(serving.port, '/2022/timeline/')).body.toString()).toContain('唐王广场');
  writeFileSync(join(serving.content, EVENT), edited);
  await shows(serving, '/2022/timeline/', '镇中心广场');
  expect(await differences(serving)).toEqual([]);
});
