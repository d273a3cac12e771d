/**
 * Store: named values in a folder, each in a file of its own.
 *
 * A value is plain data. It is there or it is not: a file of another program or version is taken for none; a damaged one
 * too, and is named in `damaged`. Files are put in place whole, so that two builds at once meet no half of one: whoever
 * comes last wins, and either is right. Where the folder cannot be written, nothing is kept, which costs time and
 * nothing else. Deleting it does no harm.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sumOf } from './sum.js';

/** A value, and the sum of its text: two values are equal when their sums are. */
export interface Stored<T> {
  value: T;
  sum: string;
}

const ENDING = '.json';
/** Bytes: the first two lines are shorter. */
const MAX_HEAD = 1000;

export class Store {
  readonly #folder: string;
  readonly #program: string;
  /** Whole paths of files that were not as they had been written. */
  readonly damaged = new Set<string>();
  #canWrite = true;

  /** `program` tells one version of the program from another; it has no line break. */
  constructor(folder: string, program: string) {
    this.#folder = folder;
    this.#program = program;
  }

  get<T>(name: string): Stored<T> | undefined {
    const file = this.#fileOf(name);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch {
      return undefined;
    }
    const [program = '', sum = ''] = bytes.toString('utf8', 0, MAX_HEAD).split('\n', 2);
    if (program !== this.#program && program.startsWith(`${GENERATOR} `)) return undefined;
    const body = bytes.subarray(Buffer.byteLength(`${program}\n${sum}\n`));
    if (program !== this.#program || sum !== sumOf(body)) {
      this.damaged.add(file);
      return undefined;
    }
    const { name: own, value } = JSON.parse(body.toString()) as { name: string; value: T };
    return own === name ? { value, sum } : undefined;
  }

  /** Returns the sum of the value. */
  set(name: string, value: unknown): string {
    const body = Buffer.from(JSON.stringify({ name, value }));
    const sum = sumOf(body);
    if (!this.#canWrite) return sum;
    const file = this.#fileOf(name);
    const beside = `${file}.${process.pid}`;
    try {
      this.#makeFolder();
      // A value may be large: it is put into no other text.
      writeFileSync(beside, `${this.#program}\n${sum}\n`);
      appendFileSync(beside, body);
      renameSync(beside, file);
    } catch {
      this.#canWrite = false;
      discard(beside);
    }
    return sum;
  }

  /** Removes every other value, and what a build that was cut off has left. */
  keepOnly(names: Iterable<string>): void {
    const wanted = new Set([...names].map(fileName));
    try {
      for (const file of readdirSync(this.#folder)) {
        const isUnwanted = /^[0-9a-f]{32}\.json$/.test(file) && !wanted.has(file);
        if (isUnwanted || isLeftOver(join(this.#folder, file))) rmSync(join(this.#folder, file), { force: true });
      }
    } catch {
      // What is left over takes room and does no harm.
    }
  }

  /** The folder says what it is, to people, to version control and to backups. */
  #makeFolder(): void {
    if (existsSync(join(this.#folder, '.gitignore'))) return;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'CACHEDIR.TAG'), `${CACHE_SIGNATURE}\n`);
    writeFileSync(join(this.#folder, '.gitignore'), '*\n');
  }

  #fileOf(name: string): string {
    return join(this.#folder, fileName(name));
  }
}

/** What the line that names the program begins with. */
export const GENERATOR = 'fazhi-cache';
/** By which backup programs know a folder they need not keep: the Cache Directory Tagging Specification. */
const CACHE_SIGNATURE = 'Signature: 8a477f597d28d172789f06886806bc55';

/** Only tidies up. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

/** Half a file of a build that was killed: no build takes an hour to write one. */
function isLeftOver(file: string): boolean {
  const status = /\.json\.\d+$/.test(file) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  return status !== undefined && status.mtimeMs < Date.now() - 3_600_000;
}

function fileName(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32) + ENDING;
}
