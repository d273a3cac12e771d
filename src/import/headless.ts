/**
 * A report without headings: sections by what its paragraphs speak of.
 *
 * In:  the paragraphs.
 * Out: an outline whose headings are the first clauses of its paragraphs, which run on as they stand: no word is added.
 */
import type { StatutoryPart } from '../model/statutory-parts.js';
import { withoutMarks, type Block, type Line } from './document.js';
import { cutAnywhere } from './heading.js';
import type { Branch, Outline } from './outline.js';
import { sentencesIn } from './points.js';

/** What the beginning of a paragraph says when it goes over to another part. */
const BEGINNINGS: readonly (readonly [StatutoryPart, RegExp])[] = [
  ['duties', /第一责任人|党政主要(?:负责人|领导).{0,24}(?:履行|落实|述法|亲自)/u],
  ['plan', /^(?:下一?步|下一?年|今后|明年|接下来|新的一年|20[0-9]{2}年.{0,16}(?:将|要|拟|计划))/u],
  ['shortcomings', /(?:存在|还有|仍有|也有).{0,24}(?:不足|问题|差距|短板|薄弱)|虽然.{0,40}但/u],
];
/** Characters. */
const BEGINNING = 60;

/** The first paragraph opens the report; a single one opens it with its first sentence. */
export function headlessOutline(blocks: readonly Block[]): Outline {
  const [first, ...others] = blocks.flatMap((block) => (blocks.length > 1 ? [block] : halved(block)));
  const outline: Outline = { lead: first ? [first] : [], branches: [], headings: [] };
  for (const block of others) {
    const open = outline.branches.at(-1);
    const part = block.kind === 'line' ? partOf(block.text) : undefined;
    if (open && (part === undefined || open.parts.includes(part))) {
      open.blocks.push(block);
      continue;
    }
    const branch = block.kind === 'line' ? branchOf(block, part) : undefined;
    if (branch) outline.branches.push(branch);
    else (open?.blocks ?? outline.lead).push(block);
  }
  return outline;
}

function halved(block: Block): Block[] {
  if (block.kind !== 'line') return [block];
  const [opening, ...rest] = sentencesIn(block.text);
  if (!opening || rest.length === 0) return [block];
  return [block.text.slice(0, opening.end), block.text.slice(opening.end)].map((text) => ({ ...block, text }));
}

function partOf(text: string): StatutoryPart | undefined {
  const beginning = text.slice(0, BEGINNING);
  return BEGINNINGS.find(([, words]) => words.test(beginning))?.[0];
}

function branchOf(line: Line, part: StatutoryPart | undefined): Branch | undefined {
  const { title, rest } = cutAnywhere(line.text);
  if (rest === '' || withoutMarks(title) === '') return undefined;
  const blocks: Block[] = [{ ...line, text: rest }];
  return {
    ordinal: '',
    title,
    level: 1,
    parts: part ? [part] : [],
    isGuess: true,
    isRunIn: true,
    blocks,
    below: [],
  };
}
