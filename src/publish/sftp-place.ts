/**
 * A place behind SSH: a folder of a server that offers SFTP, as OpenSSH's does.
 *
 * In:  a target and the way to it.
 * Out: a `Place`, over one connection.
 * Errors: `EnvironmentError`, and before anything is written where the server cannot replace a file in one step.
 *
 * Requests go out without waiting for the answers of those before, wherever their order is kept by the server or does
 * not matter; `rename` alone waits for each, because publishing relies on what it has done when it fails.
 * Names are sent as UTF-8 and quoted nowhere: the protocol counts bytes. A name on the server that is no UTF-8 is seen,
 * but could not be asked for; publishing makes none.
 */
import { createHash, hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { posix } from 'node:path';
import { byCodeUnit } from '../model/by-code-unit.js';
import { PART, type Pair, type Place, type PlaceEntry, type PutFile } from './place.js';
import { ANSWER, NO_ATTRIBUTES, OPEN, REQUEST, STATUS, text, u32, u64, type Attributes } from './sftp-packets.js';
import {
  isFull,
  missingFolder,
  noOneStepRename,
  refusal,
  unreadableSource,
  type Action,
  type Disk,
} from './sftp-refusals.js';
import { Refusal, SftpSession } from './sftp-session.js';
import type { Way } from './ssh-refusals.js';

const RENAME = 'posix-rename@openssh.com';
const HARD_LINK = 'hardlink@openssh.com';
const COPY = 'copy-data';
const SYNC = 'fsync@openssh.com';
const DISK = 'statvfs@openssh.com';

/** What every server takes in one request. */
const CHUNK_BYTES = 32 * 1024;
/** Of one file, on their way at a time: more than a line holds, little enough to keep in memory. */
const CHUNKS_AHEAD = 32;
/** Files, or folders, that are open at a time: servers allow hundreds. */
const OPEN_AT_ONCE = 16;
/** A file from this size on is continued where it was cut off; a smaller one is sent sooner than asked about. */
const WORTH_RESUMING_BYTES = 1024 * 1024;

/** Errors: `EnvironmentError` when the server cannot be reached, or has no such folder. */
export async function openSftpPlace(way: Way): Promise<SftpPlace> {
  const session = await SftpSession.open(way);
  try {
    return new SftpPlace(session, way, await folderOfPlace(session, way));
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** The whole path: one that begins at the user's home, which `rsync` might see elsewhere, becomes absolute. */
async function folderOfPlace(session: SftpSession, way: Way): Promise<string> {
  const { parent } = way.target;
  try {
    const { fields } = await session.request(REQUEST.realpath, text(parent));
    fields.u32();
    const folder = fields.text();
    const { fields: found } = await session.request(REQUEST.stat, text(folder));
    if (found.attributes().kind === 'folder') return folder;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status !== STATUS.absent) throw refusal('look', parent, error, way);
  }
  throw missingFolder(way);
}

interface Named {
  name: string;
  attributes: Attributes;
}

export class SftpPlace implements Place {
  readonly #session: SftpSession;
  readonly #way: Way;
  /** The whole path on the server of the folder that holds the target. */
  readonly folder: string;

  constructor(session: SftpSession, way: Way, folder: string) {
    this.#session = session;
    this.#way = way;
    this.folder = folder;
  }

  stat(path: string): Promise<PlaceEntry | undefined> {
    return this.#orAbsent('look', path, async () => {
      const { fields } = await this.#session.request(REQUEST.lstat, this.#at(path));
      return this.#entry(path, fields.attributes());
    });
  }

  async list(folder: string): Promise<PlaceEntry[] | undefined> {
    // `opendir` would follow a link.
    if ((await this.stat(folder))?.kind !== 'folder') return undefined;
    const found: PlaceEntry[] = [];
    let level = [folder];
    while (level.length > 0) {
      const next: string[] = [];
      // A folder's folders are known once it has been read.
      await inParallel(level, async (path) => {
        for (const entry of await this.#entriesOf(path)) {
          found.push(entry);
          if (entry.kind === 'folder') next.push(entry.path);
        }
      });
      level = next;
    }
    return found.toSorted((a, b) => byCodeUnit(a.path, b.path));
  }

  read(path: string): Promise<Buffer | undefined> {
    return this.#orAbsent('read', path, () =>
      this.#opened(REQUEST.open, [this.#at(path), u32(OPEN.read), NO_ATTRIBUTES], async (handle) => {
        const chunks: Buffer[] = [];
        for (let at = 0; ; at += chunks.at(-1)?.length ?? 0) {
          try {
            // An answer may be shorter than asked for, so the next question depends on it.
            const { fields } = await this.#session.request(REQUEST.read, handle, u64(at), u32(CHUNK_BYTES));
            chunks.push(Buffer.from(fields.bytes()));
          } catch (error) {
            if (error instanceof Refusal && error.status === STATUS.end) return Buffer.concat(chunks);
            throw error;
          }
        }
      }),
    );
  }

  async makeFolders(paths: readonly string[]): Promise<void> {
    this.#expectOneStepRename();
    const all = new Set(paths.flatMap(withFoldersAbove));
    // One request after the other is carried out, and none waits for the answer to the one before.
    const made = [...all].map((path) => ({
      path,
      answer: this.#session.request(REQUEST.mkdir, this.#at(path), NO_ATTRIBUTES),
    }));
    const results = await Promise.allSettled(made.map(({ answer }) => answer));
    for (const [index, result] of results.entries()) {
      const path = made[index]?.path ?? '';
      // Why it could not be made is asked only where it could not; “Failure” is all that is said of one that is there.
      if (result.status === 'rejected' && !(await this.#isFolder(path)))
        throw await this.#refusal('mkdir', path, result.reason);
    }
  }

  async put(files: readonly PutFile[], onDone?: (to: string) => void): Promise<void> {
    this.#expectOneStepRename();
    for (const some of portionsOf(files)) {
      const parts = new Map<PutFile, string>();
      await inParallel(some, async (file) => parts.set(file, await this.#putPart(file)));
      // Names are given in the order of the list.
      await allDone(
        some.map(async (file) => {
          await this.#renameOne(parts.get(file) ?? '', file.to);
          onDone?.(file.to);
        }),
      );
    }
  }

  async duplicate(pairs: readonly Pair[]): Promise<boolean> {
    const [first, ...others] = pairs;
    if (first === undefined) return true;
    try {
      await this.#duplicateOne(first);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
    await inParallel(others, (pair) => this.#told('copy', pair.to, () => this.#duplicateOne(pair)));
    return true;
  }

  async makeLink(path: string, target: string): Promise<boolean> {
    try {
      // OpenSSH has these two the other way round than the protocol's description, and says so in its own.
      await this.#session.request(REQUEST.symlink, text(target), this.#at(path));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A disk without links refuses them as it refuses one who may not write, or for want of room: a file tells.
      if (isFull(await this.disk()) || !(await this.#canWriteBeside(path)))
        throw await this.#refusal('link', path, error);
      return false;
    }
  }

  async rename(pairs: readonly Pair[]): Promise<void> {
    for (const { from, to } of pairs) {
      // The second is not to happen where the first has failed.
      await this.#renameOne(this.#whole(from), to);
    }
  }

  async remove(paths: readonly string[]): Promise<void> {
    const results = await Promise.allSettled(
      paths.map((path) => this.#session.request(REQUEST.remove, this.#at(path))),
    );
    const folders: string[] = [];
    for (const [index, result] of results.entries()) {
      if (result.status === 'fulfilled' || isAbsent(result.reason)) continue;
      const path = paths[index] ?? '';
      // Asked only where something is not gone.
      const there = await this.stat(path);
      if (there?.kind === 'folder') folders.push(path);
      else if (there !== undefined) throw await this.#refusal('remove', path, result.reason);
    }
    const deepestFirst = folders.toSorted((a, b) => b.split('/').length - a.split('/').length);
    const removed = await Promise.allSettled(
      deepestFirst.map((path) => this.#session.request(REQUEST.rmdir, this.#at(path))),
    );
    for (const [index, result] of removed.entries()) {
      if (result.status === 'fulfilled' || isAbsent(result.reason)) continue;
      // “Failure”: it is not empty, or a disk is mounted there.
      if (result.reason instanceof Refusal && result.reason.status === STATUS.failure) continue;
      throw await this.#refusal('remove', deepestFirst[index] ?? '', result.reason);
    }
  }

  /** The disk that the place is on; `undefined` where the server does not tell. */
  async disk(): Promise<Disk | undefined> {
    if (!this.#session.offers(DISK)) return undefined;
    try {
      const { fields } = await this.#session.extended(DISK, text(this.folder));
      const [, blockBytes = 0, , , freeBlocks = 0, , , , , flags = 0] = Array.from({ length: 10 }, () => fields.u64());
      return { freeBytes: freeBlocks * blockBytes, isReadOnly: (flags & 1) === 1 };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  #whole(path: string): string {
    return posix.join(this.folder, path);
  }

  #at(path: string): Buffer {
    return text(this.#whole(path));
  }

  async #entry(path: string, { kind, size }: Attributes): Promise<PlaceEntry> {
    if (kind === 'file') return { path, kind, size };
    if (kind !== 'link') return { path, kind };
    const { fields } = await this.#session.request(REQUEST.readlink, this.#at(path));
    fields.u32();
    return { path, kind, target: fields.text() };
  }

  /** What a folder holds; nothing, once it is gone. */
  async #entriesOf(folder: string): Promise<PlaceEntry[]> {
    const named = await this.#orAbsent('look', folder, () =>
      this.#opened(REQUEST.opendir, [this.#at(folder)], (handle) => this.#namesOf(handle)),
    );
    const entries = (named ?? []).map(({ name, attributes }) => {
      const path = posix.join(folder, name);
      return this.#orAbsent('look', path, () => this.#entry(path, attributes));
    });
    return (await Promise.all(entries)).filter((entry) => entry !== undefined);
  }

  async #namesOf(folder: Buffer): Promise<Named[]> {
    const found: Named[] = [];
    for (;;) {
      try {
        // The server hands out the names in portions, the next when it is asked again.
        const { fields } = await this.#session.request(REQUEST.readdir, folder);
        for (let left = fields.u32(); left > 0; left -= 1) {
          const name = fields.text();
          fields.bytes(); // the line that `ls -l` would show
          const attributes = fields.attributes();
          if (name !== '.' && name !== '..') found.push({ name, attributes });
        }
      } catch (error) {
        if (error instanceof Refusal && error.status === STATUS.end) return found;
        throw error;
      }
    }
  }

  /** Puts a file beside its name; returns the whole path of it. */
  async #putPart({ from, to, size }: PutFile): Promise<string> {
    const source = await open(from).catch((error: unknown) => {
      throw unreadableSource(from, error);
    });
    try {
      const isResumable = size >= WORTH_RESUMING_BYTES;
      // With what is in it in its name, the beginning of a file is never continued with the rest of another.
      const content = isResumable ? await hashOf(source) : '';
      const part = this.#whole(
        posix.join(posix.dirname(to), `${PART}-${hash('sha256', `${to}\n${content}`).slice(0, 24)}`),
      );
      await this.#told('put', to, async () => {
        const there = isResumable ? await this.#sizeOf(part) : 0;
        const begun = there <= size ? there : 0;
        const mode = OPEN.write | OPEN.create | (begun > 0 ? 0 : OPEN.truncate);
        await this.#opened(REQUEST.open, [text(part), u32(mode), NO_ATTRIBUTES], (handle) =>
          this.#told('write', to, async () => {
            await this.#write(handle, source, { from, size, begun });
            // A name is given to what is on the disk, also if the power fails the moment after.
            if (this.#session.offers(SYNC)) await this.#session.extended(SYNC, handle);
          }),
        );
      });
      return part;
    } finally {
      await source.close();
    }
  }

  async #write(
    handle: Buffer,
    source: FileHandle,
    { from, size, begun }: { from: string; size: number; begun: number },
  ): Promise<void> {
    const onTheirWay: Promise<unknown>[] = [];
    const arrived = async (most: number): Promise<void> => {
      while (onTheirWay.length > most) await onTheirWay.shift();
    };
    try {
      for (let at = begun; at < size; at += CHUNK_BYTES) {
        const bytes = Buffer.alloc(Math.min(CHUNK_BYTES, size - at));
        // As much is read as can be sent.
        const { bytesRead } = await source.read(bytes, 0, bytes.length, at);
        if (bytesRead < bytes.length) throw unreadableSource(from);
        const written = this.#session.request(REQUEST.write, handle, u64(at), text(bytes));
        written.catch(() => undefined);
        onTheirWay.push(written);
        await arrived(CHUNKS_AHEAD);
      }
    } finally {
      await arrived(0);
    }
  }

  /** Of what has arrived of a file; 0 where nothing has. */
  async #sizeOf(part: string): Promise<number> {
    try {
      const { fields } = await this.#session.request(REQUEST.lstat, text(part));
      return fields.attributes().size;
    } catch (error) {
      if (isAbsent(error)) return 0;
      throw error;
    }
  }

  /** Asked before anything is written. A read-only account has none either: that is told by what it is asked first. */
  #expectOneStepRename(): void {
    if (!this.#session.offers(RENAME) && !this.#session.offers(DISK)) throw noOneStepRename(this.#way);
  }

  async #renameOne(whole: string, to: string): Promise<void> {
    await this.#told('rename', to, () => this.#session.extended(RENAME, text(whole), this.#at(to)));
  }

  /** By a second name; by a copy where the disk has no second names, or no more of this file. */
  async #duplicateOne({ from, to }: Pair): Promise<void> {
    try {
      await this.#session.extended(HARD_LINK, this.#at(from), this.#at(to));
    } catch (error) {
      if (!(error instanceof Refusal) || !this.#session.offers(COPY)) throw error;
      await this.#copy({ from, to });
    }
  }

  async #copy({ from, to }: Pair): Promise<void> {
    const part = this.#whole(posix.join(posix.dirname(to), `${PART}-${hash('sha256', to).slice(0, 24)}`));
    await this.#opened(REQUEST.open, [this.#at(from), u32(OPEN.read), NO_ATTRIBUTES], (source) =>
      this.#opened(REQUEST.open, [text(part), u32(OPEN.write | OPEN.create | OPEN.truncate), NO_ATTRIBUTES], (copy) =>
        // All of it, from the beginning of the one to the beginning of the other.
        this.#session.extended(COPY, source, u64(0), u64(0), copy, u64(0)),
      ),
    );
    await this.#session.extended(RENAME, text(part), this.#at(to));
  }

  async #isFolder(path: string): Promise<boolean> {
    try {
      const { fields } = await this.#session.request(REQUEST.stat, this.#at(path));
      return fields.attributes().kind === 'folder';
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  async #canWriteBeside(path: string): Promise<boolean> {
    if ((await this.stat(path)) !== undefined) return false;
    const tried = text(this.#whole(posix.join(posix.dirname(path), `${PART}-try`)));
    try {
      await this.#opened(REQUEST.open, [tried, u32(OPEN.write | OPEN.create), NO_ATTRIBUTES], () => Promise.resolve());
      await this.#session.request(REQUEST.remove, tried);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** Opens, does, and closes whatever happened; a fault of closing counts, since only then all is written. */
  async #opened<T>(type: number, fields: readonly Buffer[], work: (handle: Buffer) => Promise<T>): Promise<T> {
    const answer = await this.#session.request(type, ...fields);
    if (answer.type !== ANSWER.handle) throw new Refusal(STATUS.bad, 'no handle');
    const handle = text(answer.fields.bytes());
    let result: T;
    try {
      result = await work(handle);
    } catch (error) {
      await this.#session.request(REQUEST.close, handle).catch(() => undefined);
      throw error;
    }
    await this.#session.request(REQUEST.close, handle);
    return result;
  }

  async #orAbsent<T>(action: Action, path: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw await this.#refusal(action, path, error);
    }
  }

  async #told<T>(action: Action, path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw await this.#refusal(action, path, error);
    }
  }

  /** The server's no in words; whatever else was thrown stays what it is. */
  async #refusal(action: Action, path: string, error: unknown): Promise<unknown> {
    if (!(error instanceof Refusal)) return error;
    return refusal(action, this.#whole(path), error, this.#way, await this.disk());
  }
}

const isAbsent = (error: unknown): boolean => error instanceof Refusal && error.status === STATUS.absent;

/** `a/b/c` -> `a`, `a/b`, `a/b/c`. */
function withFoldersAbove(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

async function hashOf(source: FileHandle): Promise<string> {
  const hashed = createHash('sha256');
  for await (const bytes of source.createReadStream({ start: 0, autoClose: false })) hashed.update(bytes as Buffer);
  return hashed.digest('hex');
}

/** Small enough that little is sent in vain if the connection breaks before names are given; a large file is alone. */
function* portionsOf(files: readonly PutFile[]): Generator<PutFile[]> {
  let portion: PutFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (portion.length === OPEN_AT_ONCE || (portion.length > 0 && bytes + file.size > WORTH_RESUMING_BYTES)) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(file);
    bytes += file.size;
  }
  if (portion.length > 0) yield portion;
}

/** Waits for all, also where one fails; then throws the first failure. */
async function allDone(promises: readonly Promise<unknown>[]): Promise<void> {
  const failure = (await Promise.allSettled(promises)).find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
}

/** A few at a time, begun in order. Whatever has begun is done, or has failed, when this returns or throws. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  const left = items.values();
  const workOn = async (): Promise<void> => {
    for (const item of left) {
      if (failures.length > 0) return;
      try {
        await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: OPEN_AT_ONCE }, workOn));
  if (failures.length > 0) throw failures[0];
}
