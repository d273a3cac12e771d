/**
 * Holds a folder against the list of what was built.
 *
 * In:  the folder, the list.
 * Out: every listed file and the list itself, then what lies there besides.
 * Errors: `EnvironmentError` when the folder cannot be listed.
 * Not here: links are named, never followed; what fazhi keeps for itself (`.fazhi…`) is not looked at.
 */
import { constants, lstatSync, readdirSync, type Dirent } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Words } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import { WORK, type ListedFile } from '../model/manifest.js';
import { alike, foldersOf } from '../model/paths.js';
import { readBody } from './body.js';
import { builtBytes } from './built-bytes.js';
import { describeChange } from './difference.js';
import type { Manifest } from './manifest.js';
import type { Checked } from './verification.js';

type EntryKind = 'file' | 'folder' | 'link' | 'special' | 'closed';

export async function checkFolder(folder: string, manifest: Manifest): Promise<Checked[]> {
  const entries = list(folder);
  const listed = [...manifest.files, manifest.self];
  const files: Checked[] = [];
  for (const file of listed) files.push(await check(folder, file, entries, manifest));
  const known = new Set(listed.flatMap(({ path }) => [path, ...foldersOf(path)]));
  const extra = [...entries]
    .filter(([path, kind]) => !known.has(path) && kind !== 'folder')
    .map(([path, kind]): Checked => ({ path, state: 'extra', words: extraWords(path, kind, listed) }));
  return [...files, ...extra];
}

/** Everything below a folder, by path. */
function list(root: string): Map<string, EntryKind> {
  const found = new Map<string, EntryKind>();
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      if (folder === '') throw closed(root, error);
      found.set(folder, 'closed');
      continue;
    }
    for (const entry of entries) {
      if (folder === '' && alike(entry.name).startsWith(WORK)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      found.set(path, kindOf(entry));
      if (entry.isDirectory()) waiting.push(path);
    }
  }
  return new Map([...found].toSorted(([a], [b]) => byCodeUnit(a, b)));
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'special';
}

async function check(
  root: string,
  file: ListedFile,
  entries: ReadonlyMap<string, EntryKind>,
  manifest: Manifest,
): Promise<Checked> {
  const { path } = file;
  for (const folder of foldersOf(path)) {
    const kind = entries.get(folder);
    if (kind === 'folder') continue;
    if (kind === 'closed') return { path, state: 'refused', words: noRight(folder) };
    return { path, state: 'missing', words: kind === undefined ? noFolder(folder) : noRealFolder(folder, kind) };
  }
  const kind = entries.get(path);
  if (kind === undefined) return { path, state: 'missing', words: missingWords(path, entries) };
  if (kind !== 'file') return { path, state: 'changed', words: INSTEAD[kind] };
  try {
    return await compare(root, file, manifest);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EPERM') return { path, state: 'refused', words: noRight(path) };
    return { path, state: 'unreachable', words: { zh: `读不出来（${code}）`, en: `it cannot be read (${code})` } };
  }
}

async function compare(root: string, file: ListedFile, manifest: Manifest): Promise<Checked> {
  const { path } = file;
  // Windows knows no such flag, and no such links without special rights.
  const handle = await open(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const body = await readBody(handle.createReadStream({ autoClose: false }), file.size);
    if (body.isWhole && body.sha256 === file.sha256) return { path, state: 'same' };
    const listed = [...manifest.files, manifest.self];
    const words = describeChange({ file, body, listed, built: body.bytes && builtBytes(manifest, file) });
    const found = body.isWhole ? { size: body.size, sha256: body.sha256 } : { size: lstatSync(join(root, path)).size };
    return { path, state: 'changed', words, found };
  } finally {
    await handle.close();
  }
}

const INSTEAD: Readonly<Record<Exclude<EntryKind, 'file'>, Words>> = {
  link: { zh: '是符号链接，不是文件', en: 'it is a symbolic link, not a file' },
  folder: { zh: '是文件夹，不是文件', en: 'it is a folder, not a file' },
  closed: { zh: '是文件夹，不是文件', en: 'it is a folder, not a file' },
  special: { zh: '是特殊文件，不是普通文件', en: 'it is a special file, not an ordinary one' },
};

function missingWords(path: string, entries: ReadonlyMap<string, EntryKind>): Words {
  const other = [...entries.keys()].find((name) => alike(name) === alike(path));
  return other === undefined
    ? { zh: '没有这个文件', en: 'there is no such file' }
    : {
        zh: `没有这个文件；有大小写或字形不同的“${other}”`,
        en: `there is no such file, but one whose name differs in case or form: “${other}”`,
      };
}

function noFolder(folder: string): Words {
  return { zh: `没有文件夹“${folder}”`, en: `there is no folder “${folder}”` };
}

function noRealFolder(folder: string, kind: EntryKind): Words {
  return kind === 'link'
    ? { zh: `“${folder}”是符号链接，没有跟进去看`, en: `“${folder}” is a symbolic link, which was not followed` }
    : { zh: `“${folder}”不是文件夹`, en: `“${folder}” is no folder` };
}

function noRight(path: string): Words {
  return { zh: `没有读取“${path}”的权限`, en: `there is no permission to read “${path}”` };
}

function extraWords(path: string, kind: EntryKind, listed: readonly ListedFile[]): Words {
  const twin = listed.find((file) => alike(file.path) === alike(path));
  if (kind === 'closed') return noRight(path);
  if (kind === 'link') return { zh: '生成时没有，是符号链接', en: 'never built; a symbolic link' };
  if (twin)
    return {
      zh: `生成时没有，名字与“${twin.path}”只有大小写或字形不同`,
      en: `never built; its name differs from “${twin.path}” in case or form only`,
    };
  return { zh: '生成时没有', en: 'never built' };
}

function closed(root: string, error: unknown): EnvironmentError {
  const code = codeOf(error);
  return new EnvironmentError(
    {
      zh: `无法列出文件夹“${root}”（${code}）。请检查读取的权限后再执行。`,
      en: `The folder “${root}” cannot be listed (${code}). Check the permission to read it, then call again.`,
    },
    { cause: error },
  );
}

/** Of a failed system call; anything else is a bug and thrown on. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && 'syscall' in error) return String(error.code);
  throw error;
}
