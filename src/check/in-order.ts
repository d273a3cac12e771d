/**
 * The words of a section in the order that the full text has them, its items run in, each with its place in a file.
 *
 * In:  a section and its report.
 * Out: pieces of passages, one after the other.
 */
import { callItems } from '../model/marker-calls.js';
import type { AnyItem, Report, Section } from '../model/site.js';
import { itemsOf } from '../model/entries.js';
import { ELSEWHERE, spanIn, type Passage } from '../model/passage.js';
import type { Span } from '../model/span.js';

/** The characters of a passage from `start` to `end`. */
export interface Piece {
  passage: Passage;
  start: number;
  end: number;
}

export function piecesInOrder(section: Section, report: Report): Piece[] {
  const items = itemsOf(report).filter((item) => item.section.target?.id === section.id);
  const { called, others } = callItems(
    section.body.markers.map(({ value }) => value),
    items,
  );
  const waiting = section.body.markers.map(({ at }, index) => ({ at, items: called[index] ?? [] }));
  const callBefore = (place: Span): Piece[] => {
    const pieces: Piece[] = [];
    for (let marker = waiting[0]; marker && isBefore(marker.at, place); marker = waiting[0]) {
      waiting.shift();
      pieces.push(...marker.items.flatMap(piecesOf));
    }
    return pieces;
  };
  const pieces = section.body.passages.flatMap((passage): Piece[] => {
    const parts: Piece[] = callBefore(spanIn(passage, 0, 1));
    let start = 0;
    for (let at = passage.text.indexOf(ELSEWHERE); at >= 0; at = passage.text.indexOf(ELSEWHERE, at + 1)) {
      const place = spanIn(passage, at, 1);
      const [marker] = waiting;
      if (marker?.at.line !== place.line || marker.at.column !== place.column) continue;
      waiting.shift();
      parts.push({ passage, start, end: at }, ...marker.items.flatMap(piecesOf));
      start = at + 1;
    }
    return [...parts, { passage, start, end: passage.text.length }];
  });
  return [...pieces, ...[...waiting.flatMap((marker) => marker.items), ...others].flatMap(piecesOf)];
}

function piecesOf(item: AnyItem): Piece[] {
  return item.body.passages.map((passage) => ({ passage, start: 0, end: passage.text.length }));
}

function isBefore(one: Span, other: Span): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
