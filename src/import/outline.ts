/**
 * Outline: the tree of a report's headings, and what stands under each.
 *
 * In:  the lines of its body.
 * Out: the text before the first heading, and the headings by level, each with its blocks. No word is lost or moved:
 *      read from top to bottom, the tree is the body.
 *
 * The level of an ordinal cannot be read off its form: 一、 may begin again inside （二）, and （三） may go on in the next
 * chapter. What counts is which sequence it continues.
 */
import { partsIn, type StatutoryPart } from '../model/statutory-parts.js';
import type { Block, Line } from './document.js';
import { cutAnywhere, hasDay, headingIn, looksLikeHeading, type HeadingLine } from './heading.js';
import { ORDINAL_KINDS, ordinalAt, type Ordinal, type OrdinalKind } from './ordinal.js';

/** A heading and what stands under it. */
export interface Branch {
  /** As the source writes it, '' where it has none. */
  ordinal: string;
  /** With the mark that ends it, when it runs in. */
  title: string;
  /** From 1. */
  level: number;
  /** Of which the title speaks. */
  parts: StatutoryPart[];
  /** The end of the heading was guessed. */
  isGuess: boolean;
  /** Its text begins on its own line. */
  isRunIn: boolean;
  /** The text between this heading and the next. */
  blocks: Block[];
  below: Branch[];
}

export interface Outline {
  lead: Block[];
  branches: Branch[];
  /** Every heading of the source, also those that stay lines of the text because nothing stands under them. */
  headings: Pick<Branch, 'level' | 'ordinal' | 'title'>[];
}

/** A line with the heading it may be. */
interface Candidate {
  block: Block;
  heading: HeadingLine | undefined;
}

export function outlineOf(blocks: readonly Block[]): Outline {
  // The list of attachments is numbered, and no outline.
  const attachments = blocks.findIndex((block) => block.kind === 'line' && /^附(?:件|表)?[：:0-9]/u.test(block.text));
  const body = attachments === -1 ? blocks : blocks.slice(0, attachments);
  const bare = bareHeadings(body);
  const candidates = body.map((block, index) => ({
    block,
    heading: block.kind === 'line' ? headingIn(bare.has(index) ? { ...block, isBold: true } : block) : undefined,
  }));
  const rest = blocks.slice(body.length).map((block) => ({ block, heading: undefined }));
  return withTextBelow(grow([...inRows(candidates), ...rest]));
}

/**
 * The places of short lines before long ones that are headings though nothing sets them apart: 强化组织保障.
 *
 * One alone may be anything; two or more that begin as headings of work do are headings.
 */
function bareHeadings(blocks: readonly Block[]): Set<number> {
  const places = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const isBefore = next?.kind === 'line' && next.text.length > LONG_LINE;
    return block.kind === 'line' && isBefore && looksLikeHeading(block.text) ? [index] : [];
  });
  return new Set(places.length > 1 ? places : []);
}

/** Characters. */
const LONG_LINE = 30;

/**
 * Numbered lines stand in rows, 1. 2. 3., and are headings together: one that has no end of its own is cut at its first
 * clause. A row that tells of days, line by line, is an enumeration and stays text.
 */
function inRows(candidates: readonly Candidate[]): Candidate[] {
  const decided = [...candidates];
  for (const row of rowsOf(candidates)) {
    const headings = row.map((index) => candidates[index]?.heading ?? forced(candidates[index]?.block));
    const isLow = row.every((index) => LOW.includes(ordinalOf(candidates[index]?.block)?.kind ?? 'han'));
    const [first] = row;
    const begins = ordinalOf(candidates[first ?? 0]?.block)?.number === 1;
    const [heading] = headings;
    const isPlain = heading !== undefined && !heading.isSentence && (begins || heading.rest === '');
    const isLonely = row.length === 1 && !isPlain;
    // 第一，…。第二，…。 on one line are points of it.
    const hasPoints = row.some(
      (index) => ordinalOf(candidates[index]?.block)?.kind === 'first' && !candidates[index]?.heading,
    );
    const isText =
      isLow && (isLonely || hasPoints || headings.some((heading) => heading === undefined || hasDay(heading.title)));
    row.forEach((index, position) => {
      const candidate = candidates[index];
      if (candidate) decided[index] = { ...candidate, heading: isText ? undefined : headings[position] };
    });
  }
  return decided;
}

/** Forms that enumerations within a text have as well. */
const LOW: readonly OrdinalKind[] = ['first', 'digit', 'digit-bracket', 'circled'];

/** Numbered lines of one form that follow each other by number, whatever stands between: their places. */
function rowsOf(candidates: readonly Candidate[]): number[][] {
  const open = new Map<string, { row: number[]; number: number }>();
  const rows: number[][] = [];
  candidates.forEach(({ block }, index) => {
    const ordinal = ordinalOf(block);
    if (!ordinal) return;
    const { kind, number } = ordinal;
    const last = open.get(kind);
    if (last && number === last.number + 1) {
      last.row.push(index);
      last.number = number;
    } else {
      const row = [index];
      rows.push(row);
      open.set(kind, { row, number });
    }
    // A row of a lower level ends where a higher one goes on.
    for (const lower of ORDINAL_KINDS.slice(ORDINAL_KINDS.indexOf(kind) + 1)) open.delete(lower);
  });
  return rows;
}

function ordinalOf(block: Block | undefined): Ordinal | undefined {
  return block?.kind === 'line' ? ordinalAt(block.text, 0) : undefined;
}

function forced(block: Block | undefined): HeadingLine | undefined {
  if (block?.kind !== 'line') return undefined;
  const ordinal = ordinalOf(block);
  const cut = cutAnywhere(block.text.slice(ordinal?.words.length ?? 0));
  return cut.title === '' ? undefined : { ordinal, style: block.heading, isGuess: true, isSentence: false, ...cut };
}

/** A heading on the way from the top to where the text stands. */
interface Step {
  branch: Branch;
  /** The form of its ordinal, or how it is set. */
  kind: string;
  number: number;
  /** By form, from the highest; what is set without an ordinal has its style's level. */
  rank: number;
  /** A style of the source says that it is a heading, and of which level. */
  isStyled: boolean;
}

function grow(candidates: readonly Candidate[]): Outline {
  const outline: Outline = { lead: [], branches: [], headings: [] };
  const seen = new Set<StatutoryPart>();
  let path: Step[] = [];
  for (const { block, heading } of candidates) {
    if (!heading) {
      (path.at(-1)?.branch.blocks ?? outline.lead).push(block);
      continue;
    }
    const parts = partsIn(heading.title);
    const step = stepOf(heading, parts);
    path = path.slice(
      0,
      depthOf(
        step,
        path,
        parts.some((part) => !seen.has(part)),
      ),
    );
    step.branch.level = path.length + 1;
    (path.at(-1)?.branch.below ?? outline.branches).push(step.branch);
    if (path.length === 0) for (const part of parts) seen.add(part);
    outline.headings.push(step.branch);
    path.push(step);
  }
  return outline;
}

function stepOf({ ordinal, title, rest, style, isGuess }: HeadingLine, parts: StatutoryPart[]): Step {
  const branch: Branch = {
    ordinal: ordinal?.words.trim() ?? '',
    title,
    level: 1,
    parts,
    isGuess,
    isRunIn: rest !== '',
    blocks: rest === '' ? [] : [{ kind: 'line', text: rest }],
    below: [],
  };
  if (ordinal)
    return {
      branch,
      kind: ordinal.kind,
      number: ordinal.number,
      rank: ORDINAL_KINDS.indexOf(ordinal.kind),
      isStyled: false,
    };
  return { branch, kind: 'plain', number: 0, rank: style ?? (parts.length > 0 ? 1 : 2), isStyled: style !== undefined };
}

/** How many steps of the path stand above a heading; `isPart`: it names a statutory part that is still to come. */
function depthOf(step: Step, path: readonly Step[], isPart: boolean): number {
  if (step.kind === 'plain') {
    if (isPart && step.branch.parts.length > 0) return 0;
    const beside = path.findIndex((other) => other.kind === 'plain' && other.rank >= step.rank);
    if (beside !== -1) return beside;
    // Without a style that tells its level it stands right below the chapter.
    return step.isStyled ? path.length : Math.min(path.length, 1);
  }
  const alike = path.flatMap((other, index) => (other.kind === step.kind ? [index] : []));
  const next = alike.filter((index) => path[index]?.number === step.number - 1);
  if (next.length > 0) return (isPart ? next[0] : next.at(-1)) ?? 0;
  const top = path.at(-1);
  if (alike.length === 0) {
    // The first of its form is below whatever is open; a later one has lost its beginning and stands by its form.
    if (step.number === 1) return isPart && path.every((other) => other.rank > step.rank) ? 0 : path.length;
    const above = path.findLastIndex((other) => other.kind === 'plain' || other.rank < step.rank);
    return above + 1;
  }
  if (step.number === 1) {
    if (isPart && alike[0] === 0) return 0;
    return top?.kind === step.kind ? path.length - 1 : path.length;
  }
  // Numbers left out or given twice: beside the nearest that comes before it.
  const before = alike.filter((index) => (path[index]?.number ?? 0) <= step.number);
  return (isPart ? before[0] : before.at(-1)) ?? alike[0] ?? 0;
}

/**
 * A heading with nothing under it is no section that a page could show: it stays a line of the text, where it stands,
 * and so do its neighbours that have no more than the rest of their line.
 */
function withTextBelow({ lead, branches, headings }: Outline): Outline {
  const kept: Outline = { lead: [...lead], branches: [], headings };
  const settle = (siblings: readonly Branch[], above: Block[], into: Branch[]): void => {
    const last = siblings.at(-1);
    // What follows the last point of a list may be the text going on.
    const others = last !== undefined && last.title.endsWith('。') ? siblings.slice(0, -1) : siblings;
    const isList = others.length > 0 && others.every(isOneLine) && others.some(isEmpty);
    for (const branch of siblings) {
      if (isEmpty(branch) || (isList && branch.level > 1)) {
        const [first, ...rest] = branch.blocks;
        const runIn = branch.isRunIn && first?.kind === 'line' ? first.text : '';
        const line: Line = { kind: 'line', text: branch.ordinal + branch.title + runIn };
        (lastBlocks(into) ?? above).push(line, ...(branch.isRunIn ? rest : branch.blocks));
        continue;
      }
      const settled: Branch = { ...branch, blocks: [...branch.blocks], below: [] };
      into.push(settled);
      settle(branch.below, settled.blocks, settled.below);
    }
  };
  settle(branches, kept.lead, kept.branches);
  return kept;
}

function isEmpty({ blocks, below }: Branch): boolean {
  return blocks.length === 0 && below.length === 0;
}

function isOneLine({ blocks, below, isRunIn }: Branch): boolean {
  return below.length === 0 && (blocks.length === 0 || (isRunIn && blocks.length === 1));
}

/** The blocks under the last heading of a tree. */
function lastBlocks(branches: readonly Branch[]): Block[] | undefined {
  const last = branches.at(-1);
  return last && (lastBlocks(last.below) ?? last.blocks);
}
