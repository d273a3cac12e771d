/**
 * How many cells of a terminal a text fills.
 *
 * Source: Unicode's East Asian Width: wide and full-width characters, and emoji, fill two cells; marks that combine and
 *         invisible characters none. “Ambiguous” ones (“ ” … — ·) count one, as the terminals of today draw them.
 * Shape:  no tabs or controls; whoever shows a text replaces them first.
 */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length + (text.match(PLAIN_WIDE)?.length ?? 0);
  let cells = 0;
  for (const segment of segments(text)) cells += widthOf(segment);
  return cells;
}

/** The characters that readers see, which may be several code points: a letter with its accents, an emoji with its skin. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return segments(text);
}

/**
 * Characters that are each seen by themselves whatever stands beside them: nearly all that a report has. To tell where
 * characters end takes a hundred times as long for others.
 */
const PLAIN = /^[ -~“”‘’—…\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
const PLAIN_WIDE = /[\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]/g;

let segmenter: Intl.Segmenter | undefined;

/** Node takes longer to make a segmenter than to do all else that a build without changes does. */
function segments(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const INVISIBLE = /^[\p{Mark}\p{Format}\p{Default_Ignorable_Code_Point}]*$/u;

/** Han, kana, bopomofo, hangul, Yi, Tangut, their punctuation and full-width forms; and what is shown as an emoji. */
const WIDE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|\ufe0f/u;

function widthOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return INVISIBLE.test(grapheme) ? 0 : 1;
}
