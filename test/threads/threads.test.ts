/** Towns that several threads make are what one makes. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite, type BuildResult } from '../../src/build-site.js';
import { threadsFor } from '../../src/threads/how-many.js';
import { apply, bursts, county } from '../support/edits.js';
import { filesIn, temporaryFolder } from '../support/folder.js';

async function built(content: string, threads: number): Promise<{ result: BuildResult; bytes: object }> {
  const out = join(temporaryFolder(), 'dist');
  const result = await buildSite({ content, out, cache: false, threads });
  const bytes = result.written ? filesIn(out).map((path) => [path, readFileSync(join(out, path), 'base64')]) : {};
  return { result, bytes };
}

function said({ diagnostics, files, counts, written }: BuildResult): object {
  return { diagnostics, files, counts, written };
}

describe('several threads', () => {
  test('make what one makes, of any content', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(bursts, async (edits) => {
        const content = county();
        for (const edit of edits.flat()) apply(edit, content);
        const alone = await built(content, 1);
        const together = await built(content, 3);
        expect(said(together.result)).toEqual(said(alone.result));
        expect(together.bytes).toEqual(alone.bytes);
        if (alone.result.written) made += 1;
      }),
      { numRuns: 8, examples: [[[]]] },
    );
    expect(made).toBeGreaterThan(0);
  }, 240_000);

  test('answer for a link from one town into another', async () => {
    const content = county();
    const link = '另见[均川](../../../均川镇/2021/sections/10-measures.md)，[名单](../../../附件/名单.pdf)。';
    apply({ do: 'add words', path: 'wanhe/2022/sections/10-measures.md', words: link }, content);
    const alone = await built(content, 1);
    expect(alone.result.written?.written).toContain('附件/名单.pdf');
    expect(await built(content, 2)).toEqual({ ...alone, result: { ...alone.result, lineOf: expect.any(Function) } });
  });
});

describe('how many threads there are', () => {
  const machine = { processors: 4, memory: 16_000 };

  test.each([
    ['none for a report or a town', 7999, machine, 1],
    ['two where each has enough to do', 8000, machine, 2],
    ['never more than processors', 1_000_000, machine, 4],
    ['never more than eight', 1_000_000, { processors: 64, memory: 1_000_000 }, 8],
    ['never more than a quarter of the memory has room for', 1_000_000, { processors: 64, memory: 4096 }, 3],
    ['none where memory is scarce', 1_000_000, { processors: 64, memory: 512 }, 0],
  ])('%s', (_, files, given, threads) => {
    expect(threadsFor(files, given)).toBe(threads);
  });
});
