/**
 * The packets of SFTP version 3, as OpenSSH's server speaks it (draft-ietf-secsh-filexfer-02 and OpenSSH's PROTOCOL).
 *
 * In:  the fields of a request; the bytes of an answer.
 * Out: the bytes of a request; the fields of an answer.
 * Errors: `RangeError` from `Fields` for an answer that ends too early.
 * Not here: who sends what when.
 */
export const REQUEST = {
  init: 1,
  open: 3,
  close: 4,
  read: 5,
  write: 6,
  lstat: 7,
  opendir: 11,
  readdir: 12,
  remove: 13,
  mkdir: 14,
  rmdir: 15,
  realpath: 16,
  stat: 17,
  readlink: 19,
  symlink: 20,
  extended: 200,
} as const;

export const ANSWER = {
  version: 2,
  status: 101,
  handle: 102,
  data: 103,
  name: 104,
  attributes: 105,
  extended: 201,
} as const;

export const STATUS = { ok: 0, end: 1, absent: 2, denied: 3, failure: 4, bad: 5, unsupported: 8 } as const;

/** How a file is opened. */
export const OPEN = { read: 0x01, write: 0x02, create: 0x08, truncate: 0x10 } as const;

const HAS_SIZE = 0x01;
const HAS_OWNER = 0x02;
const HAS_MODE = 0x04;
const HAS_TIMES = 0x08;
const HAS_EXTENDED = 0x8000_0000;

/** Neither size nor mode: the server's own umask says who may read. */
export const NO_ATTRIBUTES = u32(0);

export interface Attributes {
  size: number;
  kind: 'file' | 'folder' | 'link' | 'other';
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

/** A text or bytes, with their length before them. */
export function text(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u32(bytes.length), bytes]);
}

export function packet(type: number, ...fields: readonly Buffer[]): Buffer {
  const length = fields.reduce((sum, field) => sum + field.length, 1);
  return Buffer.concat([u32(length), Buffer.of(type), ...fields]);
}

/** Reads the fields of an answer, one after the other. */
export class Fields {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  u32(): number {
    this.#at += 4;
    return this.#bytes.readUInt32BE(this.#at - 4);
  }

  u64(): number {
    this.#at += 8;
    return Number(this.#bytes.readBigUInt64BE(this.#at - 8));
  }

  bytes(): Buffer {
    const length = this.u32();
    if (this.#at + length > this.#bytes.length) throw new RangeError('The answer ends within a text.');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text(): string {
    return this.bytes().toString('utf8');
  }

  attributes(): Attributes {
    const has = this.u32();
    const size = has & HAS_SIZE ? this.u64() : 0;
    if (has & HAS_OWNER) this.#at += 8;
    const mode = has & HAS_MODE ? this.u32() : 0;
    if (has & HAS_TIMES) this.#at += 8;
    if (has & HAS_EXTENDED)
      for (let left = this.u32(); left > 0; left -= 1) {
        this.bytes();
        this.bytes();
      }
    return { size, kind: KINDS[mode & 0o17_0000] ?? 'other' };
  }
}

/** By the bits of a mode that tell what it is the mode of. */
const KINDS: Readonly<Record<number, Attributes['kind']>> = {
  0o10_0000: 'file',
  0o04_0000: 'folder',
  0o12_0000: 'link',
};
