/**
 * What HTML of the portal's own must not hold on these pages.
 *
 * In:  the text of a fragment.
 * Out: its faults with their places: what would fetch from elsewhere, run code in the page, load from a place that is
 *      another on every page, or leave an element open that swallows the page.
 */
import { Parser } from 'htmlparser2';

export type FragmentFault = 'code' | 'outside' | 'relative' | 'forbidden' | 'style' | 'unclosed' | 'unopened';

export interface FaultPlace {
  fault: FragmentFault;
  /** The words at fault. */
  found: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** Elements that fetch, frame or redirect by themselves, and those a page has only once. */
const FORBIDDEN = new Set(
  'html head body title base meta iframe frame frameset object embed applet form input textarea select button audio video source track portal'.split(
    ' ',
  ),
);
const VOID = new Set('area br col hr img link wbr'.split(' '));
/** Addresses that a browser fetches without being asked. */
const FETCHED = new Set(['src', 'srcset', 'background', 'poster', 'data', 'xlink:href']);
/** May be left open without harm: HTML closes them itself. */
const MAY_BE_OPEN = new Set('p li dt dd tr td th thead tbody tfoot option'.split(' '));

export function fragmentFaults(html: string): FaultPlace[] {
  const faults: FaultPlace[] = [];
  const opened = new Map<string, number>();
  const open: { name: string; start: number; end: number }[] = [];
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      const [start, end] = [parser.startIndex, parser.endIndex + 1];
      const add = (fault: FragmentFault, found: string): number => faults.push({ fault, found, start, end });
      if (FORBIDDEN.has(name)) add('forbidden', `<${name}>`);
      if (name === 'style') add('style', '<style>');
      if (name === 'script' && attributes['src'] === undefined) add('code', '<script>');
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on/iu.test(key)) add('code', key);
        else if (key === 'style') add('style', 'style');
        else if (/^\s*(?:javascript|vbscript|data\s*:\s*text)/iu.test(value.replace(/[\u0000-\u0020]/gu, '')))
          add('code', value);
        else if (FETCHED.has(key) || (key === 'href' && name === 'link')) addAddress(value, add);
        else if (key === 'href' && !/^(?:https?:|mailto:|tel:|\/(?!\/)|#)/iu.test(value)) add('relative', value);
      }
      opened.set(name, (opened.get(name) ?? 0) + 1);
      if (!VOID.has(name)) open.push({ name, start, end });
    },
    onclosetag(name, isImplied) {
      if (VOID.has(name)) return;
      const { start, end } = open.pop() ?? { start: 0, end: 0 };
      if (isImplied && !MAY_BE_OPEN.has(name)) faults.push({ fault: 'unclosed', found: `<${name}>`, start, end });
    },
  });
  parser.end(html);
  for (const { 0: found, 1: name = '', index } of html.matchAll(/<\/([a-z][a-z0-9-]*)\s*>/giu)) {
    const left = (opened.get(name.toLowerCase()) ?? 0) - 1;
    opened.set(name.toLowerCase(), left);
    if (left < 0) faults.push({ fault: 'unopened', found, start: index, end: index + found.length });
  }
  return faults.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** A page loads from its own host alone, and by an address that is the same in every folder. */
function addAddress(value: string, add: (fault: FragmentFault, found: string) => void): void {
  for (const address of value.split(/,\s+/u)) {
    const url = address.trim();
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(url) && !/^data:image\/(?:png|gif|jpeg|webp);/iu.test(url))
      add('outside', url);
    else if (!/^(?:\/|data:)/iu.test(url)) add('relative', url);
  }
}
