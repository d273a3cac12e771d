/** Every site below test/sites/ gives what is expected of it. `UPDATE=1 npm test -- test/sites` writes it anew. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareSite, updateSite } from './sites.js';
import { folderOf, temporaryFolder } from './support/folder.js';
import { outline } from './support/outline.js';
import { ROOT } from './support/site.js';

const SITES = join(import.meta.dirname, 'sites');
const names = existsSync(SITES) ? readdirSync(SITES).toSorted() : [];

test('there are sites to build', () => {
  expect(names).not.toEqual([]);
});

test.each(names)('the site %s gives what is expected of it', async (name) => {
  const folder = join(SITES, name);
  const comparison = await compareSite(folder);
  if (process.env['UPDATE']) updateSite(folder, comparison);
  else expect(comparison.actual).toEqual(comparison.expected);
});

describe('the comparison', () => {
  test('sees diagnostics and pages that differ, and writes them anew when told to', async () => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true });
    const wrong = { 'expected.txt': 'exit 3\n', 'expected/2022/index.html.txt': 'p 无\n' };
    cpSync(folderOf({ ...wrong, 'expected/gone.html.txt': 'p 有\n' }), folder, { recursive: true });

    const before = await compareSite(folder);
    expect(Object.keys(before.expected)).toEqual([
      'expected.txt',
      'expected/2022/index.html.txt',
      'expected/gone.html.txt',
    ]);
    expect(before.actual['expected.txt']).toMatch(/^exit 0\n/);
    expect(before.actual['expected/2022/index.html.txt']).toMatch(/^title .+\nmain/);
    expect(before.actual['expected/gone.html.txt']).toBe('not built\n');

    expect(before.actual).not.toEqual(before.expected);

    updateSite(folder, before);
    const after = await compareSite(folder);
    expect(after.actual).toEqual(after.expected);
  });

  test('shows a page as lines of words, anchors and links', () => {
    const html = `<title>年度报告</title><body><nav>不在正文</nav><main>
      <h1 id="top">报告</h1><p>见 <a href="../a.html#x"><b>大事</b>记</a>。<script>1</script></p>
      <ul><li><p>甲<sup id="n">1</sup></p></li><li>乙</li></ul>
      <svg role="img" aria-label="全年"><text>1月</text></svg>
      <table><tbody><tr id="row"><th>丙</th><td></td></tr></tbody></table><section id="s">丁</section></main>`;
    expect(outline(html)).toMatchInlineSnapshot(`
      "title 年度报告
      h1 #top 报告
      p 见 [大事记](../a.html#x)。
      p 甲 #n 1
      li 乙
      ![全年]
      tr #row
      th 丙
      section #s
      丁
      "
    `);
  });
});
