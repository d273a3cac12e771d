/**
 * A session of SFTP with a server, over the system's own `ssh`.
 *
 * In:  requests, as many at once as one likes.
 * Out: the answer to each.
 * Errors: `Refusal` when the server says no; `EnvironmentError` when it cannot be reached or is gone.
 * Not here: what is asked, and why (`sftp-place.ts`).
 *
 * Why not `sftp -b`, which would spare us the protocol: it lists files for people (names in the escapes of its locale,
 * links without their targets), says of any fault only a sentence, and waits for the server after every step; a publish
 * of 300 small files over a line of 50 ms takes a minute longer. Why not a library: those that speak SFTP bring an SSH
 * of their own, without ~/.ssh/config, agents and jump hosts as OpenSSH has them; none that is kept up takes the stream
 * of another program (the maintainer of ssh2 has declined it). `ssh -s HOST sftp` is what `sftp` itself runs, and the
 * dozen requests needed have not changed since 2001.
 */
import type { ChildProcess } from 'node:child_process';
import type { EnvironmentError } from '../diagnostics/environment-error.js';
import { ANSWER, Fields, packet, REQUEST, STATUS, text, u32 } from './sftp-packets.js';
import { garbledStart, lostConnection, missingProgram, sshRefusal, type Way } from './ssh-refusals.js';
import { sshArguments, startProgram } from './ssh.js';

const VERSION = 3;
/** OpenSSH sends none that is longer; text printed by a login script reads as a length far beyond. */
const LONGEST_PACKET = 256 * 1024;
/** Enough to keep a slow line busy, few enough for any server. */
const AT_ONCE = 64;
/** What `ssh` logs of one connection is far less. */
const LONGEST_LOG = 256 * 1024;
const FAREWELL_MS = 5_000;

/** The server's no: one of `STATUS`, and its word for it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Answer {
  type: number;
  fields: Fields;
}

interface Waiting {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

export class SftpSession {
  readonly #child: ChildProcess;
  readonly #way: Way;
  readonly #waiting = new Map<number, Waiting>();
  readonly #queue: { bytes: Buffer; id: number; waiting: Waiting }[] = [];
  readonly #ended: Promise<void>;
  #extensions: ReadonlySet<string> | undefined;
  #began: Waiting | undefined;
  #end: EnvironmentError | undefined;
  #lastId = 0;
  #received: Buffer = Buffer.alloc(0);
  #said = '';

  /** Errors: `EnvironmentError` when the server cannot be reached or offers no SFTP. */
  static async open(way: Way): Promise<SftpSession> {
    const session = new SftpSession(way);
    await new Promise<Answer>((resolve, reject) => {
      session.#began = { resolve, reject };
      session.#child.stdin?.write(packet(REQUEST.init, u32(VERSION)));
    });
    return session;
  }

  private constructor(way: Way) {
    this.#way = way;
    const { target } = way;
    // `-v`, which is handed on to jump hosts, tells which keys were offered, and what an unknown host key looks like.
    const args = [...sshArguments(target, way), '-v', '-s', '--', target.host, 'sftp'];
    this.#child = startProgram('ssh', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stdout?.on('data', (bytes: Buffer) => this.#receive(bytes));
    this.#child.stderr?.setEncoding('utf8').on('data', (said: string) => {
      this.#said = (this.#said + said).slice(-LONGEST_LOG);
    });
    // What cannot be written any more is told by the end of the program, with its reason.
    this.#child.stdin?.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error: NodeJS.ErrnoException) => {
        this.#stop(missingProgram('ssh', error));
        resolve();
      });
      this.#child.on('close', () => {
        const end = this.#extensions === undefined ? sshRefusal : lostConnection;
        this.#stop(end(this.#said, this.#way));
        resolve();
      });
    });
  }

  /** Whether the server offers one of OpenSSH's extensions of the protocol. */
  offers(extension: string): boolean {
    return this.#extensions?.has(extension) === true;
  }

  request(type: number, ...fields: readonly Buffer[]): Promise<Answer> {
    if (this.#end) return Promise.reject(this.#end);
    this.#lastId = (this.#lastId + 1) >>> 0;
    const id = this.#lastId;
    const bytes = packet(type, u32(id), ...fields);
    return new Promise((resolve, reject) => {
      this.#queue.push({ bytes, id, waiting: { resolve, reject } });
      this.#send();
    });
  }

  extended(name: string, ...fields: readonly Buffer[]): Promise<Answer> {
    return this.request(REQUEST.extended, text(name), ...fields);
  }

  async close(): Promise<void> {
    this.#child.stdin?.end();
    const impatience = setTimeout(() => this.#child.kill(), FAREWELL_MS);
    await this.#ended;
    clearTimeout(impatience);
  }

  #send(): void {
    while (this.#waiting.size < AT_ONCE) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#waiting.set(next.id, next.waiting);
      this.#child.stdin?.write(next.bytes);
    }
  }

  #receive(bytes: Buffer): void {
    if (this.#end) return;
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    let at = 0;
    while (this.#received.length >= at + 4) {
      const length = this.#received.readUInt32BE(at);
      if (length === 0 || length > LONGEST_PACKET) return this.#giveUp();
      if (this.#received.length < at + 4 + length) break;
      try {
        this.#take(this.#received.subarray(at + 4, at + 4 + length));
      } catch (error) {
        if (error instanceof RangeError) return this.#giveUp();
        throw error;
      }
      at += 4 + length;
    }
    this.#received = this.#received.subarray(at);
  }

  #take(bytes: Buffer): void {
    const type = bytes.readUInt8(0);
    const fields = new Fields(bytes.subarray(1));
    if (this.#extensions === undefined) {
      if (type !== ANSWER.version) return this.#giveUp();
      fields.u32();
      const extensions = new Set<string>();
      for (; !fields.isAtEnd; fields.bytes()) extensions.add(fields.text());
      this.#extensions = extensions;
      this.#began?.resolve({ type, fields });
      return;
    }
    const id = fields.u32();
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    this.#send();
    if (type !== ANSWER.status) return waiting.resolve({ type, fields });
    const status = fields.u32();
    if (status === STATUS.ok) waiting.resolve({ type, fields });
    else waiting.reject(new Refusal(status, fields.isAtEnd ? '' : fields.text()));
  }

  /** The other side does not speak SFTP, or no longer. */
  #giveUp(): void {
    this.#stop(this.#extensions === undefined ? garbledStart(this.#way) : lostConnection(this.#said, this.#way));
    this.#child.kill();
  }

  #stop(error: EnvironmentError): void {
    if (this.#end) return;
    this.#end = error;
    if (this.#extensions === undefined) this.#began?.reject(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    for (const { waiting } of this.#queue) waiting.reject(error);
    this.#waiting.clear();
    this.#queue.length = 0;
  }
}
