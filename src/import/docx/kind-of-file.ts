/**
 * What a file is by its first bytes, whatever its name says.
 *
 * In:  the bytes of a file that was given as a .docx.
 * Out: nothing for an archive; a refusal that names the format for anything else that is known.
 */
import { emptyFile, otherDocument, otherFormat, protectedFile, tooLargeFile, unknownFormat } from './refusals.js';

const MEGABYTE = 1024 * 1024;
/** A report with photographs has a few; what is larger is refused before anything of it is looked at. */
const MOST_MEGABYTES = 64;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** `PK`, then the mark of a first entry, or that of an archive without one. */
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

/** By the beginning of the text, white space and byte order mark aside. */
const TEXTS: readonly { begin: RegExp; refuse: () => Error }[] = [
  { begin: /^\{\\rtf/, refuse: () => otherFormat({ zh: ' RTF 文件', en: 'an RTF file' }) },
  { begin: /^%PDF-/, refuse: () => otherDocument({ zh: ' PDF 文件', en: 'a PDF file' }) },
  {
    begin: /^(?:<\?xml[^>]*>\s*)?<\?mso-application|^(?:<\?xml[^>]*>\s*)?<(?:w:wordDocument|pkg:package)\b/,
    refuse: () => otherFormat({ zh: ' Word 的 XML 文件', en: 'a Word XML file' }),
  },
  {
    begin: /^(?:MIME-Version:|(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b)/i,
    refuse: () => otherFormat({ zh: '网页（HTML）文件', en: 'a web page (HTML)' }),
  },
];

export function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw emptyFile();
  if (bytes.length > MOST_MEGABYTES * MEGABYTE) throw tooLargeFile(Math.ceil(bytes.length / MEGABYTE), MOST_MEGABYTES);
  if (ARCHIVES.some((magic) => beginsWith(bytes, magic))) return;
  if (beginsWith(bytes, OLE)) throw refuseOle(bytes);
  const begin = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '');
  throw TEXTS.find((text) => text.begin.test(begin))?.refuse() ?? unknownFormat();
}

/** The compound file of older programs: its directory names what it holds, in UTF-16. */
function refuseOle(bytes: Uint8Array): Error {
  const holds = (stream: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream, 0, 'utf16le');
  if (holds('EncryptedPackage')) return protectedFile();
  if (holds('Workbook')) return otherDocument({ zh: ' Excel 工作簿（.xls）', en: 'an Excel workbook (.xls)' });
  if (holds('PowerPoint Document')) return otherDocument({ zh: '演示文稿（.ppt）', en: 'a presentation (.ppt)' });
  return otherFormat({
    zh: '旧版 Word（.doc）或 WPS 文字（.wps）文件',
    en: 'a file of an older Word (.doc) or of WPS Writer (.wps)',
  });
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
