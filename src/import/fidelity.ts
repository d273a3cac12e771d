/**
 * Fidelity: whether the composed report gives the source's text back, character for character.
 *
 * Width and white space do not count, and neither do the ordinals of headings, which pages number by themselves: what
 * differs there is listed on its own.
 */
import type { Report } from '../model/site.js';
import { MARKS, isNoteMark, withoutMarks, type Block, type SourceDocument } from './document.js';
import type { Branch, Outline } from './outline.js';

export interface Fidelity {
  /** Characters of the source's text. */
  characters: number;
  /** Where the composed report first says something else; absent when it never does. */
  difference?: { source: string; composed: string };
}

/** Characters shown on each side of a difference. */
const AROUND = 12;

export function compare(outline: Outline, notes: SourceDocument['notes'], report: Report): Fidelity {
  const source = bare(textOfOutline(outline, notes));
  const composed = bare(textOfReport(report));
  const characters = [...source].length;
  if (source === composed) return { characters };
  let at = 0;
  while (source[at] === composed[at]) at += 1;
  const near = (text: string): string => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return { characters, difference: { source: near(source), composed: near(composed) } };
}

function textOfOutline({ lead, branches }: Outline, notes: SourceDocument['notes']): string {
  return textOfBlocks(lead, notes) + branches.map((branch) => textOfBranch(branch, notes)).join('');
}

function textOfBranch({ title, blocks, below }: Branch, notes: SourceDocument['notes']): string {
  return (
    withoutMarks(title) +
    textOfBlocks(blocks, notes, title) +
    below.map((branch) => textOfBranch(branch, notes)).join('')
  );
}

/** The blocks under one heading, and after them the notes that they call. */
function textOfBlocks(blocks: readonly Block[], notes: SourceDocument['notes'], heading = ''): string {
  const texts = blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.flat().join('')));
  const called = [heading, ...texts]
    .flatMap((text) => [...text.matchAll(MARKS)])
    .filter(({ groups }) => isNoteMark(groups?.['open'] ?? ''))
    .map(({ groups }) => notes[Number(groups?.['number'])] ?? '');
  return texts.map(withoutMarks).join('') + called.join('');
}

function textOfReport({ lead, sections }: Report): string {
  return lead.text + sections.map(({ title, runIn, text }) => title + runIn + text).join('');
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
