/** The Word file, opened as the archive it is and read by an XML parser that is not ours. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { documents } from '../../src/build.js';
import { docxOf } from '../../src/export/docx.js';
import { RICH } from '../render/data/rich-content.js';
import { renderFiles } from '../render/theme.js';
import { BASE } from '../support/content.js';
import { folderOf, temporaryFolder, type Files } from '../support/folder.js';
import { blocksOf } from '../support/html.js';
import { infoOf, inkOf, linesOf } from '../support/paper.js';
import { realContent } from '../support/real-content.js';

async function bytesOf(files: Files): Promise<Uint8Array> {
  const [one] = documents(folderOf(files)).documents ?? [];
  if (!one) throw new Error('no document');
  return docxOf(one.document, one.day);
}

async function partsOf(files: Files): Promise<Record<string, string>> {
  const entries = unzipSync(await bytesOf(files));
  return Object.fromEntries(Object.entries(entries).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** An element with its attributes and what is in it, in order. */
interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

function parse(xml: string | undefined): XmlNode {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
  });
  const node = (raw: Record<string, unknown>): XmlNode => {
    const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
    const isText = name === '#text';
    const children = isText ? [] : (raw[name] as Record<string, unknown>[]).map(node);
    const text = isText ? String(raw[name]) : children.map((child) => child.text).join('');
    return { name, attributes: (raw[':@'] ?? {}) as Record<string, string>, children, text };
  };
  const [root] = (parser.parse(xml ?? '') as Record<string, unknown>[])
    .map(node)
    .filter(({ name }) => !name.startsWith('?'));
  if (!root) throw new Error('no XML');
  return root;
}

function all({ children }: XmlNode, name: string): XmlNode[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function first(node: XmlNode, name: string): XmlNode {
  const [found] = all(node, name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function value(node: XmlNode | undefined, name: string): string | undefined {
  const [found] = node ? all(node, name) : [];
  return found?.attributes['w:val'];
}

/** The paragraphs of a part: style and words, those of a table among them. */
function paragraphs(xml: string | undefined): { style: string | undefined; text: string }[] {
  return all(parse(xml), 'w:p').map((paragraph) => ({
    style: value(paragraph, 'w:pStyle'),
    text: all(paragraph, 'w:t')
      .map(({ text }) => text)
      .join(''),
  }));
}

/** What the full text of the page says, without what is for the page alone. */
function pageWords(files: Files): string {
  const html = renderFiles(files)['2022/report/index.html'] ?? '';
  return bare(blocksOf(html, '#full-text').filter((block) => block !== '注释'));
}

function bare(texts: readonly string[]): string {
  return texts.join('').replaceAll(/\s|\[\d+\]|↩|（外部网站）/g, '');
}

afterEach(() => vi.useRealTimers());

describe('the words', () => {
  test('of the real report are the title, its full text and the signature, in order, and nothing else', async () => {
    const { 'word/document.xml': xml } = await partsOf(realContent());
    const [title, ...rest] = paragraphs(xml).map(({ text }) => text);
    expect(title).toBe('均川镇法治政府建设年度报告');
    expect(rest.pop()).toBe('均川镇党委政府');
    expect(bare(rest)).toBe(pageWords(realContent()));
  });

  test('of all that Markdown can say are there as well; marks of lists are typed, notes are Word’s', async () => {
    const parts = await partsOf(RICH);
    const text = paragraphs(parts['word/document.xml']);
    const [, ...body] = text.slice(0, -1).map((one) => one.text.replace(/^(?:·|\d+\.(?=之|从|到))/, ''));
    const notes = paragraphs(parts['word/footnotes.xml'])
      .filter((one) => one.text !== '')
      .map((one) => one.text);
    // On the page notes stand after their section, in Word at the foot of theirs.
    const page = notes.reduce((words, note) => words.replace(bare([note]), ''), pageWords(RICH));
    expect(bare(body).replace('（图：宣传现场）', '')).toBe(page);
    expect(notes).toEqual(['总的说明，着重。', '据司法所统计。', '第一段。', '第二段，参见不足。']);
  });
});

describe('the headings', () => {
  test('have Word’s own styles by level, their numbers typed', async () => {
    const { 'word/document.xml': xml } = await partsOf(realContent());
    const headings = paragraphs(xml).filter(({ style }) => style === 'Title' || style?.startsWith('Heading'));
    expect(headings.slice(0, 5)).toEqual([
      { style: 'Title', text: '均川镇法治政府建设年度报告' },
      { style: 'Heading1', text: '一、主要举措和成效' },
      { style: 'Heading2', text: '（一）加强组织领导，提升行政执法能力' },
      { style: 'Heading2', text: '（二）强化法治宣传，增强全民法治意识' },
      { style: 'Heading2', text: expect.stringMatching(/^（三）/) },
    ]);
    const { 'word/styles.xml': styles } = await partsOf(realContent());
    const outline = all(parse(styles), 'w:style')
      .filter((style) => /^Heading[1-4]$/.test(style.attributes['w:styleId'] ?? ''))
      .map((style) => [
        value(style, 'w:name'),
        value(style, 'w:outlineLvl'),
        all(style, 'w:rFonts')[0]?.attributes['w:eastAsia'],
      ]);
    expect(outline).toEqual([
      ['heading 1', '0', '黑体'],
      ['heading 2', '1', '楷体_GB2312'],
      ['heading 3', '2', '仿宋_GB2312'],
      ['heading 4', '3', '仿宋_GB2312'],
    ]);
  });

  test('that run in to their paragraph share its line, their words in the style of their level', async () => {
    const { 'word/document.xml': xml } = await partsOf(realContent());
    const runs = all(parse(xml), 'w:p')
      .filter((one) => one.text.startsWith('1.动员部署。'))
      .flatMap((one) => all(one, 'w:r'));
    expect(runs.map((run) => [value(run, 'w:rStyle'), run.text.slice(0, 8)])).toEqual([
      ['Heading3Char', '1.动员部署。'],
      [undefined, '今年年初召开专题'],
    ]);
  });
});

test('the page is laid out as the standard asks: A4, 37, 26, 35 and 28 mm, 22 lines', async () => {
  const parts = await partsOf(BASE);
  const section = first(parse(parts['word/document.xml']), 'w:sectPr');
  const mm = (name: string, side: string): number =>
    Math.round((Number(first(section, name).attributes[`w:${side}`]) / 1440) * 254) / 10;
  expect([mm('w:pgSz', 'w'), mm('w:pgSz', 'h')]).toEqual([210, 297]);
  expect(['top', 'right', 'bottom', 'left'].map((side) => mm('w:pgMar', side))).toEqual([37, 26, 35, 28]);
  const defaults = first(parse(parts['word/styles.xml']), 'w:docDefaults');
  const line = Number(all(defaults, 'w:spacing').find(({ attributes }) => attributes['w:line'])?.attributes['w:line']);
  const [height, width] = [225, 156].map((length) => (length / 25.4) * 1440) as [number, number];
  expect(Math.floor(height / line)).toBe(22);
  const size = Number(value(defaults, 'w:sz')) * 10;
  const space = Number(all(defaults, 'w:spacing').find(({ attributes }) => attributes['w:val'])?.attributes['w:val']);
  expect(Math.floor(width / (size + space))).toBe(28);
});

test('page numbers stand right on odd pages and left on even ones', async () => {
  const parts = await partsOf(BASE);
  expect(all(parse(parts['word/settings.xml']), 'w:evenAndOddHeaders')).toHaveLength(1);
  const footers = all(parse(parts['word/document.xml']), 'w:footerReference').map(({ attributes }) => {
    const target = all(parse(parts['word/_rels/document.xml.rels']), 'Relationship').find(
      (one) => one.attributes['Id'] === attributes['r:id'],
    )?.attributes['Target'];
    const footer = parse(parts[`word/${target}`]);
    return [attributes['w:type'], value(footer, 'w:jc'), all(footer, 'w:instrText')[0]?.text];
  });
  expect(footers).toEqual([
    ['default', 'right', 'PAGE'],
    ['even', 'left', 'PAGE'],
  ]);
});

test('the signature is organ over date, the date four characters from the right', async () => {
  const adopted = {
    ...BASE,
    '2022/report.md': BASE['2022/report.md']?.replace('published:', 'adopted: 2023-01-10\npublished:'),
  };
  const { 'word/document.xml': xml } = await partsOf(adopted);
  const lines = all(parse(xml), 'w:p').slice(-2);
  expect(lines.map(({ text }) => text)).toEqual(['均川镇党委政府', '2023年1月10日']);
  const indents = lines.map((line) => Number(all(line, 'w:ind')[0]?.attributes['w:right']) / 320);
  // 7 characters over 6.5: a quarter of one further out on either side.
  expect(indents).toEqual([3.75, 4]);
});

test('every part is sound XML, and nothing in the file leads outside', async () => {
  const parts = Object.entries(await partsOf(RICH));
  const unsound = parts.filter(([, xml]) => XMLValidator.validate(xml) !== true);
  const leadingOut = parts.filter(([, xml]) => xml.includes('TargetMode="External"'));
  expect([...unsound, ...leadingOut].map(([path]) => path)).toEqual([]);
});

test('two files of one report are the same bytes, whenever they are written; the report’s day is theirs', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-05-06T07:08:09Z') });
  const one = await bytesOf(RICH);
  vi.setSystemTime(new Date('2031-01-01T23:59:59Z'));
  const other = await bytesOf(RICH);
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  const core = strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array());
  expect(
    all(parse(core), 'dcterms:created')
      .concat(all(parse(core), 'dcterms:modified'))
      .map(({ text }) => text),
  ).toEqual(['2023-03-21T00:00:00Z', '2023-03-21T00:00:00Z']);
  expect(core).not.toMatch(/creator>[^<]|lastModifiedBy>[^<]/);
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

// An office program opens it where there is one; elsewhere the tests above are what is shown.
if (hasOffice)
  describe('in LibreOffice', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report.docx');
    const saveAs = async (format: string): Promise<void> => {
      writeFileSync(file, await bytesOf(realContent()));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const call = [profile, '--headless', '--convert-to', format, '--outdir', folder, file];
      const { status, stderr } = spawnSync('soffice', call);
      expect([status, String(stderr)]).toEqual([0, expect.any(String)]);
    };

    test('it opens, and has the same words', async () => {
      await saveAs('txt:Text (encoded):UTF8');
      const text = readFileSync(join(folder, 'report.txt'), 'utf8')
        .replace(/^\ufeff/, '')
        .replaceAll(/\s/g, '');
      expect(text).toBe(`均川镇法治政府建设年度报告${pageWords(realContent())}均川镇党委政府`);
    });

    test('its pages have the margins, 22 lines and 28 characters of an official document', async () => {
      await saveAs('pdf');
      const pdf = join(folder, 'report.pdf');
      const { lines, numbers } = linesOf(pdf);
      expect(infoOf(pdf)).toMatchObject({ 'Page size': expect.stringContaining('(A4)') });
      expect(numbers).toEqual(numbers.map((_, index) => `—${index + 1}—`));
      // The title has room above and below it.
      const counts = numbers.map((_, index) => lines.filter(({ page }) => page === index + 1).length).slice(1, -1);
      expect(counts).toEqual(counts.map(() => 22));
      // A mark that may not begin a line hangs over its end.
      const widths = lines
        .filter(({ text }) => /^[^ -~]+$/.test(text))
        .map(({ text }) => text.replace(/[，。、；：]$/, '').length);
      expect(Math.max(...widths)).toBe(28);
      // Above the title is a blank line.
      for (const box of inkOf(pdf, 0, 297 - 35).slice(1)) {
        expect(Math.abs(28.3 - (box?.left ?? 0))).toBeLessThan(0.7);
        expect(Math.abs(39 - (box?.top ?? 0))).toBeLessThan(2);
        // A hanging mark is a character wide.
        expect(box?.right).toBeLessThan(210 - 26 + 5.6);
      }
    });
  });
else
  test('LibreOffice is not asked, for it is not on this machine', () => {
    expect(hasOffice).toBe(false);
  });
