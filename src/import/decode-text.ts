/** The text of a file's bytes, for the readers of texts. */
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { decode } from '../read/decode.js';
import { unmarked } from './document.js';

/** Bytes. A report has thirty thousand; a larger text is another kind of file. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Errors: `EnvironmentError` for bytes that are no text in UTF-8, UTF-16 or GB18030, and for too many of them. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES)
    throw new EnvironmentError({
      zh: '文件超过 32 MB，不像一份报告，没有打开。',
      en: 'The file has more than 32 MB, unlike a report, and was not opened.',
    });
  const decoded = decode(bytes);
  if (decoded === undefined)
    throw new EnvironmentError({
      zh: '文件不是文字，或编码无法识别。请用记事本打开，另存为 UTF-8 编码的 .txt 后再导入。',
      en: 'The file is no text, or of no known encoding. Save it as .txt in UTF-8 and import that.',
    });
  return unmarked(decoded.text);
}
