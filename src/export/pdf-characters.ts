/**
 * What the glyphs of a PDF stand for, where its fonts' tables name another character than the text had.
 *
 * A font draws 一 and the radical ⼀ with one glyph, and the table in the file (`ToUnicode`) may name the radical. The
 * browser then writes the right character beside each such glyph (`ActualText`), which many programs never look at:
 * whoever searches for 一 does not find it, and some lose the rest of the paragraph. So the table is put right, and what
 * stood beside the glyph is taken out. Where a glyph is shown for both characters, everything stays as it was.
 *
 * It knows the forms that Chromium writes; of any other, it changes nothing.
 */
import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';

/** In hexadecimal as UTF-16, by the code of the glyph; `undefined` where the table is right, or cannot be for all. */
type Characters = Map<string, string | undefined>;

/** What a page shows, and the fonts it shows it with. */
interface Shown {
  page: PDFDict;
  text: string;
  fonts: Map<string, PDFDict>;
}

const FONT = PDFName.of('Font');
const CONTENTS = PDFName.of('Contents');
const TABLE = PDFName.of('ToUnicode');
/** No section of a table may be longer. */
const SECTION_LENGTH = 100;

export function correctCharacters(pdf: PDFDocument): void {
  const shown = pdf.getPages().flatMap(({ node }): Shown[] => {
    const content = node.Contents();
    if (!(content instanceof PDFRawStream)) return [];
    const fonts = node.Resources()?.lookupMaybe(FONT, PDFDict)?.entries() ?? [];
    const byName = fonts.map(([name, font]) => [name.decodeText(), pdf.context.lookup(font, PDFDict)] as const);
    return [{ page: node, text: textOf(content), fonts: new Map(byName) }];
  });
  const corrections = correctionsIn(shown);
  for (const [font, characters] of corrections) {
    const table = font.lookup(TABLE);
    if (table instanceof PDFRawStream) replace(pdf, font, TABLE, correctTable(textOf(table), characters));
  }
  for (const one of shown) replace(pdf, one.page, CONTENTS, withoutAsides(one, corrections));
}

function correctionsIn(shown: readonly Shown[]): Map<PDFDict, Characters> {
  const corrections = new Map<PDFDict, Characters>();
  for (const { text, fonts } of shown) {
    for (const { font: name, codes, character } of glyphsIn(text)) {
      const font = fonts.get(name);
      if (font === undefined) continue;
      const characters: Characters = corrections.get(font) ?? new Map();
      corrections.set(font, characters);
      const each = codesIn(codes, font);
      for (const code of each) {
        const known = each.length === 1 ? character : undefined;
        characters.set(code, characters.has(code) && characters.get(code) !== known ? undefined : known);
      }
    }
  }
  return corrections;
}

interface Glyphs {
  font: string;
  /** In hexadecimal, one after the other. */
  codes: string;
  /** What they stand for, when it is written beside them. */
  character: string | undefined;
}

/** `/F7 16 Tf`, `/Span<</ActualText <FEFF4E00> >> BDC`, `<43> Tj`, `EMC`, in the order of the page. */
const SIGNS =
  /\/(?<font>\w+) [\d.]+ Tf|ActualText <FEFF(?<character>[\dA-F]+)>|<(?<codes>[\dA-F]+)> Tj|\b(?<end>EMC)\b/g;

function glyphsIn(text: string): Glyphs[] {
  const glyphs: Glyphs[] = [];
  let font = '';
  let character: string | undefined;
  for (const { groups } of text.matchAll(SIGNS)) {
    font = groups?.['font'] ?? font;
    character = groups?.['end'] === undefined ? (groups?.['character'] ?? character) : undefined;
    const codes = groups?.['codes'];
    if (codes !== undefined) glyphs.push({ font, codes, character });
  }
  return glyphs;
}

/** A code is two bytes in a composite font, one in all others. */
function codesIn(codes: string, font: PDFDict): string[] {
  const isComposite = font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0');
  return codes.match(isComposite ? /.{4}/g : /../g) ?? [];
}

/** A font that is chosen, or one glyph with the character written beside it. */
const ASIDES =
  /\/(?<font>\w+) [\d.]+ Tf|\/Span<<\/ActualText <FEFF(?<character>[\dA-F]+)> >> BDC\n(?<shown>(?:\/(?<ownFont>\w+) [\d.]+ Tf\n)?[-\d. TdTm\n]*<(?<code>[\dA-F]+)> Tj\n)EMC\n/g;

/** The page without what is written beside glyphs whose table now says the same. */
function withoutAsides({ text, fonts }: Shown, corrections: ReadonlyMap<PDFDict, Characters>): string {
  let current = '';
  return text.replaceAll(ASIDES, (all, ...rest: unknown[]) => {
    const { font, ownFont, character, shown, code } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    current = font ?? ownFont ?? current;
    if (shown === undefined || code === undefined) return all;
    const dictionary = fonts.get(current);
    const isInTable = dictionary !== undefined && corrections.get(dictionary)?.get(code) === character;
    return isInTable ? shown : all;
  });
}

function correctTable(table: string, characters: Characters): string {
  return table.replaceAll(/\d+ beginbf(char|range)\n([^]*?)\nendbf\1/g, (_, kind: 'char' | 'range', lines: string) => {
    const all = lines.split('\n').flatMap((line) => correctLine(line, kind, characters));
    const sections = Array.from({ length: Math.ceil(all.length / SECTION_LENGTH) }, (__, index) =>
      all.slice(index * SECTION_LENGTH, (index + 1) * SECTION_LENGTH),
    );
    return sections
      .map((section) => `${section.length} beginbf${kind}\n${section.join('\n')}\nendbf${kind}`)
      .join('\n');
  });
}

/** `<43> <2F00>` names one character, `<11> <19> <0030>` those of a run of codes. */
function correctLine(line: string, kind: 'char' | 'range', characters: Characters): string[] {
  const [first = '', second = '', third = ''] = [...line.matchAll(/<([\dA-F]+)>/g)].map(([, hex = '']) => hex);
  if (kind === 'char') return [`<${first}> <${characters.get(first) ?? second}>`];
  const [from, to] = [parseInt(first, 16), parseInt(second, 16)];
  const codes = Array.from({ length: to - from + 1 }, (_, index) => hexadecimal(from + index, first.length));
  if (codes.every((code) => characters.get(code) === undefined)) return [line];
  return codes.map((code, index) => {
    const inTable = hexadecimal(parseInt(third, 16) + index, third.length);
    return `<${code}> <${code}> <${characters.get(code) ?? inTable}>`;
  });
}

function hexadecimal(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

function textOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function replace(pdf: PDFDocument, owner: PDFDict, key: PDFName, text: string): void {
  const former = owner.get(key);
  const stream = pdf.context.flateStream(Buffer.from(text, 'latin1'));
  if (former instanceof PDFRef) pdf.context.assign(former, stream);
  else owner.set(key, pdf.context.register(stream));
}
