/** The images that a document's text calls, each kept once, and only what a web page can show. */
import type { SourceImage } from '../document.js';
import type { Archive } from './archive.js';
import type { Findings } from './findings.js';
import type { Relationship } from './relationships.js';

/** By the first bytes: an extension promises nothing. */
const FORMATS: readonly { extension: string; others?: RegExp; magic: RegExp }[] = [
  { extension: 'png', magic: /^\u0089PNG\r\n\u001a\n/ },
  { extension: 'jpg', others: /^jpeg$/, magic: /^\u00ff\u00d8\u00ff/ },
  { extension: 'gif', magic: /^GIF8[79]a/ },
  { extension: 'webp', magic: /^RIFF[^]{4}WEBP/ },
];

export class Images {
  readonly kept: SourceImage[] = [];
  readonly #numbers = new Map<string, number | undefined>();
  /** Of each name, how many have asked for it. */
  readonly #names = new Map<string, number>();
  readonly #archive: Archive;
  readonly #findings: Findings;

  constructor(archive: Archive, findings: Findings) {
    this.#archive = archive;
    this.#findings = findings;
  }

  /** The number of the image in the text; `undefined` for what is not kept. One used twice has the first one's `alt`. */
  number({ target, isExternal }: Relationship, alt: string): number | undefined {
    if (isExternal) {
      this.#findings.note('linked', target);
      return undefined;
    }
    if (!this.#numbers.has(target)) this.#numbers.set(target, this.#keep(target, alt));
    return this.#numbers.get(target);
  }

  #keep(target: string, alt: string): number | undefined {
    const file = target.slice(target.lastIndexOf('/') + 1);
    const bytes = this.#archive.read(target);
    if (bytes === undefined) {
      this.#findings.note('lost', file);
      return undefined;
    }
    const begin = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
    const format = FORMATS.find(({ magic }) => magic.test(begin));
    if (format === undefined) {
      this.#findings.note('picture', file);
      return undefined;
    }
    return this.kept.push({ name: this.#name(file, format), bytes, alt }) - 1;
  }

  #name(file: string, { extension, others }: (typeof FORMATS)[number]): string {
    const [, stem = '', written = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(file) ?? [];
    const ending = written.toLowerCase();
    const end = others?.test(ending) ? ending : extension;
    const plain = stem.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'image';
    const wanted = `${plain}.${end}`.toLowerCase();
    let name = `${plain}.${end}`;
    let count = this.#names.get(wanted) ?? 0;
    while (this.#names.has(name.toLowerCase())) name = `${plain}-${++count}.${end}`;
    this.#names.set(wanted, Math.max(count, 1)).set(name.toLowerCase(), 1);
    return name;
  }
}
