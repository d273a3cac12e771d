/** The words for every file that is no usable Word document: what it is, and how the clerk comes to one that is. */
import { EnvironmentError } from '../../diagnostics/environment-error.js';

export const SAVE_AS = {
  zh: '请用 Word 或 WPS 打开，选“另存为”，保存类型选“Word 文档（*.docx）”，再导入另存的文件。',
  en: 'Open it in Word or WPS, choose “Save as” and the type “Word document (*.docx)”, then import that file.',
};

export function emptyFile(): EnvironmentError {
  return new EnvironmentError({
    zh: '文件是空的，里面什么也没有。请检查是否下载或复制完整。',
    en: 'The file is empty. Check that it was downloaded or copied as a whole.',
  });
}

export function tooLargeFile(megabytes: number, most: number): EnvironmentError {
  return new EnvironmentError({
    zh: `文件有 ${megabytes} MB，超过了 ${most} MB，没有读取。请删去或压缩其中的图片后再导入。`,
    en: `The file has ${megabytes} MB, more than ${most} MB, and was not read. Remove or compress its images, then import it again.`,
  });
}

export function tooLargeContents(most: number): EnvironmentError {
  return new EnvironmentError({
    zh: `文件解压后超过 ${most} MB，不像是正常的报告，没有读取。${SAVE_AS.zh}`,
    en: `Unpacked, the file is larger than ${most} MB, as no report is, and was not read. ${SAVE_AS.en}`,
  });
}

export function tooManyCells(most: number): EnvironmentError {
  return new EnvironmentError({
    zh: `文件中的表格超过 ${most} 个单元格，不像是正常的报告，没有读取。请把表格移出后再导入。`,
    en: `The tables of the file have more than ${most} cells, as no report has; it was not read. Move the tables elsewhere, then import it again.`,
  });
}

export function protectedFile(): EnvironmentError {
  return new EnvironmentError({
    zh: '文件有密码，无法读取。请用 Word 或 WPS 打开，取消密码后另存为 .docx，再导入。',
    en: 'The file is protected by a password and cannot be read. Open it in Word or WPS, remove the password, save it as .docx, then import that file.',
  });
}

/** `kind` is what the file turned out to be, such as `RTF 文件`. */
export function otherFormat(kind: { zh: string; en: string }): EnvironmentError {
  return new EnvironmentError({
    zh: `这其实是${kind.zh}，不是 .docx，改文件名并不会改变格式。${SAVE_AS.zh}`,
    en: `This is in fact ${kind.en}, not a .docx; renaming a file does not change its format. ${SAVE_AS.en}`,
  });
}

/** `kind` is a document that holds no running text to save as .docx. */
export function otherDocument(kind: { zh: string; en: string }): EnvironmentError {
  return new EnvironmentError({
    zh: `这其实是${kind.zh}，不是 Word 文档。请导入报告的 .docx 文件。`,
    en: `This is in fact ${kind.en}, not a Word document. Import the report's .docx file.`,
  });
}

export function unknownFormat(): EnvironmentError {
  return new EnvironmentError({
    zh: `这不是 Word 文档（.docx），也认不出是什么文件。${SAVE_AS.zh}`,
    en: `This is not a Word document (.docx), nor any file that is known here. ${SAVE_AS.en}`,
  });
}

/** `part` is a file within the document, such as `word/document.xml`; without it the archive itself. */
export function damaged(part?: string, options?: ErrorOptions): EnvironmentError {
  const where = part === undefined ? { zh: '', en: '' } : { zh: `（其中的“${part}”）`, en: ` (its “${part}”)` };
  return new EnvironmentError(
    {
      zh: `文件似乎已损坏，无法读取${where.zh}。请重新下载或复制；若 Word 或 WPS 能打开，请用它另存为 .docx 后再导入。`,
      en: `The file seems damaged and cannot be read${where.en}. Download or copy it again; if Word or WPS can open it, save it as .docx from there and import that file.`,
    },
    options,
  );
}

/** A part that declares a document type, which Word never writes and which could call for other files. */
export function declaresEntities(part: string): EnvironmentError {
  return new EnvironmentError({
    zh: `文件中的“${part}”带有 DOCTYPE 声明，可能会引用外部文件，没有读取。${SAVE_AS.zh}`,
    en: `“${part}” in the file declares a DOCTYPE, which could call for other files; it was not read. ${SAVE_AS.en}`,
  });
}
