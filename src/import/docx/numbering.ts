/**
 * The lists of a document: how each level is numbered, not yet what number anything has.
 *
 * In:  `word/numbering.xml`.
 * Out: for a list's id, its levels and the counters it shares with other lists of the same definition.
 */
import { isOn, wholeNumber } from './properties.js';
import type { Styles } from './styles.js';
import { walkXml, type Attributes, type Listener } from './xml.js';

export interface Level {
  start: number;
  format: string;
  /** `%1` to `%9` stand for the numbers of the levels. */
  pattern: string;
  /** The level, from 1, after which it starts again; 0 never, `undefined` after any above it. */
  restart: number | undefined;
  /** All numbers in digits, whatever their own level says. */
  isLegal: boolean;
  /** What follows the number: nothing, or a blank or tab. */
  hasGap: boolean;
  /** The paragraph style that belongs to the level. */
  style: string | undefined;
}

export interface List {
  id: string;
  /** Lists of one definition go on counting where another has stopped. */
  definition: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that this list starts anew. */
  starts: ReadonlyMap<number, number>;
}

interface Definition {
  levels: Map<number, Level>;
  /** A numbering style that has the levels in its place. */
  link: string | undefined;
}

interface Num {
  definition: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

/** Word allows fewer; a longer one would be repeated at each paragraph. */
const LONGEST_PATTERN = 255;
const LEVELS = 9;

export class Numbering implements Listener {
  readonly #definitions = new Map<string, Definition>();
  readonly #nums = new Map<string, Num>();
  readonly #lists = new Map<string, List | undefined>();
  readonly #path: string[] = [];
  #definition: Definition | undefined;
  #num: Num | undefined;
  #level: Level | undefined;
  #override = 0;

  list(id: string, styles: Styles): List | undefined {
    if (!this.#lists.has(id)) this.#lists.set(id, this.#resolve(id, styles));
    return this.#lists.get(id);
  }

  #resolve(id: string, styles: Styles): List | undefined {
    const num = this.#nums.get(id);
    if (num === undefined) return undefined;
    const link = this.#definitions.get(num.definition)?.link;
    // A style may not lead to another one: one step is all there is.
    const linked = link === undefined ? undefined : this.#nums.get(styles.listOf(link) ?? '')?.definition;
    const definition = linked ?? num.definition;
    const levels = new Map([...(this.#definitions.get(definition)?.levels ?? []), ...num.levels]);
    return { id, definition, levels, starts: num.starts };
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    const value = attributes.get('w:val');
    if (name === 'w:abstractNum') {
      this.#definition = { levels: new Map(), link: undefined };
      this.#definitions.set(attributes.get('w:abstractNumId') ?? '', this.#definition);
    } else if (name === 'w:num') {
      this.#num = { definition: '', levels: new Map(), starts: new Map() };
      this.#nums.set(attributes.get('w:numId') ?? '', this.#num);
    } else if (name === 'w:abstractNumId' && this.#num) this.#num.definition = value ?? '';
    else if (name === 'w:numStyleLink' && this.#definition) this.#definition.link = value;
    else if (name === 'w:lvlOverride') this.#override = wholeNumber(attributes.get('w:ilvl')) ?? LEVELS;
    else if (name === 'w:startOverride') this.#num?.starts.set(this.#override, wholeNumber(value) ?? 0);
    else if (name === 'w:lvl') this.#beginLevel(wholeNumber(attributes.get('w:ilvl')) ?? LEVELS);
    else if (this.#level && parent !== 'w:pPr' && parent !== 'w:rPr') readLevel(this.#level, name, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (name === 'w:abstractNum') this.#definition = undefined;
    else if (name === 'w:num') this.#num = undefined;
    else if (name === 'w:lvl') this.#level = undefined;
  }

  text(): void {}

  #beginLevel(index: number): void {
    this.#level = {
      start: 0,
      format: 'decimal',
      pattern: '',
      restart: undefined,
      isLegal: false,
      hasGap: true,
      style: undefined,
    };
    if (index < LEVELS) (this.#num ?? this.#definition)?.levels.set(index, this.#level);
  }
}

export function readNumbering(bytes: Uint8Array | undefined, part: string): Numbering {
  const numbering = new Numbering();
  if (bytes) walkXml(bytes, part, numbering);
  return numbering;
}

function readLevel(level: Level, name: string, attributes: Attributes): void {
  const value = attributes.get('w:val');
  if (name === 'w:start') level.start = wholeNumber(value) ?? 0;
  else if (name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (name === 'w:lvlText') level.pattern = (value ?? '').slice(0, LONGEST_PATTERN);
  else if (name === 'w:lvlRestart') level.restart = wholeNumber(value);
  else if (name === 'w:isLgl') level.isLegal = isOn(attributes);
  else if (name === 'w:suff') level.hasGap = value !== 'nothing';
  else if (name === 'w:pStyle') level.style = value;
}
