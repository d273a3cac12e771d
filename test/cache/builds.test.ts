/** A build that uses what the last one has left says and writes what a build from nothing does. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildSite, checkSite, type BuildResult } from '../../src/build-site.js';
import type { Store } from '../../src/cache/store.js';
import { linesIn } from '../../src/read/read-line.js';
import { list, readTheme } from '../../src/read/read.js';
import { makeWholeSite } from '../../src/site-maker.js';
import { Writer } from '../../src/write/write.js';
import { brief } from '../support/content.js';
import { apply, bursts, COUNTY, type Edit } from '../support/edits.js';
import { filesIn, folderOf, temporaryFolder } from '../support/folder.js';

afterEach(() => vi.useRealTimers());

/** A place to work in, with the content of two towns. */
function workplace(): { content: string; out: string; cache: string } {
  const folder = temporaryFolder();
  folderOf(COUNTY, join(folder, 'content'));
  return { content: join(folder, 'content'), out: join(folder, 'dist'), cache: join(folder, '.fazhi-cache/content') };
}

/** Clocks an hour on: all that has been written was written long ago. */
function later(hours = 1): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 });
}

function bytesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]));
}

/** What people are told, with the lines that are shown, but for what was written. */
function said({ diagnostics, files, counts, lineOf }: Omit<BuildResult, 'written'>): object {
  const lines = diagnostics.map(({ at }) => lineOf(at.file, at.line));
  return { said: brief(diagnostics), diagnostics, lines, files, counts };
}

async function fromNothing(content: string): Promise<{ result: BuildResult; bytes: Record<string, string> }> {
  const out = join(temporaryFolder(), 'dist');
  const result = await buildSite({ content, out, cache: false });
  return { result, bytes: bytesIn(out) };
}

/** After every burst of edits, what the cache makes of the content is what nothing makes of it. */
async function followsEveryBurst(edits: Edit[][]): Promise<void> {
  const { content, out } = workplace();
  let site: Record<string, string> = {};
  for (const burst of [[], ...edits]) {
    for (const edit of burst) apply(edit, content);
    const expected = await fromNothing(content);
    const kept = await buildSite({ content, out });
    expect(said(kept)).toEqual(said(expected.result));
    expect(kept.written === undefined).toBe(expected.result.written === undefined);
    const before = site;
    if (kept.written) site = expected.bytes;
    expect(bytesIn(out)).toEqual(site);
    const changed = Object.keys(site).filter((path) => site[path] !== before[path] && path !== 'manifest.json');
    if (kept.written) expect(kept.written.written).toEqual(changed.toSorted());
    expect(said(await checkSite({ content }))).toEqual(said(expected.result));
    // Nothing has changed now.
    const again = await buildSite({ content, out });
    expect(said(again)).toEqual(said(expected.result));
    if (again.written) expect(again.written).toMatchObject({ written: [], removed: [] });
  }
}

describe('after any bursts of edits, a build says and writes what a build from nothing does', () => {
  test('when files have just been written, and are opened again', async () => {
    await fc.assert(
      fc.asyncProperty(bursts, (edits) => followsEveryBurst(edits)),
      { numRuns: 8 },
    );
  }, 240_000);

  test('when files were written long ago, and only their status is asked', async () => {
    later();
    await fc.assert(
      fc.asyncProperty(bursts, (edits) => followsEveryBurst(edits)),
      { numRuns: 8 },
    );
  }, 240_000);
});

/** The files of the cache that hold something. */
function valuesIn(cache: string): string[] {
  return readdirSync(cache).filter((name) => name.endsWith('.json'));
}

/** The file of the cache that holds a value. */
function fileIn(cache: string, name: string): string {
  const holds = (file: string): boolean => readFileSync(join(cache, file), 'utf8').includes(`\n{"name":"${name}",`);
  return valuesIn(cache).find(holds) ?? expect.fail(`no ${name}`);
}

describe('a second build', () => {
  test('leaves a site alone of which nothing has changed, and says the same', async () => {
    const { content, out } = workplace();
    const first = await buildSite({ content, out });
    const total = first.written?.written.length ?? 0;
    expect(total).toBeGreaterThan(60);
    const second = await buildSite({ content, out });
    expect([second.written, said(second)]).toEqual([{ written: [], unchanged: total, removed: [] }, said(first)]);
  });

  test('puts back what others have changed, damaged or deleted in the site', async () => {
    later();
    const { content, out } = workplace();
    await buildSite({ content, out });
    const before = bytesIn(out);
    const page = join(out, 'wanhe/2021/report/index.html');
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, text.replace('均川镇', '万和镇'));
    rmSync(join(out, 'search/index.html'));
    const { written } = await buildSite({ content, out });
    expect(written?.written).toEqual(['search/index.html', 'wanhe/2021/report/index.html']);
    expect(bytesIn(out)).toEqual(before);
  });

  test('needs nothing that is known of the towns when nothing has changed', async () => {
    later();
    const { content, out, cache } = workplace();
    const first = await buildSite({ content, out });
    const last = fileIn(cache, 'last build');
    for (const name of valuesIn(cache)) if (name !== last) writeFileSync(join(cache, name), 'damaged');
    const second = await buildSite({ content, out });
    expect([second.written?.written, said(second), second.damaged]).toEqual([[], said(first), new Set()]);
  });

  test.each([
    ['is missing', (page: string) => rmSync(page)],
    ['has other bytes', (page: string) => writeFileSync(page, 'somebody else')],
    ['has other bytes, as many as before', (page: string) => writeFileSync(page, readFileSync(page).fill('x'))],
  ])('sees that a page of the site %s', async (_, spoil) => {
    later();
    const { content, out } = workplace();
    await buildSite({ content, out });
    const before = bytesIn(out);
    for (const path of ['wanhe/2021/report/index.html', 'search/index.html']) {
      spoil(join(out, path));
      const { written } = await buildSite({ content, out });
      expect(written?.written).toEqual([path]);
      expect(bytesIn(out)).toEqual(before);
    }
  });

  test('makes the whole site for another folder', async () => {
    const { content, out } = workplace();
    await buildSite({ content, out });
    const other = `${out}-2`;
    await buildSite({ content, out: other });
    expect(bytesIn(other)).toEqual(bytesIn(out));
    const { written } = await buildSite({ content, out });
    expect(written?.written).toEqual([]);
  });

  test('copies an attachment whose bytes are others, though it is as long as before', async () => {
    later();
    const { content, out } = workplace();
    const event = join(content, 'wanhe/2022/events/2022-06-26-drug-control-day.md');
    writeFileSync(event, `${readFileSync(event, 'utf8').trimEnd()}另见[名单](../../../附件/名单.pdf)。\n`);
    await buildSite({ content, out });
    writeFileSync(join(content, '附件/名单.pdf'), '%PDF 名册');
    const { written } = await buildSite({ content, out });
    expect(written?.written).toEqual(['附件/名单.pdf']);
    expect(readFileSync(join(out, '附件/名单.pdf'), 'utf8')).toBe('%PDF 名册');
  });

  test('reads a file again that was written a moment ago, whatever its times say', async () => {
    const { content, out } = workplace();
    const file = join(content, 'wanhe/2022/tasks/01-more-publicity.md');
    await buildSite({ content, out });
    const when = new Date(Math.floor(Date.now() / 1000) * 1000);
    utimesSync(file, when, when);
    await buildSite({ content, out });
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('加大', '加强'));
    utimesSync(file, when, when);
    await buildSite({ content, out });
    expect(readFileSync(join(out, 'wanhe/2022/report/index.html'), 'utf8')).toContain('加强宣传力度');
  });

  test('opens a file that was written a moment ago until its times tell of every change', async () => {
    const { content, out, cache } = workplace();
    await buildSite({ content, out });
    const file = join(cache, fileIn(cache, 'last build'));
    const atFirst = readFileSync(file, 'utf8');
    await buildSite({ content, out });
    expect(readFileSync(file, 'utf8')).toBe(atFirst);
    later();
    const { written } = await buildSite({ content, out });
    const settled = readFileSync(file, 'utf8');
    expect([written?.written, settled === atFirst, settled.includes('"unsettled":[]')]).toEqual([[], false, true]);
    // From now on they are told by their times.
    await buildSite({ content, out });
    expect(readFileSync(file, 'utf8')).toBe(settled);
    writeFileSync(join(content, 'wanhe/2022/tasks/01-more-publicity.md'), '');
    expect(said(await buildSite({ content, out }))).toEqual(said((await fromNothing(content)).result));
  });

  test('notes of a town that is the same that its files have settled', async () => {
    const { content, out, cache } = workplace();
    await buildSite({ content, out });
    const town = join(cache, fileIn(cache, 'town 均川镇'));
    expect(readFileSync(town, 'utf8')).not.toContain('"sources"');
    later();
    apply({ do: 'add words', path: 'wanhe/2022/sections/10-measures.md', words: '成效明显。' }, content);
    const { written } = await buildSite({ content, out });
    expect(written?.written.filter((path) => path.startsWith('均川镇/'))).toEqual([]);
    expect(readFileSync(town, 'utf8')).toContain('"sources"');
    expect(bytesIn(out)).toEqual((await fromNothing(content)).bytes);
  });

  test('opens files again after the clock has been set back to when they were written', async () => {
    later();
    const { content, out } = workplace();
    await buildSite({ content, out });
    vi.useRealTimers();
    apply({ do: 'add words', path: 'wanhe/2022/sections/10-measures.md', words: '成效明显。' }, content);
    await buildSite({ content, out });
    apply({ do: 'add words', path: '均川镇/2022/sections/10-measures.md', words: '成效明显。' }, content);
    const { written } = await buildSite({ content, out });
    expect(written?.written).toContain('均川镇/2022/report/index.html');
    expect(bytesIn(out)).toEqual((await fromNothing(content)).bytes);
  });

  test('sees another attachment that was written as long as the first and a moment after it', async () => {
    const { content, out } = workplace();
    const event = join(content, 'wanhe/2022/events/2022-06-26-drug-control-day.md');
    writeFileSync(event, `${readFileSync(event, 'utf8').trimEnd()}另见[名单](../../../附件/名单.pdf)。\n`);
    const attachment = join(content, '附件/名单.pdf');
    const when = new Date(Math.floor(Date.now() / 1000) * 1000);
    utimesSync(attachment, when, when);
    await buildSite({ content, out });
    writeFileSync(attachment, '%PDF 名册');
    utimesSync(attachment, when, when);
    const { written } = await buildSite({ content, out });
    expect(written?.written).toEqual(['附件/名单.pdf']);
  });

  test('of content with an error is refused as the first was, and leaves the site', async () => {
    const { content, out } = workplace();
    await buildSite({ content, out });
    const before = bytesIn(out);
    apply({ do: 'add words', path: 'wanhe/2022/sections/10-measures.md', words: '<b>粗</b>' }, content);
    const refused = [await buildSite({ content, out }), await buildSite({ content, out })];
    expect(refused.map(({ written }) => written)).toEqual([undefined, undefined]);
    expect(refused.map(said)).toEqual([
      said(await buildSite({ content, out, cache: false })),
      said(refused[0] ?? expect.fail()),
    ]);
    expect(bytesIn(out)).toEqual(before);
  });

  test('with --strict is refused for a warning that a build without it had passed', async () => {
    const { content, out } = workplace();
    apply({ do: 'set key', path: 'wanhe/2022/report.md', key: 'published', value: '2023-03-21' }, content);
    expect((await buildSite({ content, out })).written).toBeDefined();
    expect((await buildSite({ content, out, strict: true })).written).toBeUndefined();
    expect((await buildSite({ content, out })).written?.written).toEqual([]);
  });
});

test('a build that a bug ends leaves nothing behind where the site was to be', async () => {
  const { content, out } = workplace();
  const store = {
    get: () => undefined,
    set: () => {
      throw new Error('a bug');
    },
  } as unknown as Store;
  const lineOf = linesIn(content);
  const order = { folder: content, files: list(content), strict: false, theme: readTheme(), store, lineOf };
  await expect(makeWholeSite({ ...order, writer: new Writer(out) })).rejects.toThrow('a bug');
  expect(existsSync(out)).toBe(false);
});

describe('the cache', () => {
  test('is a folder beside the content that says what it is', async () => {
    const { content, out, cache } = workplace();
    await buildSite({ content, out });
    expect(readFileSync(join(cache, '.gitignore'), 'utf8')).toBe('*\n');
    expect(readFileSync(join(cache, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
    // One for the last build, one for the site, one for each town.
    expect(valuesIn(cache)).toHaveLength(4);
  });

  test('is not made where nobody wants it', async () => {
    const { content, out, cache } = workplace();
    await buildSite({ content, out, cache: false });
    expect(existsSync(cache)).toBe(false);
  });

  test('can be deleted', async () => {
    const { content, out, cache } = workplace();
    const first = await buildSite({ content, out });
    rmSync(cache, { recursive: true });
    const second = await buildSite({ content, out });
    expect([second.written?.written, said(second), second.damaged]).toEqual([[], said(first), new Set()]);
    expect(valuesIn(cache)).toHaveLength(4);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, -20)],
    ['changed in one character', (text: string) => `${text.slice(0, -20)}~${text.slice(-19)}`],
    ['emptied', () => ''],
    ['overwritten with something else', () => '{"version":1}\n'],
  ])('whose files are %s is not used, which is said, and is made again', async (_, damage) => {
    const { content, out, cache } = workplace();
    const first = await buildSite({ content, out });
    const intact = bytesIn(cache);
    const files = valuesIn(cache).map((name) => join(cache, name));
    for (const file of files) writeFileSync(file, damage(readFileSync(file, 'utf8')));
    const second = await buildSite({ content, out });
    expect([...second.damaged].toSorted()).toEqual(files.toSorted());
    expect([second.written?.written, said(second)]).toEqual([[], said(first)]);
    expect(Object.keys(bytesIn(cache))).toEqual(Object.keys(intact));
    expect((await buildSite({ content, out })).damaged).toEqual(new Set());
  });

  test('of another version of the program is not used, and nothing is said of it', async () => {
    later();
    const { content, out, cache } = workplace();
    await buildSite({ content, out });
    for (const name of valuesIn(cache)) {
      const file = join(cache, name);
      // What the other version has kept of the towns is not what this one would make of them.
      const [program = '', , body = ''] = readFileSync(file, 'utf8').split('\n');
      const other = body.replaceAll('"path":"wanhe/2021"', '"path":"wanhe/1999"');
      writeFileSync(file, `${program.replace(/ \S+ v/, ' another v')}\n${sumOf(other)}\n${other}`);
    }
    const { written, damaged } = await buildSite({ content, out });
    expect([written?.written, damaged]).toEqual([[], new Set()]);
  });

  test('forgets towns that are gone', async () => {
    const { content, out, cache } = workplace();
    await buildSite({ content, out });
    rmSync(join(content, 'wanhe'), { recursive: true });
    await buildSite({ content, out });
    expect(valuesIn(cache)).toHaveLength(3);
  });

  test('that cannot be written costs time and nothing else', async () => {
    const { content, out, cache } = workplace();
    mkdirSync(join(cache, '..'), { recursive: true });
    writeFileSync(cache, 'a file where the folder should be');
    const first = await buildSite({ content, out });
    const second = await buildSite({ content, out });
    expect([second.written?.written, said(second), second.damaged]).toEqual([[], said(first), new Set()]);
  });

  test('moves with the content', async () => {
    later();
    const { content, out } = workplace();
    await buildSite({ content, out });
    const folder = temporaryFolder();
    cpSync(join(content, '..'), folder, { recursive: true });
    const moved = join(folder, 'content');
    apply({ do: 'add words', path: 'wanhe/2022/sections/10-measures.md', words: '成效明显。' }, moved);
    await buildSite({ content: moved, out: join(folder, 'dist') });
    expect(bytesIn(join(folder, 'dist'))).toEqual((await fromNothing(moved)).bytes);
  });
});

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
