/** One report, however it is saved, becomes the same content. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/build-site.js';
import { importFile } from '../../src/import/import.js';
import { ROOT } from '../support/site.js';
import { countedReport, typedReport } from './docx/library-file.js';

const SOURCE = join(ROOT, 'test/source/junchuan-2022.txt');
const LINES = readFileSync(SOURCE, 'utf8').trim().split(/\r?\n/);
const folder = mkdtempSync(join(tmpdir(), 'fazhi-test-'));
const out = join(folder, 'content/2022');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function contentOf(file: string): Promise<Map<string, string>> {
  const { files } = await importFile(file, { out });
  return new Map(files.map(({ path, text }) => [path, text]));
}

let expected = new Map<string, string>();
beforeAll(async () => {
  expected = await contentOf(SOURCE);
});

/** The text inside a page of a county's portal: menus, a field box, buttons, footer. */
function portalPage(): string {
  const menu = ['首页', '政务公开', '基层信息公开', '互动交流']
    .map((name) => `<li><a href="/">${name}</a></li>`)
    .join('');
  const text = LINES.map((line) => `<p style="text-indent:2em">　　${line}</p>`).join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>随县人民政府</title>
<style>body { margin: 0 }</style><script>var visits = 1;</script></head>
<body><div class="top"><a href="/">随县人民政府门户网站</a> 无障碍 | 关怀版</div><ul class="menu">${menu}</ul>
<div class="main"><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/a">均川镇</a></div>
<div class="info"><span>发布时间：2023-03-21</span><span>字体：【大】【中】【小】</span><span>打印本页</span></div>
<div class="TRS_Editor">${text}</div>
<div class="tools">分享到：<a href="#">微信</a> <a href="#">微博</a></div></div>
<div class="foot">主办单位：随县人民政府办公室　网站标识码：4213210001</div></body></html>
`;
}

test.each([
  ['a Word document with its numbers typed', 'typed.docx', () => typedReport(LINES)],
  ['a Word document with its numbers counted by Word', 'counted.docx', () => countedReport(LINES)],
  [
    'a Word document that LibreOffice saved',
    'libreoffice.docx',
    () => readFileSync(join(import.meta.dirname, 'docx/junchuan-libreoffice.docx')),
  ],
  ['a text in GB18030', 'gb18030.txt', () => execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030', SOURCE])],
  ['a text with the line ends of Windows', 'crlf.txt', () => `\ufeff${LINES.join('\r\n')}\r\n`],
  ['a Markdown file', 'report.md', () => LINES.join('\n\n')],
] as const)('%s', async (_, name, make) => {
  const file = join(folder, name);
  writeFileSync(file, await make());
  expect(await contentOf(file)).toEqual(expected);
});

test('a page of the portal, whose facts are the report’s besides', async () => {
  const file = join(folder, 'page.html');
  writeFileSync(file, portalPage());
  const found = await contentOf(file);
  const report = expected.get('2022/report.md')?.replace('\n---\n\n', '\npublished: 2023-03-21\n---\n\n');
  expect(found).toEqual(new Map([...expected, ['2022/report.md', report]]));
});

test('what the program itself has built, imported again', async () => {
  const content = join(folder, 'built/content');
  const { putImported } = await import('../../src/import/put.js');
  const made = await importFile(SOURCE, { out: join(content, '2022') });
  putImported(made, '');
  await buildSite({ content, out: join(folder, 'built/dist'), cache: false });
  const page = join(folder, 'built/dist/2022/report/index.html');
  const { files } = await importFile(page, { out: join(folder, 'again/content/2022') });
  expect(new Map(files.map(({ path, text }) => [path, text]))).toEqual(
    new Map(made.files.map(({ path, text }) => [path, text])),
  );
});
