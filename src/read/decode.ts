/** Bytes to text: UTF-8, UTF-16 that says so by its mark, or the GB18030 of older Windows programs. */

export interface Decoded {
  /** Without the byte order mark, lines ended by LF. */
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'gb18030';
}

/** What no text holds: controls other than tab and line feed, a byte order mark, the replacement character, noncharacters. */
export const CONTROL_CHARACTER =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffd]|\p{Noncharacter_Code_Point}/u;

/** From here on it is no text with a stray character in it, but a picture or a program by the wrong name. */
const MAX_CONTROL_CHARACTERS = 100;

/** Errors: `undefined` for bytes that are no text. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const decoded = decodeAs(bytes);
  if (decoded === undefined) return undefined;
  const text = decoded.text.replace(/\r\n?/g, '\n');
  return isText(text) ? { ...decoded, text } : undefined;
}

function decodeAs(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, 'utf-16le', 'utf-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeStrictly(bytes, 'utf-16be', 'utf-16');
  const utf8 = decodeStrictly(bytes, 'utf-8', 'utf-8') ?? damagedUtf8(bytes);
  if (utf8 !== undefined) return utf8;
  const gb18030 = decodeStrictly(bytes, 'gb18030', 'gb18030');
  // GB18030 has a meaning for nearly any bytes; those of a picture soon give characters that no text has.
  return gb18030 === undefined || CONTROL_CHARACTER.test(gb18030.text.replace(/\r/g, '')) ? undefined : gb18030;
}

function decodeStrictly(bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/**
 * A UTF-8 file with a few bytes gone. As GB18030 it would decode to nonsense without a word; as UTF-8 each damaged
 * place becomes U+FFFD, which is then reported where it stands. GB18030 text has hardly any valid three-byte UTF-8.
 */
function damagedUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  return whole > damaged ? { text, encoding: 'utf-8' } : undefined;
}

function isText(text: string): boolean {
  const everywhere = new RegExp(CONTROL_CHARACTER, 'gu');
  let found = 0;
  while (everywhere.test(text)) {
    found += 1;
    if (found > MAX_CONTROL_CHARACTERS || found * 10 > text.length + 10) return false;
  }
  return true;
}
