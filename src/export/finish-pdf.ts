/**
 * A PDF as a browser wrote it becomes the report's own.
 *
 * In:  the bytes, and what the file is to say of itself.
 * Out: bytes that are the same whenever and wherever the same browser prints the same report with the same fonts: the
 *      dates are the report's, and of the browser and its machine only the name of what drew the pages stays.
 * Errors: `EnvironmentError` for a PDF without tags, as old browsers write them.
 *
 * A library reads the file and writes it anew: places in a PDF are counted in bytes, and any word that is longer than
 * the one before it moves all that come after.
 */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { correctCharacters } from './pdf-characters.js';
import { countIdsAnew } from './pdf-ids.js';

export interface PdfFacts {
  title: string;
  author: string;
  /** `YYYY-MM-DD`. */
  day: string;
}

export async function finishPdf(bytes: Uint8Array, { title, author, day }: PdfFacts): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const tags = pdf.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(tags instanceof PDFDict)) throw tooOld();
  // The browser's tags are those of PDF 2.0; programs that know the ones before it are told what these are.
  tags.set(PDFName.of('RoleMap'), pdf.context.obj({ Strong: 'Span', Em: 'Span' }));
  const date = new Date(`${day}T00:00:00Z`);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage('zh-CN');
  if (author !== '') pdf.setAuthor(author);
  pdf.setCreator('fazhi');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  correctCharacters(pdf);
  countIdsAnew(pdf);
  return pdf.save({ useObjectStreams: true });
}

function tooOld(): EnvironmentError {
  return new EnvironmentError({
    zh: '这个浏览器版本太旧，印出的 PDF 没有结构标记（读屏软件要用），没有写入任何文件。请更新浏览器，或用 --browser 换一个。',
    en: 'This browser is too old: its PDF has no tags, which screen readers need. Nothing was written. Update the browser, or name another with --browser.',
  });
}
