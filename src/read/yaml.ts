/**
 * YAML to `SourceMap`: every scalar stays the text that was written, every key and value keeps its span.
 *
 * In:  mended YAML, and where its characters were written.
 * Out: the keys, or nothing when it is no YAML; a diagnostic for each mistake.
 * Not here: which keys there are and what their values mean.
 */
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  type Pair,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { diagnose, type Diagnostic, type Words } from '../diagnostics/diagnostic.js';
import type { SourceMap, SourceValue } from '../model/source.js';
import type { Span } from '../model/span.js';
import type { EditedText } from './edits.js';
import type { PlacedText } from './placed-text.js';
import { recognisePlainYaml } from './plain-yaml.js';
import {
  frontMatterAnchor,
  frontMatterComment,
  frontMatterDuplicateKey,
  frontMatterNesting,
  frontMatterNotKeys,
  frontMatterSyntax,
  reservedStartWords,
  secondColonWords,
  shorten,
} from './rules.js';

export interface YamlResult {
  data?: SourceMap;
  broken: boolean;
  diagnostics: Diagnostic[];
}

/**
 * How many brackets and indents may stand inside one another. The parser calls itself for each, and at some thousands
 * the whole process dies, past any catch. What people write has five.
 */
const MAX_DEPTH = 40;

/** A file that is wrong in more places is wrong as a whole. */
const MAX_SYNTAX_DIAGNOSTICS = 20;

export function readYaml(source: PlacedText, yaml: EditedText): YamlResult {
  const data = recognisePlainYaml(yaml.text, (start, end) => spanIn(source, yaml, start, end));
  return data ? { data, broken: false, diagnostics: [] } : readAnyYaml(source, yaml);
}

/** Whatever the YAML is: `readYaml` comes here where it cannot tell without. */
export function readAnyYaml(source: PlacedText, yaml: EditedText): YamlResult {
  return new YamlReader(source, yaml).read();
}

/** Offsets in the mended text; blanks and line ends before `end`, which block values own, do not count. */
function spanIn(source: PlacedText, yaml: EditedText, start: number, end: number): Span {
  let last = end;
  while (last > start && /\s/.test(yaml.text.charAt(last - 1))) last -= 1;
  const writtenStart = yaml.writtenAt(start);
  const writtenEnd = last === start ? writtenStart : yaml.writtenAfter(last);
  return source.span(writtenStart, writtenEnd);
}

class YamlReader {
  readonly #source: PlacedText;
  readonly #yaml: EditedText;
  readonly #diagnostics: Diagnostic[] = [];
  #isBroken = false;

  constructor(source: PlacedText, yaml: EditedText) {
    this.#source = source;
    this.#yaml = yaml;
  }

  read(): YamlResult {
    const { deepAt, specials } = survey(this.#yaml.text);
    if (deepAt !== undefined) {
      const diagnostic = diagnose(frontMatterNesting, { at: this.#span(deepAt, deepAt + 1) });
      return { broken: true, diagnostics: [diagnostic] };
    }
    for (const { start, found } of specials) this.#reportSpecial(this.#span(start, start + found.length), found);

    const document = parseDocument(this.#yaml.text, {
      schema: 'failsafe',
      // Two equal keys are reported with both places, which the library's error does not know.
      uniqueKeys: false,
      // Spans come from offsets; the library's own would count the mended text.
      prettyErrors: false,
      keepSourceTokens: true,
    });
    this.#reportSyntax(document.errors);
    const contents = document.contents;
    const data = isMap(contents) ? this.#map(contents) : this.#emptyMap();
    if (contents !== null && !isMap(contents) && !this.#isBroken) {
      const [start, end] = contents.range ?? [0, 0];
      this.#broken(
        diagnose(frontMatterNotKeys, { at: this.#span(start, end), kind: isSeq(contents) ? 'list' : 'text' }),
      );
    }
    return { ...(this.#isBroken ? {} : { data }), broken: this.#isBroken, diagnostics: this.#diagnostics };
  }

  #map(node: YAMLMap): SourceMap {
    const entries: SourceMap['entries'] = [];
    const first = new Map<string, Span>();
    for (const pair of node.items) {
      const entry = this.#entry(pair);
      if (entry === undefined) continue;
      const firstAt = first.get(entry.key);
      if (firstAt === undefined) {
        first.set(entry.key, entry.keyAt);
        entries.push(entry);
      } else {
        this.#diagnostics.push(
          diagnose(frontMatterDuplicateKey, {
            at: entry.keyAt,
            key: entry.key,
            firstLine: firstAt.line,
            related: [{ message: { zh: '第一次写在这里', en: 'First given here' }, at: firstAt }],
          }),
        );
      }
    }
    const [start, end] = node.range ?? [0, 0];
    return { kind: 'map', entries, at: this.#span(start, end) };
  }

  #entry(pair: Pair): SourceMap['entries'][number] | undefined {
    if (!isScalar(pair.key) || typeof pair.key.value !== 'string' || pair.key.value === '') {
      // After an error of syntax, a pair without a key is what the parser made of the rest.
      if (!this.#isBroken) this.#reportNoKey(pair);
      return undefined;
    }
    const keyAt = this.#spanOf(pair.key);
    const colon = pair.srcToken?.sep?.find((part) => part.type === 'map-value-ind');
    const after = colon === undefined ? (pair.key.range?.[1] ?? 0) : colon.offset + 1;
    if (pair.key.value === '<<') this.#reportSpecial(keyAt, '<<');
    return { key: pair.key.value, keyAt, value: this.#value(pair.value, after) };
  }

  /** `emptyAt` is where an empty value stands: just after its colon or dash. */
  #value(node: unknown, emptyAt: number): SourceValue {
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return this.#list(node);
    const value = isScalar(node) && typeof node.value === 'string' ? node.value : '';
    const [start, end] = (isScalar(node) ? node.range : undefined) ?? [0, 0];
    this.#reportLostWords(start === end ? emptyAt : end);
    return { kind: 'text', value, at: start === end ? this.#span(emptyAt, emptyAt) : this.#span(start, end) };
  }

  #list(node: YAMLSeq): SourceValue {
    const tokens = node.srcToken?.type === 'block-seq' ? node.srcToken.items : [];
    const items = node.items.map((item, index) => {
      const dash = tokens[index]?.start.find((part) => part.type === 'seq-item-ind');
      return this.#value(item, dash === undefined ? (node.range?.[0] ?? 0) : dash.offset + 1);
    });
    return { kind: 'list', items, at: this.#spanOf(node) };
  }

  /** YAML takes `#普法` behind a value for a remark; people write remarks with a blank after the mark. */
  #reportLostWords(end: number): void {
    const [all = '', found] = /^[ \t]*(#[^\s#][^\n]*)?/.exec(this.#yaml.text.slice(end, end + MAX_QUOTED)) ?? [];
    if (found === undefined) return;
    const start = end + all.length - found.length;
    const words = found.split(/\s/, 1)[0] ?? found;
    this.#diagnostics.push(diagnose(frontMatterComment, { at: this.#span(start, start + words.length), found: words }));
  }

  #emptyMap(): SourceMap {
    return { kind: 'map', entries: [], at: this.#span(0, 0) };
  }

  #spanOf(node: { range?: readonly [number, number, number] | null | undefined }): Span {
    const [start, end] = node.range ?? [0, 0, 0];
    return this.#span(start, end);
  }

  #span(start: number, end: number): Span {
    return spanIn(this.#source, this.#yaml, start, end);
  }

  #broken(diagnostic: Diagnostic): void {
    this.#isBroken = true;
    this.#diagnostics.push(diagnostic);
  }

  #reportSpecial(at: Span, found: string): void {
    this.#broken(diagnose(frontMatterAnchor, { at, found }));
  }

  #reportWords(at: Span, words: Words): void {
    this.#broken(diagnose(frontMatterSyntax, { at, words }));
  }

  #reportNoKey(pair: Pair): void {
    const [start, end] = (isNode(pair.key) ? pair.key.range : undefined) ?? [0, 0];
    this.#reportWords(this.#span(start, Math.max(end, start + 1)), {
      zh: '冒号前面缺少键名。请照“键: 值”书写，例如“title: 标题”。',
      en: 'The name of the key is missing before the colon. Write “key: value”, such as “title: …”.',
    });
  }

  /** One a line, for what comes after the first on it is usually its echo. */
  #reportSyntax(errors: readonly YAMLError[]): void {
    this.#isBroken ||= errors.length > 0;
    const saidLines = new Set(this.#diagnostics.map((diagnostic) => diagnostic.at.line));
    let said = 0;
    for (const error of errors) {
      const start = this.#startOfError(error);
      const line = this.#source.lineAt(start);
      if (saidLines.has(line)) continue;
      const at = this.#source.span(start, this.#source.endOfWords(start));
      const { text } = this.#source;
      const isFirst = text.slice(start - at.column + 1, start).trim() === '';
      this.#reportWords(at, wordsOf(error, text.slice(start, start + MAX_QUOTED).split('\n', 1)[0] ?? '', isFirst));
      saidLines.add(line);
      said += 1;
      if (said === MAX_SYNTAX_DIAGNOSTICS) return;
    }
  }

  /** Where the words of an error begin, in the text as written; past the end of a line, after its last character. */
  #startOfError(error: YAMLError): number {
    const { text } = this.#yaml;
    const blanks = /^[ \t]*/.exec(text.slice(error.pos[0], error.pos[0] + MAX_INDENT))?.[0].length ?? 0;
    let start = Math.min(error.pos[0] + blanks, text.length);
    if (start < text.length && text[start] !== '\n') return this.#yaml.writtenAt(start);
    while (start > 0 && /\s/.test(text.charAt(start - 1))) start -= 1;
    return start === 0 ? this.#yaml.writtenAt(0) : this.#yaml.writtenAt(start - 1) + 1;
  }
}

/** Characters of indent that are skipped to find the words that an error is about. */
const MAX_INDENT = 200;

const DOCUMENT_MARK = '\u0002';
const FLOW_END_MARK = '\u0018';
const SCALAR_MARK = '\u001f';

/** One pass over the tokens, which needs no stack: how deep it nests, and what only YAML experts write. */
function survey(text: string): { deepAt?: number; specials: { start: number; found: string }[] } {
  const specials: { start: number; found: string }[] = [];
  const columns: number[] = [];
  let brackets = 0;
  let lineStart = 0;
  let isLineBegun = false;
  let offset = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    // These marks of the lexer's own stand for no character of the text.
    const isMark = !isText && (token === DOCUMENT_MARK || token === FLOW_END_MARK || token === SCALAR_MARK);
    if (isMark) {
      isText = token === SCALAR_MARK;
      continue;
    }
    const column = offset - lineStart;
    if (isText || (token.trim() !== '' && !token.startsWith('#'))) {
      if (!isLineBegun) while ((columns.at(-1) ?? -1) >= column) columns.pop();
      const isIndicator = !isText && (token === '-' || token === '?' || token === ':');
      if (brackets === 0 && (!isLineBegun || isIndicator)) columns.push(column);
      isLineBegun = true;
    }
    if (!isText) {
      if (token === '[' || token === '{') brackets += 1;
      if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
      if (/^[&*!]/.test(token)) specials.push({ start: offset, found: token });
    }
    isText = false;
    if (brackets + columns.length > MAX_DEPTH) return { deepAt: offset, specials };
    offset += token.length;
    const feed = token.lastIndexOf('\n');
    if (feed >= 0) {
      lineStart = offset - (token.length - feed - 1);
      isLineBegun = false;
    }
  }
  return { specials };
}

/** Characters of the words in question that a sentence may look at. */
const MAX_QUOTED = 200;

/** What the parser's complaint means to somebody who has never heard of YAML. */
function wordsOf(error: YAMLError, rest: string, isFirstOnLine: boolean): Words {
  const found = shorten(rest);
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (error.message.startsWith('A block')) return WRONG_INDENT;
      return secondColonWords(rest);
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        zh: `“${found}”不是“键: 值”的写法。请检查冒号；如果它接着上一行，请缩进两个空格。`,
        en: `“${found}” is not “key: value”. Look at the colon; if it continues the line above, indent it with two blanks.`,
      };
    case 'BAD_INDENT':
      return WRONG_INDENT;
    case 'MISSING_CHAR':
      return {
        zh: '这里缺少冒号、引号或括号。请检查键后面是否有“: ”，引号和括号是否成对。',
        en: 'A colon, quote or bracket is missing. Keys need “: ”; quotes and brackets come in pairs.',
      };
    case 'BAD_SCALAR_START':
      return reservedStartWords(rest);
    case 'BAD_DQ_ESCAPE':
      return {
        zh: `双引号里的反斜杠“${found.slice(0, 2)}”无法读懂。请写成两个反斜杠，或改用单引号。`,
        en: `“${found.slice(0, 2)}” is not known in double quotes. Write two backslashes, or use single quotes.`,
      };
    case 'TAB_AS_INDENT':
      return {
        zh: '此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。',
        en: 'This is indented with a tab. Write blanks instead, two for each level.',
      };
    case 'MULTIPLE_DOCS':
      return {
        zh: '这里又开始了新的一段。一个文件里“键: 值”只能有一段，请删去分隔行。',
        en: 'A second document begins here. There is only one in a file: delete the line that divides them.',
      };
    case 'UNEXPECTED_TOKEN':
      if (error.message.includes('block-seq-ind')) return LIST_ON_LINE_OF_KEY;
      if (isFirstOnLine && /[:：]/.test(rest)) return WRONG_INDENT;
      return {
        zh: `这里不应出现“${found}”。请检查缩进和引号；如果它是内容的一部分，请给整个值加上英文引号。`,
        en: `“${found}” is unexpected here. Look at indent and quotes; if it is part of the value, quote the whole value.`,
      };
    default:
      return {
        zh: `“${found}”的写法无法读懂。请一行一项，照“键: 值”书写。`,
        en: `“${found}” cannot be read (${error.message}). Write one “key: value” a line.`,
      };
  }
}

const WRONG_INDENT: Words = {
  zh: '缩进不对。同一层的各行请左对齐，下一层缩进两个空格。',
  en: 'The indent is wrong. Align the lines of one level; indent the next level with two blanks.',
};

const LIST_ON_LINE_OF_KEY: Words = {
  zh: '列表请从键的下一行写起，每行一项，以“- ”开头；如果只有一项，不写“- ”。',
  en: 'Begin a list on the line below its key, one item a line after “- ”; write a single item without “- ”.',
};
