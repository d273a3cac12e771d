/** `fazhi pdf` as a clerk calls it; its files, read by the programs of Poppler and measured on drawn pages. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { documents } from '../../src/build.js';
import type { ReportDocument } from '../../src/model/document.js';
import { RICH } from '../render/data/rich-content.js';
import { renderFiles } from '../render/theme.js';
import { BASE } from '../support/content.js';
import { filesIn, folderOf, temporaryFolder, type Files } from '../support/folder.js';
import { blocksOf } from '../support/html.js';
import { bare, fontsOf, infoOf, inkOf, linesOf, taggedText, tagsOf, wordsOf, type Line } from '../support/paper.js';
import { realContent } from '../support/real-content.js';
import { fazhi, ROOT } from '../support/site.js';
import { LONG } from './long-content.js';

/** The real report, and as reports of two other towns a long one and one with all of Markdown in it. */
const CONTENT: Files = {
  ...realContent(),
  ...ofTown('环潭镇', 'long', LONG),
  ...ofTown('洪山镇', 'rich', {
    ...RICH,
    '2022/名单.txt': '名单\n',
    '2022/sections/41-list.md': '---\ntitle: 名单\nsection: plan\n---\n\n见[名单](../名单.txt)。\n',
  }),
  // They belong to the page, not to the document.
  'portal/header.html': '<p>门户页头</p>\n',
  'portal/footer.html': '<p>门户页脚</p>\n',
};

function ofTown(name: string, folder: string, files: Files): Files {
  const inFolder = Object.entries(files).filter(([path]) => path.startsWith('2022/'));
  return Object.fromEntries(
    inFolder.map(([path, text]) => [
      `${folder}/${path}`,
      typeof text === 'string' ? text.replace('organ: 均川镇', `organ: ${name}`) : text,
    ]),
  );
}

const pdfOf = (
  content: string,
  out: string,
  { more = [], env = {} }: { more?: string[]; env?: Record<string, string> } = {},
) => fazhi(['pdf', '--content', content, '--out', out, ...more], { env });

const content = folderOf(CONTENT);
const out = join(temporaryFolder(), '上报');
const scratch = temporaryFolder();
const first = await pdfOf(content, out, { env: { TZ: 'Asia/Shanghai', TMPDIR: scratch } });
if (first.code !== 0) throw new Error(first.stdout + first.stderr);
const names = filesIn(out);
const sums = names.map(sumOf);
const again = await pdfOf(folderOf(CONTENT, join(temporaryFolder(), '另一处')), out, {
  env: { TZ: 'America/New_York', LANG: 'C' },
});

const COLUMN = 'http://www.zgsuixian.gov.cn/jcxxgk/zb/sxjcz/fdzdgknr_15747/qtzdgk_55351/fzzfjsndbg/';

const NAMES = {
  real: '2022 均川镇法治政府建设年度报告（2022年度）（均川镇党委政府）.pdf',
  long: 'long-2022 均川镇贯彻落实党中央全面依法治国决策部署、推进基层依法治理和法治政府建设情况年度报告（2022年度）.pdf',
  rich: 'rich-2022 均川镇法治政府建设年度报告（2022年度）（洪山镇党委政府）.pdf',
} as const;
const REPORTS = ['real', 'long', 'rich'] as const;
const fileOf = (report: keyof typeof NAMES): string => join(out, NAMES[report]);

const made = documents(content).documents ?? [];
const documentOf = (report: keyof typeof NAMES): ReportDocument => {
  const path = report === 'real' ? '2022' : `${report}/2022`;
  const found = made.find((one) => one.path === path);
  if (!found) throw new Error(`no report in ${path}`);
  return found.document;
};

describe('the files', () => {
  test('are named after the reports, and the command says where they are', () => {
    expect([first.code, names]).toEqual([0, Object.values(NAMES).toSorted()]);
    expect(first.stdout.split('\n').slice(1, 4)).toEqual(names.map((name) => `已写入 ${join(out, name)}`));
  });

  test('are the same bytes from another folder, in another process and another time zone', () => {
    expect([again.code, again.stderr.split('\n').at(-2)]).toEqual([0, first.stderr.split('\n').at(-2)]);
    expect(again.stdout.split('\n').slice(1, 4)).toEqual(names.map((name) => `${join(out, name)} 没有变化`));
    expect(names.map(sumOf)).toEqual(sums);
  });

  test('leave nothing behind in the folder for temporary files', () => {
    expect(readdirSync(scratch)).toEqual([]);
  });

  test.each(REPORTS)('%s: say of themselves what the report says, and of the machine nothing', async (report) => {
    const info = infoOf(fileOf(report));
    expect(info).toMatchObject({
      Title: NAMES[report].replace(/^\S+ |\.pdf$/g, ''),
      Author: { real: '均川镇党委政府', long: '李明', rich: '洪山镇党委政府' }[report],
      Creator: 'fazhi',
      CreationDate: '2023-03-21T00:00:00Z',
      ModDate: '2023-03-21T00:00:00Z',
      Tagged: 'yes',
      Encrypted: 'no',
      JavaScript: 'no',
    });
    const whole = await everythingIn(fileOf(report));
    expect(whole).toContain('/Lang (zh-CN)');
    expect(whole).not.toMatch(/file:|fazhi\.invalid|HeadlessChrome|Mozilla/);
  });

  test.each(REPORTS)('%s: have every font in them', (report) => {
    const fonts = fontsOf(fileOf(report));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });

  test('link to where the site is published, and to nothing on this machine', async () => {
    const whole = await everythingIn(fileOf('rich'));
    const addresses = [...whole.matchAll(/\/URI \(([^)]*)\)/g)].map(([, address]) => address);
    expect([...new Set(addresses)]).toEqual([
      'https://example.com/a?b=1&c=2',
      `${COLUMN}rich/2022/%E5%90%8D%E5%8D%95.txt`,
    ]);
  });
});

describe('the text', () => {
  test.each(REPORTS)('%s: read by its tags, is the report’s, in order, and nothing else', (report) => {
    const path = report === 'real' ? '2022' : `${report}/2022`;
    const html = renderFiles(CONTENT)[`${path}/report/index.html`] ?? '';
    const { title, signature } = documentOf(report);
    const body = blocksOf(html, '#full-text').map((block) => block.replaceAll(/↩|（外部网站）/g, ''));
    expect(taggedText(fileOf(report))).toBe(bare([title, ...body, signature.organ, signature.date ?? ''].join('')));
  });

  test.each(['real', 'long'] as const)('%s: read line by line, is the same', (report) => {
    const lines = linesOf(fileOf(report)).lines.map(({ text }) => text);
    expect(bare(lines.join(''))).toBe(bare(paragraphsOf(documentOf(report)).join('')));
  });

  test.each(REPORTS)('%s: has no radical in the place of a character', async (report) => {
    const tables = await tablesIn(fileOf(report));
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.flatMap((table) => table.match(/<2[EF][\dA-F]{2}>/g) ?? [])).toEqual([]);
  });

  test('has tags for headings, paragraphs, lists, tables, quotations, links and pictures', () => {
    expect(tagsOf(fileOf('rich'))).toEqual(
      expect.arrayContaining([
        'H1',
        'H2',
        'H3',
        'P',
        'L',
        'LI',
        'Table',
        'TR',
        'TH',
        'TD',
        'BlockQuote',
        'Link',
        'Figure',
      ]),
    );
  });

  test.each(['real', 'long'] as const)('%s: has its headings as outline', async (report) => {
    const { title, sections } = documentOf(report);
    const headings = sections.map((one) => [one.level, one.number + one.title] as const);
    expect(await outlineOf(fileOf(report))).toEqual([[0, title], ...headings]);
  });
});

describe.each(['real', 'long'] as const)('the pages of the report %s', (report) => {
  const file = fileOf(report);
  const { lines, numbers } = linesOf(file);
  const placed = placeIn(paragraphsOf(documentOf(report)), lines);
  const pages = [...new Set(lines.map(({ page }) => page))].map((page) => placed.filter((line) => line.page === page));

  test('are A4, all of them', () => {
    expect(infoOf(file)).toMatchObject({ 'Page size': expect.stringContaining('(A4)'), Pages: String(pages.length) });
  });

  test('keep the margins: nothing stands outside 156 × 225 mm but the number', () => {
    // The standard allows a millimetre.
    for (const [index, box] of inkOf(file, 0, 297 - 35).entries()) {
      if (!box) throw new Error(`page ${index + 1} is empty`);
      expect(box.left).toBeGreaterThan(28 - 0.2);
      expect(box.right).toBeLessThan(210 - 26 + 0.4);
      expect(box.top).toBeGreaterThan(37);
      if (pages[index]?.length === 22) {
        expect(box.left).toBeLessThan(28 + 1);
        expect(box.right).toBeGreaterThan(210 - 26 - 3);
        expect(box.top).toBeLessThan(37 + 4);
        expect(box.bottom).toBeGreaterThan(297 - 35 - 4);
      }
    }
    expect(inkOf(file, 297 - 35, 297 - 35 + 6.5).filter((box) => box !== undefined)).toEqual([]);
  });

  test('have 22 lines, fewer only where a heading or the end of a paragraph would be torn off', () => {
    // A blank line stands below the title, which a line of 22 pt fits into like any other.
    const counts = pages.map((page, index) => page.length + (index === 0 ? 1 : 0));
    expect(Math.max(...counts)).toBe(22);
    for (const [index, count] of counts.slice(0, -1).entries()) {
      const next = pages[index + 1] ?? [];
      // What had to move: the heading and two lines of what it is over, or two lines of a paragraph.
      const heading = next.findIndex(({ paragraph }) => !isHeading(report, paragraph));
      const moved = next[0] && isHeading(report, next[0].paragraph) ? heading + 2 : 2;
      expect(count + moved).toBeGreaterThan(22);
    }
  });

  test('have 28 characters in a line, fewer only where a mark may not begin or end one', () => {
    const full = placed.filter(({ isLast, paragraph }) => !isLast && paragraph > 0);
    const loose = full.filter((line) => {
      const width = widthOf(line.text) + (line.isFirst ? 2 : 0);
      expect(width).toBeLessThanOrEqual(28.5);
      return /^[^ -~]*$/.test(line.text) && width !== 28 && !isForced(line, placed);
    });
    expect(full.length).toBeGreaterThan(50);
    expect(loose.map(({ text }) => text)).toEqual([]);
  });

  test('begin every paragraph and heading two characters in', () => {
    const starts = placed.filter(({ isFirst, paragraph }) => isFirst && paragraph > 0);
    expect(starts.filter(({ isIndented }) => !isIndented).map(({ text }) => text)).toEqual([]);
    const rest = placed.filter(({ isFirst, paragraph }) => !isFirst && paragraph > 0);
    expect(rest.filter(({ isIndented }) => isIndented).map(({ text }) => text)).toEqual([]);
  });

  test('end with no heading, and leave no line of a paragraph alone', () => {
    for (const page of pages.slice(0, -1)) {
      const last = page.at(-1);
      expect(last && isHeading(report, last.paragraph) ? last.text : '').toBe('');
      expect(last?.isFirst && !last.isLast ? last.text : '').toBe('');
    }
    for (const page of pages.slice(1)) {
      const [top] = page;
      expect(top?.isLast && !top.isFirst ? top.text : '').toBe('');
    }
    // The signature is not alone on its page.
    const { signature } = documentOf(report);
    const text = pages.at(-1)?.filter((line) => ![signature.organ, signature.date].includes(line.text));
    expect(text).not.toEqual([]);
  });

  test('are numbered — 1 —, odd ones on the right and even ones on the left, 7 mm below the text', () => {
    expect(numbers).toEqual(pages.map((_, index) => `—${index + 1}—`));
    for (const [index, words] of wordsOf(file).entries()) {
      const dashes = words.filter(({ text }) => text === '—').slice(-2);
      const [left, right] = [dashes[0]?.left ?? 0, dashes[1]?.right ?? 0];
      // One character of 14 pt from the edge.
      if (index % 2 === 0) expect(Math.abs(210 - 26 - 4.94 - right)).toBeLessThan(0.5);
      else expect(Math.abs(28 + 4.94 - left)).toBeLessThan(0.5);
    }
    for (const box of inkOf(file, 297 - 35)) {
      expect(box?.top).toBeGreaterThan(297 - 35 + 7);
      expect(box?.bottom).toBeLessThan(297 - 35 + 7 + 5);
    }
  });
});

test('a long title is centred, and breaks between words and never before a mark', () => {
  const { lines } = linesOf(fileOf('long'));
  const title = placeIn(paragraphsOf(documentOf('long')), lines).filter(({ paragraph }) => paragraph === 0);
  const rows = title.map(({ text }) => text);
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter((row) => BEGINS_NO_LINE.test(row))).toEqual([]);
  for (const word of ['法治政府', '建设', '年度', '报告', '推进']) expect(rows.join('|')).toContain(word);
  const [words = []] = wordsOf(fileOf('long'));
  for (const { left, right } of words.slice(0, title.length))
    expect(Math.abs((left + right) / 2 - 106)).toBeLessThan(3);
});

test('the signature is organ over date, the date four characters from the right', () => {
  const words = wordsOf(fileOf('long')).at(-1) ?? [];
  const [organ, date] = ['环潭镇党委政府', '2023年1月10日'].map((text) => words.find((word) => word.text === text));
  if (!organ || !date) throw new Error('no signature');
  expect(Math.abs(210 - 26 - 4 * 5.57 - date.right)).toBeLessThan(0.7);
  expect(Math.abs((organ.left + organ.right - date.left - date.right) / 2)).toBeLessThan(0.5);
});

/** Several browsers one after the other, on a machine that does other things as well. */
const TIMEOUT_MS = 180_000;

describe('the command', () => {
  const NAME = '2022 均川镇法治政府建设年度报告（2022年度）.pdf';
  const base = folderOf(BASE);

  test(
    'leaves a file that says something else as it is, until told otherwise',
    async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, NAME), '改过的文件');
      const refused = await pdfOf(base, folder);
      expect([refused.code, refused.stderr]).toEqual([
        2,
        `这里已有同名的文件，内容不同，没有覆盖，也没有写入任何文件：\n  ${join(folder, NAME)}\n如果不需要保留原来的文件，请加 --force；否则用 --out 换一个文件夹。\n`,
      ]);
      expect(readFileSync(join(folder, NAME), 'utf8')).toBe('改过的文件');
      expect((await pdfOf(base, folder, { more: ['--force'] })).code).toBe(0);
      expect(readFileSync(join(folder, NAME)).subarray(0, 5).toString()).toBe('%PDF-');
      expect(filesIn(folder)).toEqual([NAME]);
    },
    TIMEOUT_MS,
  );

  test('writes nothing of content with an error', async () => {
    const folder = join(temporaryFolder(), 'export');
    const broken = folderOf({ ...BASE, '2022/events/2022-06-26-drug-control-day.md': '没有开头' });
    const { code, stdout } = await pdfOf(broken, folder);
    expect([code, existsSync(folder)]).toEqual([1, false]);
    expect(stdout.split('\n')[1]).toBe('没有写入任何文件。请先改正上面的错误');
  });

  test(
    'says what to install where there is no browser, and what is wrong with one that was named',
    async () => {
      const folder = join(temporaryFolder(), 'export');
      const none = await pdfOf(base, folder, { env: { PATH: temporaryFolder(), FAZHI_BROWSER: '' } });
      const usual = none.code === 0; // A browser in a place that no variable leads to.
      if (!usual) {
        expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/^没有找到浏览器。.*Edge.*fonts-noto-cjk/)]);
        expect(existsSync(folder)).toBe(false);
      }
      const missing = join(temporaryFolder(), '没有');
      const named = await pdfOf(base, join(folder, 'a'), { more: ['--browser', missing] });
      expect([named.code, named.stderr]).toEqual([2, expect.stringMatching(`^“${missing}”不是能启动的浏览器。`)]);
      const inVariable = await pdfOf(base, join(folder, 'b'), {
        more: ['--lang', 'en'],
        env: { FAZHI_BROWSER: missing },
      });
      expect([inVariable.code, inVariable.stderr]).toEqual([2, expect.stringMatching(`^“${missing}” is no browser`)]);
    },
    TIMEOUT_MS,
  );

  test('says so when the browser that was named does not start', async () => {
    const folder = join(temporaryFolder(), 'export');
    // Node answers `--version` as a browser does, and is none.
    const { code, stderr } = await pdfOf(base, folder, { more: ['--browser', process.execPath] });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(`^浏览器“${process.execPath}”启动不了（.+）。请直接打开它`),
    ]);
    expect([stderr.trimEnd().split('\n').length, existsSync(folder)]).toEqual([1, false]);
  });

  // Windows knows no such signal.
  if (process.platform !== 'win32')
    test('ended by Ctrl-C, leaves neither a file nor a browser’s folder', async () => {
      const [folder, temporary] = [join(temporaryFolder(), 'export'), temporaryFolder()];
      const call = [join(ROOT, 'lib/bin/fazhi.js'), 'pdf', '--content', base, '--out', folder];
      const child = spawn(process.execPath, call, { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      const isRunning = (): boolean => child.exitCode === null && readdirSync(temporary).length === 0;
      while (isRunning()) await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill('SIGINT');
      expect([await ended, existsSync(folder), readdirSync(temporary)]).toEqual([130, false, []]);
    });
});

function sumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(out, name)))
    .digest('hex');
}

/** What the full text of a report without tables and lists is made of: title, headings, paragraphs, signature. */
function paragraphsOf({ title, lead, sections, signature }: ReportDocument): string[] {
  return [
    title,
    ...lead.blocks.map((block) => toString(block)),
    ...sections.flatMap(({ number, title: heading, runIn, blocks }) => [
      number + heading + (runIn ? toString(runIn) : ''),
      ...blocks.map((block) => toString(block)),
    ]),
    signature.organ,
    ...(signature.date === undefined ? [] : [signature.date]),
  ];
}

/** Whether a paragraph, by its place, is a heading on lines of its own. */
function isHeading(report: 'real' | 'long', paragraph: number): boolean {
  const { lead, sections } = documentOf(report);
  let place = 1 + lead.blocks.length;
  for (const { runIn, blocks } of sections) {
    if (place === paragraph) return runIn === undefined;
    place += 1 + blocks.length;
  }
  return false;
}

interface PlacedLine extends Line {
  paragraph: number;
  isFirst: boolean;
  isLast: boolean;
}

/** Finds which paragraph each line belongs to. */
function placeIn(paragraphs: readonly string[], lines: readonly Line[]): PlacedLine[] {
  let paragraph = 0;
  let rest = bare(paragraphs[0] ?? '');
  return lines.map((line) => {
    const text = bare(line.text);
    if (rest === '') rest = bare(paragraphs[(paragraph += 1)] ?? '');
    if (!rest.startsWith(text)) throw new Error(`“${line.text}” stands where “${rest.slice(0, 30)}” should`);
    const isFirst = rest.length === bare(paragraphs[paragraph] ?? '').length;
    rest = rest.slice(text.length);
    return { ...line, paragraph, isFirst, isLast: rest === '' };
  });
}

/** Of an indented last paragraph too: the signature is not among full lines. A sign of ASCII is half a character. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[ -~]/.test(character) ? 0.5 : 1), 0);
}

const BEGINS_NO_LINE = /^[，。、；：！？”’）》〉】」』…—]/;
const ENDS_NO_LINE = /[“‘（《〈【「『]$/;

/** Whether one character more would have made the next line begin, or this one end, with the wrong mark. */
function isForced(line: PlacedLine, lines: readonly PlacedLine[]): boolean {
  const after = lines.slice(lines.indexOf(line) + 1);
  const [next, ...more] = after.filter(({ paragraph }) => paragraph === line.paragraph);
  if (!next) return false;
  const taken = next.text.slice(0, 1);
  // A last line of a single character is not left either: lines before it give up one of theirs.
  return BEGINS_NO_LINE.test(next.text.slice(1)) || ENDS_NO_LINE.test(taken) || /^[!-~]/.test(taken) || more.length < 3;
}

/** Every object of a file as text, with what is packed in it unpacked. */
async function everythingIn(file: string): Promise<string> {
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? String(object.dict) + unpacked(object) : String(object)))
    .join('\n');
}

function unpacked(stream: PDFRawStream): string {
  const isPicture = stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
  return isPicture ? '' : Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** What the fonts of a file say their glyphs stand for. */
async function tablesIn(file: string): Promise<string[]> {
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const table = object instanceof PDFDict ? object.lookup(PDFName.of('ToUnicode')) : undefined;
    return table instanceof PDFRawStream ? [unpacked(table)] : [];
  });
}

/** The outline of a file, with the depth of each line. */
async function outlineOf(file: string): Promise<[number, string][]> {
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  const walk = (parent: PDFDict, depth: number): [number, string][] => {
    const found: [number, string][] = [];
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    for (; item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict))
      found.push(
        [depth, item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText()],
        ...walk(item, depth + 1),
      );
    return found;
  };
  return walk(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0);
}
