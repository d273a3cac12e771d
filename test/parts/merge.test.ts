/** The whole that is merged of parts is, byte for byte and word for word, what one build makes. */
import fc from 'fast-check';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite, isRefused } from '../../src/build-site.js';
import { programOf } from '../../src/cache/program.js';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { merge } from '../../src/parts/merge.js';
import { apply, bursts, county } from '../support/edits.js';
import { filesIn, temporaryFolder } from '../support/folder.js';

const PROGRAM = programOf() ?? '';

function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]));
}

/** The parts of a content folder in folders of their own; `undefined` for one that is refused. */
async function partsOf(content: string, count: number): Promise<(string | undefined)[]> {
  const folder = temporaryFolder();
  const parts: (string | undefined)[] = [];
  for (let index = 1; index <= count; index += 1) {
    const out = join(folder, `part-${index}`);
    const { written } = await buildSite({ content, out, cache: false, shard: { index, count } });
    parts.push(written ? out : undefined);
  }
  return parts;
}

/** Two towns that refer to one attachment. */
function twoTowns(): string {
  const content = county();
  for (const path of ['wanhe/2022/sections/10-measures.md', '均川镇/2021/sections/10-measures.md'])
    apply({ do: 'add words', path, words: '另见[名单](../../../附件/名单.pdf)。' }, content);
  return content;
}

async function wholeParts(content: string, count: number): Promise<string[]> {
  return (await partsOf(content, count)).map((part) => part ?? expect.fail('a part is refused'));
}

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.words.zh;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parts merge to what one build makes', () => {
  test.each([1, 2, 3, 7])('of %i parts, given in any order, in bytes and in words', async (count) => {
    const content = twoTowns();
    const whole = join(temporaryFolder(), 'dist');
    const built = await buildSite({ content, out: whole, cache: false });
    const parts = await wholeParts(content, count);
    const out = join(temporaryFolder(), 'dist');
    const merged = merge(parts.toReversed(), { out, strict: false, program: PROGRAM });
    const { diagnostics, files, counts, written } = built;
    expect(merged).toEqual({ diagnostics, files, counts, written });
    expect(bytesIn(out)).toEqual(bytesIn(whole));
  });

  test('after any edits, or both are refused', async () => {
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(bursts, fc.integer({ min: 2, max: 3 }), async (edits, count) => {
        const content = county();
        for (const edit of edits.flat()) apply(edit, content);
        const whole = join(temporaryFolder(), 'dist');
        const built = await buildSite({ content, out: whole, cache: false });
        const parts = await partsOf(content, count);
        const given = parts.filter((part) => part !== undefined);
        if (given.length < count) {
          expect(built.written).toBeUndefined();
          return;
        }
        const out = join(temporaryFolder(), 'dist');
        const { diagnostics, files, counts, written } = merge(given, { out, strict: false, program: PROGRAM });
        expect({ diagnostics, files, counts }).toEqual({
          diagnostics: built.diagnostics,
          files: built.files,
          counts: built.counts,
        });
        if (!built.written) {
          expect([written, existsSync(out)]).toEqual([undefined, false]);
          return;
        }
        merged += 1;
        expect(bytesIn(out)).toEqual(bytesIn(whole));
      }),
      { numRuns: 14, examples: [[[], 2]] },
    );
    expect(merged).toBeGreaterThan(0);
  }, 240_000);

  test('into a site that one build has made, and nothing is written again', async () => {
    const content = twoTowns();
    const out = join(temporaryFolder(), 'dist');
    await buildSite({ content, out, cache: false });
    const { written } = merge(await wholeParts(content, 2), { out, strict: false, program: PROGRAM });
    expect(written).toMatchObject({ written: [], removed: [] });
  });

  test('a mistake that only all towns together show is told by merge, and nothing is written', async () => {
    const content = county();
    for (const path of ['wanhe/2022/report.md', '均川镇/2022/report.md'])
      apply({ do: 'set key', path, key: 'organ', value: '均川镇党委政府' }, content);
    const out = join(temporaryFolder(), 'dist');
    const { diagnostics, written } = merge(await wholeParts(content, 2), { out, strict: false, program: PROGRAM });
    expect(isRefused(diagnostics, false)).toBe(true);
    expect(diagnostics.map(({ rule }) => rule)).toContain('report/repeated');
    expect([written, existsSync(out)]).toEqual([undefined, false]);
  });
});

describe('what is not all of one build is refused, and the site stays as it is', () => {
  async function refusal(change: (parts: string[]) => string[], program = PROGRAM): Promise<string> {
    const content = twoTowns();
    const out = join(temporaryFolder(), 'dist');
    await buildSite({ content, out, cache: false });
    const before = bytesIn(out);
    apply({ do: 'add words', path: 'wanhe/2022/events/2022-06-26-drug-control-day.md', words: '成效明显。' }, content);
    const parts = change(await wholeParts(content, 3));
    const words = refusalOf(() => merge(parts, { out, strict: false, program }));
    expect(bytesIn(out)).toEqual(before);
    return words;
  }

  test('a part that is missing', async () => {
    expect(await refusal(([first = '']) => [first])).toBe('还缺分片 2/3、3/3。请把全部分片一起给出。');
  });

  test('a part that is given twice', async () => {
    expect(await refusal((parts) => [...parts, ...parts.slice(1, 2)])).toBe('分片 2/3 给了两次。每个分片只给一次。');
  });

  test('a folder that is no part', async () => {
    const words = await refusal((parts) => {
      rmSync(join(parts[1] ?? '', 'part.json'));
      return parts;
    });
    expect(words).toMatch(/part-2”不是一个完整的分片：缺少 part\.json 或 manifest\.json，或已损坏。/);
  });

  test('a file that was damaged on the way', async () => {
    const words = await refusal((parts) => {
      for (const part of parts) {
        const page = join(part, 'wanhe/2021/report/index.html');
        if (existsSync(page)) writeFileSync(page, readFileSync(page, 'utf8').slice(0, -1));
      }
      return parts;
    });
    expect(words).toMatch(/wanhe\/2021\/report\/index\.html”与它所在分片的清单不符/);
  });

  test('parts of different contents', async () => {
    const words = await refusal((parts) => {
      const other = join(temporaryFolder(), 'other');
      cpSync(parts[2] ?? '', other, { recursive: true });
      const text = readFileSync(join(other, 'part.json'), 'utf8');
      writeFileSync(join(other, 'part.json'), text.replace(/"content":"[^"]*"/, '"content":"another"'));
      return [...parts.slice(0, 2), other];
    });
    expect(words).toMatch(/不是同一内容的同一次划分/);
  });

  test('parts of another version of the program', async () => {
    expect(await refusal((parts) => parts, 'fazhi-cache 9.9.9')).toMatch(/part-1”是用另一个版本的程序生成的/);
  });
});

test('parts of one content tell a later state of it by its front matter and by the size of its files', async () => {
  const content = twoTowns();
  const [first = ''] = await wholeParts(content, 2);
  apply({ do: 'add words', path: '均川镇/2022/events/2022-06-26-drug-control-day.md', words: '成效明显。' }, content);
  const [, second = ''] = await wholeParts(content, 2);
  const out = join(temporaryFolder(), 'dist');
  expect(refusalOf(() => merge([first, second], { out, strict: false, program: PROGRAM }))).toMatch(/不是同一内容/);
});
