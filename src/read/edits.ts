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
}

/** Reads `written` from offset `from` to `to` with edits, which stand in order and do not overlap. */
export function applyEdits(written: string, from: number, to: number, edits: readonly Edit[]): EditedText {
  const pieces: { at: number; written: number; writtenEnd: number }[] = [];
  let text = '';
  let taken = from;
  const take = (piece: string, start: number, end: number): void => {
    if (piece !== '') pieces.push({ at: text.length, written: start, writtenEnd: end });
    text += piece;
    taken = end;
  };
  for (const edit of edits) {
    take(written.slice(taken, edit.start), taken, edit.start);
    take(edit.text, edit.start, edit.end);
  }
  take(written.slice(taken, to), taken, to);

  return {
    text,
    writtenAt(offset) {
      let low = 0;
      let high = pieces.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const piece = pieces[low];
      if (piece === undefined) return from;
      return Math.min(piece.written + offset - piece.at, piece.writtenEnd);
    },
  };
}
