/**
 * What publishing remembers at the place, in a folder of its own: which version stands there, which one stood there
 * before, and what each of them consists of.
 *
 *   state.json         the versions, by name
 *   <version>.json     the manifest of a version, put there before the first file of it
 *   <version>/         files of it
 *   claim.json         who began to publish last
 *
 * A version is named after the SHA-256 of its manifest, so a list that somebody has changed betrays itself, and the same
 * site has the same name whoever publishes it, and whenever. Whatever is not as it was written counts as not there.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, MANIFEST, type ListedFile } from '../model/manifest.js';
import { byPath } from './compare.js';
import type { Place, PlaceEntry, PutFile } from './place.js';
import { overtaken } from './refusals.js';

export interface State {
  current?: string;
  previous?: string;
  /** Versions of which files may stand there since `current` was complete, because they were cut off. */
  begun: string[];
}

const VERSION = /^[0-9a-f]{16}(?:-2)?$/;

export function isVersion(name: string): boolean {
  return VERSION.test(name);
}

/** A version, and every file of it: those that its manifest lists, and the manifest. */
export interface Version {
  name: string;
  manifest: string;
  files: ListedFile[];
}

/** The version of a manifest; `undefined` for a text that is none. */
export function versionOf(manifest: string): Version | undefined {
  const files = filesIn(manifest);
  if (files === undefined) return undefined;
  const sha256 = createHash('sha256').update(manifest).digest('hex');
  const itself = { path: MANIFEST, size: Buffer.byteLength(manifest), sha256 };
  return { name: sha256.slice(0, 16), manifest, files: [...files, itself] };
}

/** True for two versions of the same files, one of which was put there anew. */
export function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.slice(0, 16) === other?.slice(0, 16);
}

/** The version by a name that is free: one that stands there is never written into. */
export function named(version: Version, taken: readonly (string | undefined)[]): Version {
  return taken.includes(version.name) ? { ...version, name: `${version.name}-2` } : version;
}

/** The records in a folder of a place. Texts are written on this machine first, in a folder that `close` removes. */
export class Records {
  readonly folder: string;
  private readonly place: Place;
  private readonly claim = JSON.stringify({ publisher: randomUUID() });
  private desk: string | undefined;
  private texts = 0;
  private hasBegun = false;

  constructor(place: Place, folder: string) {
    this.place = place;
    this.folder = folder;
  }

  /** @param entries What is in the folder, relative to it. */
  async state(entries: readonly PlaceEntry[]): Promise<State> {
    const known = (name: unknown): name is string => typeof name === 'string' && isVersion(name);
    const text = await this.text('state.json', entries);
    const { current, previous, begun } = (text === undefined ? {} : (parsed(text) ?? {})) as Record<string, unknown>;
    return {
      ...(known(current) && { current }),
      ...(known(previous) && { previous }),
      begun: Array.isArray(begun) ? begun.filter(known) : [],
    };
  }

  async version(name: string | undefined, entries: readonly PlaceEntry[]): Promise<Version | undefined> {
    if (name === undefined) return undefined;
    const manifest = await this.text(`${name}.json`, entries);
    const version = manifest === undefined ? undefined : versionOf(manifest);
    return version !== undefined && isSame(version.name, name) ? { ...version, name } : undefined;
  }

  /** Says that from now on this publish counts, and remembers what it is going to put. */
  async begin(versions: readonly Version[]): Promise<void> {
    const files = [await this.file('claim.json', this.claim)];
    for (const { name, manifest } of versions) files.push(await this.file(`${name}.json`, manifest));
    await this.place.put(files);
    this.hasBegun = true;
  }

  /** True after `begin`, when another publish has begun since. */
  async isOvertaken(): Promise<boolean> {
    return this.hasBegun && (await this.place.read(`${this.folder}/claim.json`))?.toString() !== this.claim;
  }

  /** Errors: `EnvironmentError` when another publish has begun since. */
  async insistOnClaim(): Promise<void> {
    if (await this.isOvertaken()) throw overtaken();
  }

  async putState(state: State): Promise<void> {
    await this.place.put([await this.file('state.json', `${JSON.stringify(state)}\n`)]);
  }

  /** Brings a file that the place cannot copy by itself over this machine. */
  async detour(from: string, to: string): Promise<PutFile> {
    const bytes = (await this.place.read(from)) ?? Buffer.alloc(0);
    return this.written(to, bytes);
  }

  async close(): Promise<void> {
    if (this.desk !== undefined) await rm(this.desk, { recursive: true, force: true });
  }

  private file(name: string, text: string): Promise<PutFile> {
    return this.written(`${this.folder}/${name}`, Buffer.from(text));
  }

  private async written(to: string, bytes: Buffer): Promise<PutFile> {
    this.desk ??= await mkdtemp(join(tmpdir(), 'fazhi-'));
    this.texts += 1;
    const from = join(this.desk, String(this.texts));
    await writeFile(from, bytes);
    return { from, to, size: bytes.length };
  }

  private async text(name: string, entries: readonly PlaceEntry[]): Promise<string | undefined> {
    if (byPath(entries).get(name)?.kind !== 'file') return undefined;
    return (await this.place.read(`${this.folder}/${name}`))?.toString();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
