/**
 * The list of the content folder's files, none of them opened.
 *
 * It needs none of what reading needs, so that whoever only wants to know whether anything has changed is not kept
 * waiting for parsers.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Keep } from '../keep.js';
import type { ContentFile, TextSource } from '../model/source.js';
import { Changes } from './changes.js';
import { reasonOf } from './reasons.js';
import { isSameStatus, statusOf, type Status } from './status.js';
import { walk, type FoundFile } from './walk.js';

/** Bytes. A year's report has thirty thousand; a larger file is a picture or a mistake, and is not even opened. */
export const MAX_BYTES: Readonly<Record<TextSource['kind'], number>> = {
  markdown: 2 * 1024 * 1024,
  yaml: 256 * 1024,
  fragment: 256 * 1024,
};

/** A file with what its next state is told by. */
export interface ListedFile extends ContentFile {
  readonly found: FoundFile;
  readonly status: Status;
}

/** As it is listed: what can be told from what it was found as is not held twice. */
class Listed implements ListedFile {
  readonly found: FoundFile;
  readonly status: Status;
  readonly kind: ContentFile['kind'];

  constructor(found: FoundFile) {
    const { path } = found;
    this.found = found;
    this.status = statusOf(found);
    this.kind = textKindOf(path) ?? (found.kind === 'file' && !path.includes('\ufffd') ? 'asset' : 'other');
  }

  get path(): string {
    return this.found.path;
  }

  get file(): string {
    return this.found.file;
  }

  get bytes(): number {
    return this.status.bytes;
  }
}

/**
 * The files of the content folder, by code unit of their paths.
 *
 * `changed` has the only files and folders that can have changed since the last time, absolute; absent: any.
 *
 * Errors: `EnvironmentError` when the folder is missing or cannot be listed.
 */
export function list(content: string, keep?: Keep, changed?: readonly string[]): ListedFile[] {
  const changes = new Changes(changed);
  if (!keep)
    return find(content, undefined, changes)
      .map((found) => new Listed(found))
      .filter(({ status }) => !status.isGone);
  const listed = find(content, keep.part('folders'), changes).map((found) =>
    keep.of(
      found.path,
      [found.file, found.kind],
      () => new Listed(found),
      ({ status }) => status.isSettled && (!changes.mayConcern(found.file) || isSameStatus(status, statusOf(found))),
    ),
  );
  keep.forget();
  return listed.filter(({ status }) => !status.isGone);
}

/** The texts that clerks write in the content folder, small enough to be read; no links. Errors: as `read`. */
export function listTexts(content: string): { path: string; file: string }[] {
  return find(content).filter(({ path, file, kind }) => {
    const textKind = textKindOf(path);
    const size =
      kind === 'file' && textKind !== undefined ? statSync(file, { throwIfNoEntry: false })?.size : undefined;
    return textKind !== undefined && textKind !== 'fragment' && size !== undefined && size <= MAX_BYTES[textKind];
  });
}

function find(content: string, keep?: Keep, changes = new Changes()): FoundFile[] {
  if (content === '')
    throw new EnvironmentError({ zh: '--content 后面没有写文件夹。', en: 'No folder is given after --content.' });
  const folder = resolve(content);
  try {
    if (!statSync(folder).isDirectory()) {
      throw new EnvironmentError({
        zh: `“${content}”不是文件夹。请给出存放报告内容的文件夹。`,
        en: `“${content}” is not a folder. Give the folder that holds the report's content.`,
      });
    }
    return walk(folder, keep, changes);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    const reason = reasonOf(error);
    throw new EnvironmentError({
      zh: `无法读取内容文件夹“${content}”：${reason.zh}。`,
      en: `Cannot read the content folder “${content}”: ${reason.en}.`,
    });
  }
}

/** What kind of text a file is by its name. */
export function textKindOf(path: string): TextSource['kind'] | undefined {
  if (/^portal\/[^/]+\.html?$/i.test(path)) return 'fragment';
  if (/\.(?:md|markdown)$/i.test(path)) return 'markdown';
  return /\.ya?ml$/i.test(path) ? 'yaml' : undefined;
}

/** Tells one list from another: which files there are, and how large those are that nobody opens. */
export function listingOf(files: readonly ListedFile[]): string {
  // Piece by piece, since of very many files the whole is long; not file by file, which takes as long as all the rest.
  const listing = createHash('sha256');
  for (let start = 0; start < files.length; start += FILES_A_PIECE)
    listing.update(
      files
        .slice(start, start + FILES_A_PIECE)
        .map(lineFor)
        .join(''),
    );
  return listing.digest('base64');
}

const FILES_A_PIECE = 1000;

function lineFor({ path, kind, bytes, found }: ListedFile): string {
  return `${kind} ${found.kind} ${kind === 'asset' ? bytes : ''} ${path}\n`;
}

/** How many of some files are texts. */
export function countTexts(files: readonly ContentFile[]): number {
  return files.filter(({ kind }) => kind !== 'asset' && kind !== 'other').length;
}
