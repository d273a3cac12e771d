/**
 * `report.md`: the full text with its headings, tables and notes, for any editor and any program that reads Markdown.
 *
 * Numbers stand in the headings as typed words. Words that Markdown would take for its own marks are escaped, so that
 * whoever parses the file gets the words of the report again.
 */
import type { Heading, RootContent, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { DocumentText, ReportDocument } from '../../model/document.js';

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  fences: true,
  resourceLink: true,
  // A paragraph that begins with a note's mark and a colon would be read as the note itself.
  unsafe: [{ character: ':', before: '\\]', inConstruct: 'phrasing' }],
  extensions: [
    gfmFootnoteToMarkdown(),
    // Columns of Chinese text cannot be lined up by counting characters.
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown(),
  ],
};

export function markdown({ title, facts, lead, sections }: ReportDocument): string {
  return write([
    heading(1, title),
    ...facts.map(({ label, value }): RootContent => ({
      type: 'paragraph',
      children: [text(`${label}：${value}`)],
    })),
    ...textOf(lead),
    ...sections.flatMap(({ level, number, title: words, runIn, ...rest }) => [
      heading(level + 1, number + words),
      ...(runIn ? [{ type: 'paragraph', children: runIn } as const] : []),
      ...textOf(rest),
    ]),
  ]);
}

/**
 * Words that mean nothing to Markdown where they stand: signs that make a list only at the beginning of a line are
 * refused there. Nearly all of a report is such; the library, which has to look at every character for what it might
 * become, takes ten times as long over it.
 */
const PLAIN =
  /^[\p{Script=Han}\p{L}\p{Nd}，。、；：？！“”‘’（）《》—…·.,:%](?: ?[\p{Script=Han}\p{L}\p{Nd}，。、；：？！“”‘’（）《》—…·.,:%+-])*$/u;

function write(blocks: readonly RootContent[]): string {
  const written: string[] = [];
  let others: RootContent[] = [];
  const writeOthers = (): void => {
    if (others.length > 0) written.push(toMarkdown({ type: 'root', children: others }, OPTIONS));
    others = [];
  };
  for (const block of blocks) {
    const words = plainWords(block);
    if (words === undefined) others.push(block);
    else {
      writeOthers();
      written.push(`${block.type === 'heading' ? `${'#'.repeat(block.depth)} ` : ''}${words}\n`);
    }
  }
  writeOthers();
  return written.join('\n');
}

function plainWords(block: RootContent): string | undefined {
  if (block.type !== 'paragraph' && block.type !== 'heading') return undefined;
  const words = block.children.map((child) => (child.type === 'text' ? child.value : '*')).join('');
  const isListed = block.type === 'paragraph' && /^\d+\./.test(words);
  return PLAIN.test(words) && !isListed ? words : undefined;
}

function textOf({ blocks, notes }: DocumentText): RootContent[] {
  return [
    ...blocks,
    ...notes.map(({ number, blocks: children }): RootContent => ({
      type: 'footnoteDefinition',
      identifier: String(number),
      label: String(number),
      children: children as never,
    })),
  ];
}

/** Markdown has no seventh level. */
function heading(level: number, words: string): Heading {
  return { type: 'heading', depth: Math.min(level, 6) as Heading['depth'], children: [text(words)] };
}

function text(value: string): Text {
  return { type: 'text', value };
}
