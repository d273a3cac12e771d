/**
 * A place behind SSH whose files are carried by `rsync`, which sends of a changed file only what changed in it.
 *
 * In:  a target, the way to it, and `rsync` on both sides.
 * Out: a `Place`; all but `put` is done by SFTP, over a connection of its own.
 * Errors: `EnvironmentError`, with rsync's exit codes in words.
 *
 * Only options are used that rsync has had since 2.6.9 and macOS' openrsync has as well; `--protect-args` (3.0) is
 * added where the path of the folder needs it. `--delete` never is: what goes is `remove`'s to say.
 */
import { posix, resolve, sep } from 'node:path';
import { isPart, PART, type Pair, type Place, type PlaceEntry, type PutFile } from './place.js';
import { rsyncRefusal } from './rsync-refusals.js';
import { openSftpPlace, type SftpPlace } from './sftp-place.js';
import { missingProgram, type Way } from './ssh-refusals.js';
import { sshArguments, startProgram } from './ssh.js';

/**
 * What rsync has half of: beside each file after a cut, and in a folder of its own while it works. Where it is killed,
 * that stays there and is no use to the next one, which begins this file anew.
 */
const HALVES = `${PART}-rsync`;
const WORKSHOP = `${PART}-rsync-work`;

const SMALL_BYTES = 64 * 1024;
const LONGEST_LOG = 64 * 1024;

/** Errors: as `openSftpPlace`. */
export async function openRsyncPlace(way: Way): Promise<Place> {
  return new RsyncPlace(await openSftpPlace(way), way);
}

/** Files that have their path below a folder here and below a folder there in common. */
interface Shipment {
  from: string;
  to: string;
  names: string[];
}

class RsyncPlace implements Place {
  readonly #sftp: SftpPlace;
  readonly #way: Way;

  constructor(sftp: SftpPlace, way: Way) {
    this.#sftp = sftp;
    this.#way = way;
  }

  stat(path: string): Promise<PlaceEntry | undefined> {
    return this.#sftp.stat(path);
  }

  list(folder: string): Promise<PlaceEntry[] | undefined> {
    return this.#sftp.list(folder);
  }

  read(path: string): Promise<Buffer | undefined> {
    return this.#sftp.read(path);
  }

  makeFolders(paths: readonly string[]): Promise<void> {
    return this.#sftp.makeFolders(paths);
  }

  async put(files: readonly PutFile[], onDone?: (to: string) => void): Promise<void> {
    // Of one small file, SFTP is done before rsync has logged in.
    const [only, ...more] = files;
    if (only === undefined || (more.length === 0 && only.size <= SMALL_BYTES)) return this.#sftp.put(files, onDone);
    const { shipments, others } = shipmentsOf(files);
    for (const shipment of shipments) {
      const workshop = posix.join(shipment.to, WORKSHOP);
      // One connection at a time, and in the order of the list as far as rsync keeps it.
      const orphans = (await this.#sftp.list(workshop)) ?? [];
      if (orphans.length > 0) await this.#sftp.remove(orphans.map(({ path }) => path));
      await this.#sftp.makeFolders([workshop]);
      try {
        await this.#ship(shipment, (name) => onDone?.(posix.join(shipment.to, name)));
      } catch (error) {
        // Why it failed is worth more than why an empty folder stays.
        await this.#sftp.remove([workshop]).catch(() => undefined);
        throw error;
      }
      await this.#sftp.remove([workshop]);
    }
    if (others.length > 0) await this.#sftp.put(others, onDone);
  }

  duplicate(pairs: readonly Pair[]): Promise<boolean> {
    return this.#sftp.duplicate(pairs);
  }

  makeLink(path: string, target: string): Promise<boolean> {
    return this.#sftp.makeLink(path, target);
  }

  rename(pairs: readonly Pair[]): Promise<void> {
    return this.#sftp.rename(pairs);
  }

  remove(paths: readonly string[]): Promise<void> {
    return this.#sftp.remove(paths);
  }

  close(): Promise<void> {
    return this.#sftp.close();
  }

  async #ship({ from, to, names }: Shipment, onDone: (name: string) => void): Promise<void> {
    const { target } = this.#way;
    const folder = `${posix.join(this.#sftp.folder, to)}/`;
    const host = target.host.includes(':') ? `[${target.host}]` : target.host;
    const args = [
      // Which files differ has been found out; rsync is not to think again by their times.
      '--ignore-times',
      '--partial',
      `--partial-dir=${HALVES}`,
      // A name that is being filled begins as `isPart` wants it, even where rsync is killed.
      `--temp-dir=${WORKSHOP}`,
      '--from0',
      '--files-from=-',
      // The name of each file once it is sent; a blank, since `%b` is what makes rsync wait with the line.
      '--out-format=%b %n',
      '--8-bit-output',
      `--rsh=${rsyncWords(['ssh', ...sshArguments(target, this.#way)])}`,
      ...(/^[\w@%+=:,./\u0080-\uffff-]+$/.test(folder) ? [] : ['--protect-args']),
      '--',
      // From where it stands: the path of a folder of Windows would be taken for a host.
      './',
      `${host}:${folder}`,
    ];
    const { code, said } = await shipped(args, { from, names, onDone });
    if (code === 0) return;
    // A connection that is gone tells nothing of the disk.
    const disk = await this.#sftp.disk().catch(() => undefined);
    throw rsyncRefusal(code, said, { folder, disk, way: this.#way });
  }
}

/** Runs rsync; returns what it ended with (`null`: ended from outside) and what it said of faults. */
function shipped(
  args: readonly string[],
  { from, names, onDone }: { from: string; names: readonly string[]; onDone: (name: string) => void },
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = startProgram('rsync', args, { cwd: from, stdio: ['pipe', 'pipe', 'pipe'] });
    let [rest, said] = ['', ''];
    child.stdin?.on('error', () => undefined);
    // A name that begins with `;` or `#` would be taken for a comment.
    child.stdin?.end(names.map((name) => `./${name}\0`).join(''));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const name = /^\d+ (?<name>.*[^/])$/.exec(line)?.groups?.['name'];
        if (name !== undefined) onDone(asSpelt(name));
      }
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LONGEST_LOG);
    });
    child.on('error', (error: NodeJS.ErrnoException) => reject(missingProgram('rsync', error)));
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** Splits a list into what can be shipped folder by folder, and files that are called otherwise there than here. */
function shipmentsOf(files: readonly PutFile[]): { shipments: Shipment[]; others: PutFile[] } {
  const shipments = new Map<string, Shipment>();
  const others: PutFile[] = [];
  for (const file of files) {
    const from = resolve(file.from).split(sep);
    const to = file.to.split('/');
    const name: string[] = [];
    while (to.length > 0 && from.length > 1 && from.at(-1) === to.at(-1) && !isPart(to.at(-1) ?? '')) {
      name.unshift(to.pop() ?? '');
      from.pop();
    }
    if (name.length === 0) {
      others.push(file);
      continue;
    }
    const root = { from: resolve(`${from.join(sep)}${sep}`), to: to.join('/') };
    const key = `${root.from}\0${root.to}`;
    const shipment = shipments.get(key) ?? { ...root, names: [] };
    shipment.names.push(name.join('/'));
    shipments.set(key, shipment);
  }
  return { shipments: [...shipments.values()], others };
}

/** One text that rsync takes apart again: it knows quotation marks, doubled within themselves, and no backslash. */
function rsyncWords(words: readonly string[]): string {
  return words.map((word) => (/[\s'"]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word)).join(' ');
}

/** rsync writes control characters, and every `\#` before digits, as `\#ooo`, in octal. */
const asSpelt = (name: string): string =>
  name.replace(/\\#(?<octal>[0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
