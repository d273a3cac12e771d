/**
 * What `--fix` did, for people: each change with its line before and after, then how files are saved now.
 *
 * Out: lines without a line end after the last; empty for nothing done.
 */
import { diffArrays } from 'diff';
import { createColors } from 'picocolors';
import type { Language, Words } from '../diagnostics/diagnostic.js';
import { graphemes } from '../diagnostics/display-width.js';
import { visible } from '../diagnostics/visible.js';
import type { FixedFile, FixResult } from './fix.js';
import type { Oddity } from './saved-file.js';

export interface DescribeOptions {
  language: Language;
  colour: boolean;
  /** Goes before the paths of files: `content/`. */
  root: string;
}

export function describeFixes(
  { files, refused }: Pick<FixResult, 'files' | 'refused'>,
  options: DescribeOptions,
): string {
  const { language, root } = options;
  const left = refused.map(({ path, why }) =>
    language === 'zh' ? `没有改动 ${root}${path}：${why.zh}。` : `Left ${root}${path} as it was: ${why.en}.`,
  );
  return [...files.flatMap((file) => describeFile(file, options)), ...left].join('\n');
}

interface LineChange {
  /** Of the text as it was. */
  line: number;
  before: string;
  /** Absent for a line that went. */
  after: string | undefined;
}

function describeFile(
  { path, before, after, oddities }: FixedFile,
  { language, colour, root }: DescribeOptions,
): string[] {
  const { bold, red, green } = createColors(colour);
  const changes = changesOf(before.split('\n'), after.split('\n')).flatMap((change) => [
    bold(visible(`${root}${path}:${change.line}`)),
    red(`- ${shown(change.before, change.after)}`),
    ...(change.after === undefined ? [] : [green(`+ ${shown(change.after, change.before)}`)]),
  ]);
  if (oddities.length === 0) return changes;
  const was = oddities.map((oddity) => ODDITY[oddity][language]);
  const said =
    language === 'zh'
      ? `已改存为 UTF-8、LF 换行（原来${was.join('，')}）`
      : `saved as UTF-8 with LF (${was.join(', ')})`;
  return [...changes, `${bold(visible(root + path))}  ${said}`];
}

const ODDITY: Readonly<Record<Oddity, Words>> = {
  gb18030: { zh: '是 GBK 编码', en: 'was GBK' },
  'utf-16': { zh: '是 UTF-16 编码', en: 'was UTF-16' },
  'byte-order-mark': { zh: '带 BOM', en: 'had a byte order mark' },
  'line-ends': { zh: '是 Windows 换行', en: 'had CRLF' },
};

/** Edits keep to their lines or take whole lines away, so the lines of a stretch pair up from its end. */
function changesOf(before: string[], after: string[]): LineChange[] {
  const changes: LineChange[] = [];
  let line = 1;
  let [removed, added]: [string[], string[]] = [[], []];
  const pairUp = (): void => {
    const extra = removed.length - added.length;
    removed.forEach((words, index) => changes.push({ line: line + index, before: words, after: added[index - extra] }));
    line += removed.length;
    [removed, added] = [[], []];
  };
  for (const part of diffArrays(before, after)) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      pairUp();
      line += part.value.length;
    }
  }
  pairUp();
  return changes;
}

/** Characters on each side of a change that are shown: a paragraph of a report is one line of thousands. */
const CONTEXT = 30;

/** A line without most of what it has in common with `other` at both ends; blanks that look like others get a sign. */
function shown(words: string, other = ''): string {
  const [ours, theirs] = [graphemes(words), graphemes(other)];
  const most = Math.min(ours.length, theirs.length);
  let start = 0;
  while (start < most && ours[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < most - start && ours.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const from = start > CONTEXT ? start - CONTEXT : 0;
  const to = end > CONTEXT ? ours.length - end + CONTEXT : ours.length;
  const part = ours.slice(from, to).join('').replaceAll('\t', '⇥   ').replaceAll('\u3000', '□');
  return visible(`${from > 0 ? '…' : ''}${part}${to < ours.length ? '…' : ''}`);
}
