/** The full-text page gives the source text back, character for character. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preview } from '../src/build.js';
import { blocksOf } from './support/html.js';

const ROOT = join(import.meta.dirname, '..');
const PORTAL_CHROME = '您访问的链接即将离开“随县人民政府”门户网站,是否继续?';
/** The ordinals a heading may begin with: 一、 （一） （一）、 1. */
const ORDINAL = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)、?|\d+\.)/;

/** NFKC, no ordinal at the beginning of a block, no white space. */
function bare(blocks: readonly string[]): string {
  return blocks
    .map((block) => block.normalize('NFKC').trim().replace(ORDINAL, ''))
    .join('')
    .replace(/\s/g, '');
}

test('the full text of the Junchuan 2022 report equals its source: 100 %, no exceptions', () => {
  const lines = readFileSync(join(import.meta.dirname, 'source/junchuan-2022.txt'), 'utf8').split('\n');
  const source = lines.filter((line) => line.trim() !== '' && line.trim() !== PORTAL_CHROME);
  expect(lines).toHaveLength(source.length + 1);

  const page = preview(join(ROOT, 'content')).pages?.find(({ path }) => path === '2022/report/index.html');
  const html = page && 'text' in page ? page.text : '';
  const shown = bare(blocksOf(html, '#full-text'));
  expect(shown).toBe(bare(source));
  expect(shown).toHaveLength(3490);
});
