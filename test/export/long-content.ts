/**
 * A report of many pages: headings of four levels, some that run in, over paragraphs of one line to nine, so that every
 * kind of break comes to stand at the end of some page; and a title of three lines.
 */
import { BASE } from '../support/content.js';
import type { Files } from '../support/folder.js';

const WORDS =
  '坚持党的领导健全工作机制压实各级责任推进依法行政规范执法程序强化执法监督化解矛盾纠纷完善公共法律服务组织普法宣传提升干部群众法治素养落实重大行政决策程序开展规范性文件清理加强行政复议应诉工作';
const LEVELS = 4;
const GROUPS = 9;

/** `length` characters of text with a comma after every ninth to thirteenth, and a full stop. */
function textOf(length: number, seed: number): string {
  let text = '';
  for (let index = 0, since = 0; text.length < length - 1; index += 1, since += 1) {
    if (since === 9 + ((index + seed) % 5)) {
      text += '，';
      since = -1;
      continue;
    }
    text += WORDS[(index + seed * 7) % WORDS.length] ?? '';
  }
  return `${text.replace(/，$/, '')}。`;
}

/** A chain of sections, each below the one before it. */
function group(number: number): Files {
  return Object.fromEntries(
    Array.from({ length: LEVELS - 1 }, (_, index) => {
      const seed = number * LEVELS + index;
      const id = `g${number}-${index + 2}`;
      const parent = index === 0 ? 'measures' : `g${number}-${index + 1}`;
      const title = textOf(8 + ((seed * 5) % 24), seed).slice(0, -1);
      const isRunIn = seed % 3 === 2;
      const body = [28 + ((seed * 37) % 240), 30 + ((seed * 53) % 90)].map((length) => textOf(length, seed + length));
      const file = `2022/sections/1${String(number).padStart(2, '0')}${index}-${id}.md`;
      return [file, `---\ntitle: ${title}${isRunIn ? '。' : ''}\nsection: ${parent}\n---\n\n${body.join('\n\n')}\n`];
    }),
  );
}

const TITLE = '均川镇贯彻落实党中央全面依法治国决策部署、推进基层依法治理和法治政府建设情况年度报告';

export const LONG: Files = {
  ...BASE,
  '2022/report.md': (BASE['2022/report.md'] ?? '')
    .replace('均川镇法治政府建设年度报告', TITLE)
    .replace('published:', 'adopted: 2023-01-10\nauthor: 李明\npublished:'),
  ...Object.assign({}, ...Array.from({ length: GROUPS }, (_, number) => group(number + 1))),
};
