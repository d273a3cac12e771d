/** A text file as it was saved: its bytes, what they say, and what is unusual in how they say it. */
import { isUtf8 } from 'node:buffer';
import { decode } from '../read/decode.js';

export const ODDITIES = ['gb18030', 'utf-16', 'byte-order-mark', 'line-ends'] as const;
export type Oddity = (typeof ODDITIES)[number];

export interface SavedFile {
  bytes: Buffer;
  text: string;
  oddities: readonly Oddity[];
}

/** Errors: `undefined` for bytes that are no text, or a damaged one, which would lose more when written anew. */
export function savedFile(bytes: Buffer): SavedFile | undefined {
  const decoded = decode(bytes);
  if (decoded === undefined || decoded.text.trim() === '') return undefined;
  const { text, encoding } = decoded;
  if (encoding === 'utf-8' && !isUtf8(bytes)) return undefined;
  const has: Readonly<Record<Oddity, boolean>> = {
    gb18030: encoding === 'gb18030',
    'utf-16': encoding === 'utf-16',
    'byte-order-mark': encoding === 'utf-8' && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK),
    'line-ends': bytes.includes('\r', 0, encoding === 'utf-16' ? 'utf16le' : 'latin1'),
  };
  return { bytes, text, oddities: ODDITIES.filter((oddity) => has[oddity]) };
}

const BYTE_ORDER_MARK = Buffer.from('\ufeff');
