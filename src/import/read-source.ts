/** Reads a source file by what it is, whatever its name says. */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { SourceDocument } from './document.js';

/** Bytes. A report with pictures has five million. */
const MAX_BYTES = 64 * 1024 * 1024;

const TEXTS = ['.txt', '.text'];
const MARKDOWN = ['.md', '.markdown'];
const PAGES = ['.html', '.htm', '.shtml', '.xhtml'];
const WORD = ['.docx', '.docm', '.dotx'];
/** What LibreOffice can make a .docx of. */
const OFFICE = ['.doc', '.wps', '.rtf', '.odt'];

/** Errors: `EnvironmentError` for a file that cannot be opened, is too large or is of no known format. */
export async function readSource(file: string): Promise<SourceDocument> {
  const bytes = open(file);
  const kind = extname(file).toLowerCase();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  const isPage = start.startsWith('<!doctype html') || start.startsWith('<html');
  // Old Word files are often pages or .docx by another name.
  if (WORD.includes(kind) || (isZip && OFFICE.includes(kind) && kind !== '.odt')) {
    const { readDocx } = await import('./docx/read-docx.js');
    return readDocx(bytes);
  }
  if (PAGES.includes(kind) || (isPage && OFFICE.includes(kind))) {
    const { readHtml } = await import('./html/read-html.js');
    return readHtml(bytes);
  }
  if (OFFICE.includes(kind)) {
    const [{ convertWithOffice }, { readDocx }] = await Promise.all([
      import('./office.js'),
      import('./docx/read-docx.js'),
    ]);
    return readDocx(convertWithOffice(file));
  }
  if (MARKDOWN.includes(kind)) {
    const { readMarkdown } = await import('./markdown.js');
    return readMarkdown(bytes);
  }
  if (TEXTS.includes(kind)) {
    const { readPlainText } = await import('./text.js');
    return readPlainText(bytes);
  }
  throw new EnvironmentError({
    zh: `不认识“${file}”的格式。可以导入 .docx、.html、.txt、.md；.doc、.wps、.rtf、.odt 需要装有 LibreOffice。PDF 请先另存为 .docx 或 .txt。`,
    en: `“${file}” is of no known format. .docx, .html, .txt and .md can be imported; .doc, .wps, .rtf and .odt need LibreOffice. Save a PDF as .docx or .txt first.`,
  });
}

function open(file: string): Uint8Array {
  try {
    const status = statSync(file);
    if (status.isDirectory())
      throw new EnvironmentError({
        zh: `“${file}”是文件夹，请给出一个文件。`,
        en: `“${file}” is a folder. Give a file.`,
      });
    if (status.size > MAX_BYTES)
      throw new EnvironmentError({
        zh: `“${file}”有 ${Math.round(status.size / 1024 / 1024)} MB，超过 64 MB，没有打开。请压缩里面的图片，或另存为 .txt 后导入。`,
        en: `“${file}” has ${Math.round(status.size / 1024 / 1024)} MB, more than 64 MB, and was not opened. Make its pictures smaller, or save it as .txt.`,
      });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new EnvironmentError({
      zh: `无法读取“${file}”：${isMissing ? '文件不存在' : '不能打开'}。`,
      en: `Cannot read “${file}”: ${isMissing ? 'it does not exist' : 'it cannot be opened'}.`,
    });
  }
}
