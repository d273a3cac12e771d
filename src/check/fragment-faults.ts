/**
 * What HTML of the portal's own must not hold on these pages.
 *
 * In:  the text of a fragment.
 * Out: its faults with their places: what would fetch from elsewhere, run code in the page, load from a place that is
 *      another on every page, or leave something open that swallows the page.
 *
 * A browser has the last word on what a fragment means, so whatever browsers and parsers have ever read differently
 * (drawings, formulas, `<noscript>`, CDATA) is not taken at all.
 */
import { Parser } from 'htmlparser2';

export type FragmentFault =
  'code' | 'outside' | 'relative' | 'embedded' | 'forbidden' | 'style' | 'unclosed' | 'unopened';

export interface FaultPlace {
  fault: FragmentFault;
  /** The words at fault. */
  found: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** Elements that fetch, frame or redirect by themselves, those a page has only once, and those that are read as no HTML. */
const FORBIDDEN = new Set(
  `html head body title main h1 base meta iframe frame frameset fencedframe object embed applet portal form input textarea select
   button audio video source track svg math noscript noembed noframes template plaintext xmp listing`.split(/\s+/),
);
const VOID = new Set('area base br col embed frame hr img input link meta source track wbr'.split(' '));
/** Addresses that a browser fetches, or tells of a click, without being asked; some are lists. */
const FETCHED = new Set(
  'src srcset imagesrcset background poster data lowsrc dynsrc ping attributionsrc xlink:href'.split(' '),
);
const LISTS = new Set(['srcset', 'imagesrcset', 'ping', 'attributionsrc']);
/** Links, which are followed when somebody clicks. */
const FOLLOWED = new Set(['a', 'area']);
/** May be left open without harm: HTML closes them itself. */
const MAY_BE_OPEN = new Set('p li dt dd tr td th thead tbody tfoot option'.split(' '));

/** Parsed behind the fragment: whatever is still open there (a comment, an attribute, a script) would swallow it. */
const SENTINEL = 'fragment-end';

type Add = (fault: FragmentFault, found: string) => void;

export function fragmentFaults(html: string): FaultPlace[] {
  const faults: FaultPlace[] = [];
  const opened = new Map<string, number>();
  const open: { name: string; start: number; end: number }[] = [];
  /** Where a closing tag is no tag: within comments, attributes, scripts. */
  const covered: { start: number; end: number }[] = [];
  let isWhole = false;
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      if (name === SENTINEL) return void (isWhole = true);
      const [start, end] = [parser.startIndex, parser.endIndex + 1];
      if (end > html.length) return; // the rest of the fragment is one broken tag
      covered.push({ start, end });
      judgeElement(name, attributes, (fault, found) => faults.push({ fault, found, start, end }));
      opened.set(name, (opened.get(name) ?? 0) + 1);
      if (!VOID.has(name)) open.push({ name, start, end });
    },
    ontext(text) {
      const { name, start, end } = open.at(-1) ?? { name: '', start: 0, end: 0 };
      if (name !== 'script' || text.replace(`<${SENTINEL}>`, '').trim() === '') return;
      covered.push({ start: parser.startIndex, end: parser.endIndex + 1 });
      const isSaid = faults.some(({ fault, ...place }) => fault === 'code' && place.start === start);
      if (!isSaid) faults.push({ fault: 'code', found: '<script>', start, end });
    },
    oncomment(data) {
      const [start, end] = [parser.startIndex, parser.endIndex + 1];
      covered.push({ start, end });
      // HTML ends it at its first >, this parser at ]]>.
      if (data.startsWith('[CDATA[')) faults.push({ fault: 'forbidden', found: '<![CDATA[', start, end });
    },
    onclosetag(name, isImplied) {
      const last = open.at(-1);
      if (last?.name !== name) return; // without content, or a broken tag
      open.pop();
      const { start, end } = last;
      if (isImplied && !MAY_BE_OPEN.has(name)) faults.push({ fault: 'unclosed', found: `<${name}>`, start, end });
    },
  });
  parser.end(`${html}<${SENTINEL}>`);
  if (!isWhole && !faults.some(({ fault }) => fault === 'unclosed')) {
    const start = Math.max(html.lastIndexOf('<'), 0);
    faults.push({ fault: 'unclosed', found: html.slice(start, start + 20), start, end: html.length });
  }
  for (const { 0: found, 1: name = '', index } of html.matchAll(/<\/([a-z][^\s/>]*)[^>]*>/giu)) {
    if (covered.some(({ start, end }) => start <= index && index < end)) continue;
    const left = (opened.get(name.toLowerCase()) ?? 0) - 1;
    opened.set(name.toLowerCase(), left);
    if (left < 0) faults.push({ fault: 'unopened', found, start: index, end: index + found.length });
  }
  return faults.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function judgeElement(name: string, attributes: Readonly<Record<string, string>>, add: Add): void {
  if (FORBIDDEN.has(name)) add('forbidden', `<${name}>`);
  if (name === 'style') add('style', '<style>');
  if (name === 'script' && attributes['src'] === undefined) add('code', '<script>');
  for (const [key, value] of Object.entries(attributes)) {
    if (/^on/iu.test(key)) add('code', key);
    else if (key === 'style') add('style', 'style');
    else if (FETCHED.has(key)) for (const address of addressesIn(key, value)) judgeFetched(address, add);
    else if (key === 'href') (FOLLOWED.has(name) ? judgeFollowed : judgeFetched)(value, add);
    else if (/\burl\s*\(/iu.test(value)) add('style', `${key}="${value}"`);
  }
}

/** A list holds addresses and, after them, widths and densities. */
function addressesIn(key: string, value: string): string[] {
  if (!LISTS.has(key)) return [value];
  const addresses = value.split(/[\s,]+/u).filter((part) => !/^(?:[\d.]+[wxh])?$/u.test(part));
  return addresses.length > 0 ? addresses : [value];
}

/** A page loads from its own host alone, and by an address that is the same in every folder. */
function judgeFetched(value: string, add: Add): void {
  const { protocol, isOwn, isSameEverywhere } = leadOf(value);
  if (protocol === 'javascript:' || protocol === 'vbscript:') add('code', value);
  else if (protocol === 'data:') add('embedded', value.trim().slice(0, 40));
  else if (!isOwn) add('outside', value.trim());
  else if (!isSameEverywhere) add('relative', value);
}

function judgeFollowed(value: string, add: Add): void {
  const { protocol, isOwn, isSameEverywhere } = leadOf(value);
  if (value.startsWith('#')) return;
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) add('code', value);
  else if (isOwn ? !isSameEverywhere : /^\s*[\\/]/u.test(value)) add('relative', value);
}

/** Where an address leads, as a browser sees it: blanks, line ends and backslashes are not what they seem. */
function leadOf(value: string): { protocol: string; isOwn: boolean; isSameEverywhere: boolean } {
  const [here, there] = ['https://portal.invalid/a/b/', 'https://portal.invalid/c/'].map((base) =>
    URL.canParse(value, base) ? new URL(value, base) : undefined,
  );
  return {
    protocol: here?.protocol ?? '',
    isOwn: here?.host === 'portal.invalid' && here.protocol === 'https:',
    isSameEverywhere: here?.href === there?.href,
  };
}
