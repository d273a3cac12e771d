/** A folder of this machine, or a share mounted here, as a place to publish to. */
import { randomUUID } from 'node:crypto';
import {
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rmdir,
  symlink,
  unlink,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { byCodeUnit } from '../model/by-code-unit.js';
import { PART, type Pair, type Place, type PlaceEntry, type PutFile } from './place.js';
import { folderFault, noParent } from './refusals.js';
import { writeWhole } from './write-whole.js';

/** Errors: `EnvironmentError` where there is no such folder. */
export async function openFolder(folder: string): Promise<Place> {
  const root = await realpath(folder).catch((error: unknown) => {
    throw isCode(error, 'ENOENT', 'ENOTDIR') ? noParent(folder) : folderFault(resolve(folder), error);
  });
  if (!(await lstat(root)).isDirectory()) throw noParent(folder);
  return new FolderPlace(root);
}

class FolderPlace implements Place {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  stat(path: string): Promise<PlaceEntry | undefined> {
    return this.at(path, (file) => entryAt(file, path));
  }

  async list(folder: string): Promise<PlaceEntry[] | undefined> {
    if ((await this.stat(folder))?.kind !== 'folder') return undefined;
    const entries: PlaceEntry[] = [];
    const walk = async (folder: string): Promise<void> => {
      const names = await this.at(folder, (file) => readdir(file));
      for (const name of names.toSorted(byCodeUnit)) {
        const entry = await this.stat(`${folder}/${name}`);
        if (entry === undefined) continue;
        entries.push(entry);
        if (entry.kind === 'folder') await walk(entry.path);
      }
    };
    await walk(folder);
    return entries;
  }

  read(path: string): Promise<Buffer | undefined> {
    return this.at(path, (file) => unlessGone(readFile(file)));
  }

  async makeFolders(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.at(path, (file) => makeFolder(file, this.root));
  }

  async put(files: readonly PutFile[], onDone?: (to: string) => void): Promise<void> {
    for (const { from, to } of files) {
      await this.at(to, (file) => copyWhole(from, file));
      onDone?.(to);
    }
  }

  async duplicate(pairs: readonly Pair[]): Promise<boolean> {
    for (const { from, to } of pairs)
      await this.at(to, async (file) => {
        try {
          await link(join(this.root, from), file);
        } catch (error) {
          // Some disks, such as a memory stick, know no links; some know only so many of one file.
          if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
          await copyWhole(join(this.root, from), file);
        }
      });
    return true;
  }

  makeLink(path: string, target: string): Promise<boolean> {
    return this.at(path, async (file) => {
      try {
        await symlink(target, file, 'dir');
        return true;
      } catch (error) {
        // On Windows it takes a right that few have.
        if (isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) return false;
        throw error;
      }
    });
  }

  async rename(pairs: readonly Pair[]): Promise<void> {
    for (const { from, to } of pairs) await this.at(to, (file) => rename(join(this.root, from), file));
  }

  async remove(paths: readonly string[]): Promise<void> {
    const folders: string[] = [];
    for (const path of paths)
      await this.at(path, async (file) => {
        const entry = await entryAt(file, path);
        if (entry?.kind === 'folder') folders.push(path);
        else if (entry !== undefined) await unlessGone(unlink(file));
      });
    for (const path of folders.toSorted(byCodeUnit).toReversed())
      await this.at(path, async (file) => {
        try {
          await rmdir(file);
        } catch (error) {
          if (!isCode(error, 'ENOTEMPTY', 'EEXIST', 'EBUSY', 'ENOENT')) throw error;
        }
      });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async at<Result>(path: string, action: (file: string) => Promise<Result>): Promise<Result> {
    const file = join(this.root, path);
    try {
      return await action(file);
    } catch (error) {
      throw folderFault(file, error);
    }
  }
}

async function entryAt(file: string, path: string): Promise<PlaceEntry | undefined> {
  const stat = await unlessGone(lstat(file));
  if (stat === undefined) return undefined;
  if (stat.isFile()) return { path, kind: 'file', size: stat.size };
  if (stat.isDirectory()) return { path, kind: 'folder' };
  return stat.isSymbolicLink() ? { path, kind: 'link', target: await readlink(file) } : { path, kind: 'other' };
}

/** Not `recursive`: in Node 20 that never returns where the system answers ENOENT for a folder it will not make. */
async function makeFolder(file: string, root: string): Promise<void> {
  const stat = await unlessGone(lstat(file));
  if (stat?.isDirectory() === true) return;
  if (dirname(file) !== root) await makeFolder(dirname(file), root);
  try {
    await mkdir(file);
  } catch (error) {
    // Somebody else may have made it just now.
    if (!isCode(error, 'EEXIST') || !(await lstat(file)).isDirectory()) throw error;
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  await writeWhole(to, join(dirname(to), `${PART}-${randomUUID()}`), await readFile(from));
}

async function unlessGone<Result>(result: Promise<Result>): Promise<Result | undefined> {
  try {
    return await result;
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
