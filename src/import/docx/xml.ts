/**
 * Walks a part's XML as events, so that no depth of nesting costs more than its length.
 *
 * In:  the bytes of a part, UTF-8 or UTF-16.
 * Out: `open`, `text` and `close` in order. Names have the usual prefix of their namespace (`w:p`, `r:id`), whichever
 *      prefix the file gives it and whether it is transitional or strict; a name of any other namespace begins with `:`.
 * Errors: XML that is not well formed; a DOCTYPE, which nothing is ever resolved from.
 *
 * Namespaces are kept here and not by the parser, which looks for each prefix through all open elements.
 */
import { SaxesParser, type SaxesTag } from 'saxes';
import { EnvironmentError } from '../../diagnostics/environment-error.js';
import { damaged, declaresEntities } from './refusals.js';

export type Attributes = ReadonlyMap<string, string>;

export interface Listener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${TRANSITIONAL}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${TRANSITIONAL}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${TRANSITIONAL}package/2006/relationships`, 'rel'],
  [`${TRANSITIONAL}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${TRANSITIONAL}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${TRANSITIONAL}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${TRANSITIONAL}markup-compatibility/2006`, 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);
const CHUNK = 1 << 16;
const NO_ATTRIBUTES: Attributes = new Map();

export function walkXml(bytes: Uint8Array, part: string, listener: Listener): void {
  const parser = new SaxesParser({ position: false });
  const names = new Names();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw declaresEntities(part);
  });
  parser.on('opentag', (tag) => {
    names.enter(tag);
    listener.open(names.ofElement(tag.name), names.ofAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    listener.close(names.ofElement(tag.name));
    names.leave(tag);
  });
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  try {
    const decoder = decoderOf(bytes);
    for (let at = 0; at < bytes.length; at += CHUNK)
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    // The parser throws plain errors, the decoder a TypeError; anything else is a fault of this program.
    if (error instanceof EnvironmentError || (error as Error).constructor === RangeError) throw error;
    throw damaged(part, { cause: error });
  }
}

function decoderOf([first, second]: Uint8Array): TextDecoder {
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true });
}

/** Names of one walk, by the namespaces that hold where they stand. */
class Names {
  /** The namespaces of a prefix, the innermost last. */
  readonly #bound = new Map<string, string[]>();
  /** Names already told, as long as no namespace changes. */
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  enter(tag: SaxesTag): void {
    for (const [prefix, uri] of declared(tag)) {
      const uris = this.#bound.get(prefix);
      if (uris) uris.push(uri);
      else this.#bound.set(prefix, [uri]);
      this.#forget();
    }
  }

  leave(tag: SaxesTag): void {
    for (const [prefix] of declared(tag)) {
      this.#bound.get(prefix)?.pop();
      this.#forget();
    }
  }

  ofElement(name: string): string {
    let told = this.#elements.get(name);
    if (told === undefined) this.#elements.set(name, (told = this.#tell(name.includes(':') ? name : `:${name}`)));
    return told;
  }

  ofAttributes(attributes: Record<string, string>): Attributes {
    const keys = Object.keys(attributes);
    if (keys.length === 0) return NO_ATTRIBUTES;
    return new Map(keys.map((key) => [this.#ofAttribute(key), attributes[key] ?? '']));
  }

  /** Without a prefix it belongs to its element, not to a namespace. */
  #ofAttribute(name: string): string {
    if (!name.includes(':') || name.startsWith('xml:')) return name;
    let told = this.#attributes.get(name);
    if (told === undefined) this.#attributes.set(name, (told = this.#tell(name)));
    return told;
  }

  #tell(name: string): string {
    const colon = name.indexOf(':');
    const uri = this.#bound.get(name.slice(0, colon))?.at(-1) ?? '';
    return `${PREFIXES.get(uri) ?? ''}:${name.slice(colon + 1)}`;
  }

  #forget(): void {
    this.#elements.clear();
    this.#attributes.clear();
  }
}

function declared({ attributes }: SaxesTag): [prefix: string, uri: string][] {
  return Object.entries(attributes).flatMap(([key, uri]): [string, string][] =>
    key === 'xmlns' ? [['', uri]] : key.startsWith('xmlns:') ? [[key.slice('xmlns:'.length), uri]] : [],
  );
}
