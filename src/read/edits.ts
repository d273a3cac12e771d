/** A stretch of the written text, by its offsets there, and what is read in its stead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text read otherwise than it was written, which still knows where each of its characters was written. */
export interface EditedText {
  text: string;
  /** Source: an offset in `text`. Shape: the offset of that character in the text as written. */
  writtenAt(offset: number): number;
  /** Source: an offset in `text`. Shape: where the character before it ends in the text as written. */
  writtenAfter(offset: number): number;
}

/** Reads `source` from offset `from` to `to` with edits, which stand in order and do not overlap. */
export function applyEdits(source: string, from: number, to: number, edits: readonly Edit[]): EditedText {
  const pieces: { at: number; written: number; writtenEnd: number }[] = [];
  let text = '';
  let taken = from;
  const take = (piece: string, start: number, end: number): void => {
    if (piece !== '') pieces.push({ at: text.length, written: start, writtenEnd: end });
    text += piece;
    taken = end;
  };
  for (const edit of edits) {
    take(source.slice(taken, edit.start), taken, edit.start);
    take(edit.text, edit.start, edit.end);
  }
  take(source.slice(taken, to), taken, to);

  const pieceAt = (offset: number): (typeof pieces)[number] => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low] ?? { at: 0, written: from, writtenEnd: from };
  };
  const writtenAt = (offset: number): number => {
    const { at, written, writtenEnd } = pieceAt(offset);
    return Math.min(written + offset - at, writtenEnd);
  };
  return {
    text,
    writtenAt,
    // What was put in has no place of its own: it ends where it begins.
    writtenAfter: (offset) => Math.min(writtenAt(offset - 1) + 1, pieceAt(offset - 1).writtenEnd),
  };
}
