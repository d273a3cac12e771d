/**
 * The styles of a document, each with what it inherits.
 *
 * In:  `word/styles.xml`.
 * Out: for a style's id, what it means for a paragraph or a run.
 */
import {
  readParagraphProperty,
  readRunProperty,
  wholeNumber,
  type ParagraphProperties,
  type RunProperties,
} from './properties.js';
import { walkXml, type Attributes, type Listener } from './xml.js';

/** What a style with all it is based on says. */
export interface ResolvedStyle {
  /** The heading level from 1; 0 where a style says that it is none. */
  heading?: number;
  isCentred?: boolean;
  list?: string;
  level?: number;
  isBold?: boolean;
  isHidden?: boolean;
}

interface Style {
  id: string;
  name: string;
  basedOn?: string;
  paragraph: ParagraphProperties;
  run: RunProperties;
}

/** Word keeps the English name in every language; WPS and other programs write the one they show. */
const HEADING = /^(?:heading|标题)\s*(?<level>[1-9])$/i;
/** Chinese templates give the title of a document the outline level of a heading, which it is not. */
const TITLE = /^(?:title|subtitle|标题|副标题)$/i;
const BODY_TEXT = 9;

export class Styles implements Listener {
  readonly #styles = new Map<string, Style>();
  readonly #resolved = new Map<string, ResolvedStyle>();
  readonly #defaults: Style = { id: '', name: '', paragraph: {}, run: {} };
  #defaultParagraph = '';
  #current: Style | undefined;
  readonly #path: string[] = [];
  #skipped = 0;

  /** Of paragraphs that name none. */
  get defaultParagraph(): string {
    return this.#defaultParagraph;
  }

  /** The list that a numbering style stands for. */
  listOf(id: string): string | undefined {
    return this.#styles.get(id)?.paragraph.list;
  }

  resolve(id: string): ResolvedStyle {
    const chain: Style[] = [];
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !this.#resolved.has(at) && !seen.has(at)) {
      seen.add(at);
      const style = this.#styles.get(at);
      if (style) chain.push(style);
      at = style?.basedOn;
    }
    let resolved = this.#resolved.get(at ?? '') ?? ownWords(this.#defaults);
    for (const style of chain.toReversed())
      this.#resolved.set(style.id, (resolved = { ...resolved, ...ownWords(style) }));
    return resolved;
  }

  /** Of a run: only what the style adds, since a paragraph's defaults hold already. */
  resolveRun(id: string): ResolvedStyle {
    return this.#styles.has(id) ? this.resolve(id) : {};
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1);
    const grandparent = this.#path.at(-2);
    this.#path.push(name);
    if (this.#skipped > 0 || name.endsWith('Change')) this.#skipped++;
    else if (name === 'w:style') this.#begin(attributes);
    else if (name === 'w:docDefaults') this.#current = this.#defaults;
    else if (this.#current === undefined) return;
    else if (parent === 'w:pPr' || (parent === 'w:numPr' && grandparent === 'w:pPr'))
      readParagraphProperty(this.#current.paragraph, name, attributes);
    else if (parent === 'w:rPr') readRunProperty(this.#current.run, name, attributes);
    else if (parent === 'w:style' && name === 'w:name') this.#current.name = attributes.get('w:val') ?? '';
    else if (parent === 'w:style' && name === 'w:basedOn') this.#current.basedOn = attributes.get('w:val') ?? '';
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skipped > 0) this.#skipped--;
    else if (name === 'w:style' || name === 'w:docDefaults') this.#current = undefined;
  }

  text(): void {}

  #begin(attributes: Attributes): void {
    const id = attributes.get('w:styleId') ?? '';
    this.#current = { id, name: '', paragraph: {}, run: {} };
    this.#styles.set(id, this.#current);
    const isDefault = ['1', 'true', 'on'].includes(attributes.get('w:default') ?? '');
    if (isDefault && attributes.get('w:type') === 'paragraph') this.#defaultParagraph = id;
  }
}

export function readStyles(bytes: Uint8Array | undefined, part: string): Styles {
  const styles = new Styles();
  if (bytes) walkXml(bytes, part, styles);
  return styles;
}

function ownWords({ id, name, paragraph, run }: Style): ResolvedStyle {
  const { style: _paragraph, outline, ...layout } = paragraph;
  const { style: _run, ...letters } = run;
  const heading = headingOf(id, name, outline);
  return { ...layout, ...letters, ...(heading === undefined ? {} : { heading }) };
}

function headingOf(id: string, name: string, outline: number | undefined): number | undefined {
  if (TITLE.test(name)) return 0;
  if (outline !== undefined) return headingLevel(outline);
  return wholeNumber((HEADING.exec(name) ?? HEADING.exec(id))?.groups?.['level']);
}

/** Of an outline level, 0 for body text. */
export function headingLevel(outline: number): number {
  return outline >= BODY_TEXT ? 0 : outline + 1;
}
