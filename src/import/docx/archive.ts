/**
 * The parts of a .docx, which is a ZIP archive: unpacked one by one when they are asked for, and no others.
 *
 * In:  the bytes of the archive.
 * Out: the bytes of a part by its name; nothing is ever written, so a name such as `../../x` is a name like any other.
 * Errors: an archive that is cut off or damaged, encrypted, or unpacks to more than a report can be.
 *
 * The list of entries is read here because a library that inflates believes the sizes written in it: a bomb that lies
 * about them would run for minutes. Here the inflater itself is told where to stop.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, protectedFile, tooLargeContents } from './refusals.js';

const MEGABYTE = 1024 * 1024;
/** Of all parts that are read, images included. */
const MOST_MEGABYTES = 64;

// Sizes and marks of APPNOTE.TXT 4.3, the description of the format.
const ENTRY = { mark: 0x04034b50, size: 30 };
const LISTED = { mark: 0x02014b50, size: 46 };
const END = { mark: 0x06054b50, size: 22, longestComment: 0xffff };
const END_64 = { mark: 0x06064b50, locatorMark: 0x07064b50, locatorSize: 20 };
const IS_ENCRYPTED = 0x1;
const [STORED, DEFLATED] = [0, 8];
/** Stands where a number needs the field of eight bytes. */
const ELSEWHERE = 0xffffffff;

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

export class Archive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  #left = MOST_MEGABYTES * MEGABYTE;

  constructor(bytes: Uint8Array) {
    this.#bytes = plain(bytes);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      for (const entry of this.#list()) this.#entries.set(keyOf(entry.name), entry);
    } catch (error) {
      // A number outside of the file.
      if (error instanceof RangeError) throw damaged(undefined, { cause: error });
      throw error;
    }
  }

  /** As they stand in the archive. */
  get names(): string[] {
    return [...this.#entries.values()].map((entry) => entry.name);
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** The bytes of a part, `undefined` where there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(keyOf(name));
    if (entry === undefined) return undefined;
    if ((entry.flags & IS_ENCRYPTED) !== 0) throw protectedFile();
    if (entry.size > this.#left) throw tooLargeContents(MOST_MEGABYTES);
    const bytes = this.#unpack(entry);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged(entry.name);
    this.#left -= bytes.length;
    return bytes;
  }

  #unpack(entry: Entry): Uint8Array {
    const packed = this.#packed(entry);
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) throw damaged(entry.name);
    try {
      // One byte more than it says, so that an empty part may be asked for and a longer one is seen.
      return plain(inflateRawSync(packed, { maxOutputLength: entry.size + 1 }));
    } catch (error) {
      throw damaged(entry.name, { cause: error });
    }
  }

  #packed({ name, offset, packed }: Entry): Uint8Array {
    const isEntry = offset + ENTRY.size <= this.#bytes.length && this.#view.getUint32(offset, true) === ENTRY.mark;
    if (!isEntry) throw damaged(name);
    const names = this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    const start = offset + ENTRY.size + names;
    if (start + packed > this.#bytes.length) throw damaged(name);
    return this.#bytes.subarray(start, start + packed);
  }

  *#list(): Generator<Entry> {
    const { at, until } = this.#directory();
    let position = at;
    while (position + LISTED.size <= until && this.#view.getUint32(position, true) === LISTED.mark) {
      const u16 = (offset: number): number => this.#view.getUint16(position + offset, true);
      const u32 = (offset: number): number => this.#view.getUint32(position + offset, true);
      const nameEnd = position + LISTED.size + u16(28);
      const extraEnd = nameEnd + u16(30);
      const name = new TextDecoder().decode(this.#bytes.subarray(position + LISTED.size, nameEnd));
      const [size, packed, offset] = this.#inFull([u32(24), u32(20), u32(42)], nameEnd, extraEnd);
      yield { name, flags: u16(8), method: u16(10), crc: u32(16), packed, size, offset };
      position = extraEnd + u16(32);
    }
    if (position !== until) throw damaged();
  }

  /** Some programs write every size into the field of eight bytes, however small the file. */
  #inFull(numbers: [number, number, number], from: number, until: number): [number, number, number] {
    let position = from;
    while (position + 4 <= until) {
      const kind = this.#view.getUint16(position, true);
      const next = position + 4 + this.#view.getUint16(position + 2, true);
      if (kind === 1) {
        let field = position + 4;
        return numbers.map((number) => {
          if (number !== ELSEWHERE) return number;
          field += 8;
          return Number(this.#view.getBigUint64(field - 8, true));
        }) as [number, number, number];
      }
      position = next;
    }
    return numbers;
  }

  #directory(): { at: number; until: number } {
    const end = this.#end();
    const [size, at] = [this.#view.getUint32(end + 12, true), this.#view.getUint32(end + 16, true)];
    if (size !== ELSEWHERE && at !== ELSEWHERE) return { at, until: at + size };
    const locator = end - END_64.locatorSize;
    if (this.#view.getUint32(locator, true) !== END_64.locatorMark) throw damaged();
    const end64 = Number(this.#view.getBigUint64(locator + 8, true));
    if (this.#view.getUint32(end64, true) !== END_64.mark) throw damaged();
    const at64 = Number(this.#view.getBigUint64(end64 + 48, true));
    return { at: at64, until: at64 + Number(this.#view.getBigUint64(end64 + 40, true)) };
  }

  /** The record that closes an archive, before a comment of up to 64 KB: without it the file is cut off. */
  #end(): number {
    const last = this.#bytes.length - END.size;
    for (let position = last; position >= Math.max(0, last - END.longestComment); position--)
      if (this.#view.getUint32(position, true) === END.mark) return position;
    throw damaged();
  }
}

/** A `Buffer` is bytes, but does not compare or print as such. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Names of parts are equal whatever their case; some programs write `\` or begin with `/`. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}
