/**
 * Says in words how a file differs from what was built, as exactly as can be known.
 *
 * In:  the file as listed, its body as found, all listed files, and the built bytes if they are at hand.
 * Out: one sentence without a full stop.
 */
import { createHash } from 'node:crypto';
import { diffArrays } from 'diff';
import type { Words } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import type { ListedFile } from '../model/manifest.js';
import type { Body } from './body.js';
import { TEXT } from './content-type.js';

export interface Change {
  file: ListedFile;
  body: Body;
  listed: readonly ListedFile[];
  built?: Buffer | undefined;
}

export function describeChange({ file, body, listed, built }: Change): Words {
  if (!body.isWhole)
    return {
      zh: `应为 ${file.size} 字节，读了 ${body.size} 字节还没有完`,
      en: `${file.size} bytes were built; ${body.size} were read and there is no end to them`,
    };
  if (body.size === 0)
    return { zh: `应为 ${file.size} 字节，却是空的`, en: `${file.size} bytes were built; it is empty` };
  const other = listed.find(({ path, sha256 }) => path !== file.path && sha256 === body.sha256);
  if (other) return { zh: `内容是“${other.path}”的`, en: `it holds what belongs to “${other.path}”` };
  const size =
    body.size === file.size
      ? { zh: `仍是 ${file.size} 字节`, en: `still ${file.size} bytes` }
      : {
          zh: `应为 ${file.size} 字节，实有 ${body.size} 字节`,
          en: `${file.size} bytes were built, ${body.size} are there`,
        };
  const detail = body.bytes && detailOf(file, body.bytes, built);
  if (detail) return { zh: `${size.zh}；${detail.zh}`, en: `${size.en}; ${detail.en}` };
  if (body.size !== file.size) return size;
  return { zh: `${size.zh}，内容不同`, en: `${size.en}, others than were built` };
}

function detailOf(file: ListedFile, found: Buffer, built: Buffer | undefined): Words | undefined {
  const isText = TEXT.test(file.path);
  if (isText && isSameBut(found, file, LINE_ENDS))
    return {
      zh: '文字相同，换行符变了：上传时请用二进制方式',
      en: 'the words are the same, the line ends are not: transfer files in binary mode',
    };
  if (isText && isSameBut(found, file, MARKS))
    return {
      zh: '文字相同，只是开头的 BOM 多了或少了：请不要用编辑器另存',
      en: 'the words are the same, but for a byte order mark: do not save files from an editor',
    };
  if (!built) return undefined;
  if (built.subarray(0, found.length).equals(found)) return { zh: '后半截没有了', en: 'the end is missing' };
  return isText ? textDifference(built.toString('utf8'), found.toString('utf8')) : byteDifference(built, found);
}

const LINE_ENDS = [(text: string) => text.replace(/\r\n/g, '\n'), (text: string) => text.replace(/\r?\n/g, '\r\n')];
const MARKS = [
  (text: string) => text.replace(/^\u00EF\u00BB\u00BF/, ''),
  (text: string) => `\u00EF\u00BB\u00BF${text}`,
];

/** Whether a change that programs make unasked explains the difference; `latin1` keeps every byte as it is. */
function isSameBut(found: Buffer, { sha256 }: ListedFile, changes: readonly ((text: string) => string)[]): boolean {
  const text = found.toString('latin1');
  return changes.some((change) => createHash('sha256').update(change(text), 'latin1').digest('hex') === sha256);
}

function byteDifference(built: Buffer, found: Buffer): Words {
  let at = 0;
  while (at < built.length && built[at] === found[at]) at += 1;
  return { zh: `从第 ${at + 1} 个字节起不同`, en: `different from byte ${at + 1} on` };
}

/** More than these and the pages have little in common; the first place is still told. */
const MAX_EDITS = 400;
const MAX_SHOWN = 80;

/** Where two texts begin to differ, what was added, lost or replaced there, and in how many places they do. */
function textDifference(built: string, found: string): Words {
  const changes = diffArrays(tokens(built), tokens(found), { maxEditLength: MAX_EDITS });
  const hunks = changes ? hunksOf(changes) : [{ at: 0, lost: built, added: found }];
  const [first] = hunks;
  if (!first) return { zh: '内容不同', en: 'the words differ' };
  const { at, lost, added } = trimmed(first);
  const { line, column } = placeOf(built, at);
  const place = { zh: `第 ${line} 行第 ${column} 字起`, en: `from line ${line}, character ${column}` };
  const what =
    lost === ''
      ? { zh: `多出“${shown(added)}”`, en: `there is also “${shown(added)}”` }
      : added === ''
        ? { zh: `少了“${shown(lost)}”`, en: `“${shown(lost)}” is missing` }
        : { zh: `“${shown(lost)}”变成了“${shown(added)}”`, en: `“${shown(lost)}” has become “${shown(added)}”` };
  const more =
    hunks.length > 1
      ? { zh: `；共 ${hunks.length} 处不同`, en: `; it differs in ${hunks.length} places` }
      : { zh: '', en: '' };
  return { zh: `${place.zh}${what.zh}${more.zh}`, en: `${place.en} ${what.en}${more.en}` };
}

/** Tags, line ends and what stands between them. */
function tokens(text: string): string[] {
  return text.match(/<[^<>]*>|\n|[^<\n]+|</g) ?? [];
}

interface Hunk {
  /** In the built text. */
  at: number;
  lost: string;
  added: string;
}

function hunksOf(changes: readonly { value: string[]; added: boolean; removed: boolean }[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | undefined;
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    if (added || removed) {
      if (!open) hunks.push((open = { at, lost: '', added: '' }));
      if (added) open.added += text;
      else open.lost += text;
    } else open = undefined;
    if (!added) at += text.length;
  }
  return hunks;
}

/** Without what both sides begin and end with; no character is cut in half. */
function trimmed({ at, lost, added }: Hunk): Hunk {
  const [before, after] = [[...lost], [...added]];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  return {
    at: at + before.slice(0, start).join('').length,
    lost: before.slice(start, before.length - end).join(''),
    added: after.slice(start, after.length - end).join(''),
  };
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

function shown(text: string): string {
  const characters = [...text];
  return visible(characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join('')}…` : text);
}
