/**
 * What is asked of the built files, without a browser. Every check returns a line for each fault, none when all is well.
 */
import { posix } from 'node:path';
import type { Element } from 'hast';
import { attribute, elementsIn, parseHtml } from '../support/html.js';

/** The text of a file of the site; `undefined` for one that is not there. */
export type ReadFile = (path: string) => string | undefined;

const KILOBYTE = 1000;
const PAGE_LIMIT = 60 * KILOBYTE;
const SCRIPT_LIMIT = 10 * KILOBYTE;
/** Its script may be larger, and what it searches is no part of the page. */
const SEARCH = { page: 'search/index.html', texts: 'search/texts/' };

/** Links, anchors, images, style sheets and scripts that lead nowhere, or would under another path or from disk. */
export function linkFaults(path: string, read: ReadFile): string[] {
  const elements = elementsIn(parseHtml(read(path) ?? ''));
  const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...twice.map((id) => `${path}: the id ${id} stands twice`),
    ...addressesOf(elements).flatMap((url) => addressFault(path, url, read) ?? []),
  ];
}

/** `url(…)` in a style sheet. */
export function styleSheetFaults(path: string, read: ReadFile): string[] {
  const addresses = [...(read(path) ?? '').matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3/g)];
  return addresses
    .map(([, , url, , imported]) => url ?? imported ?? '')
    .filter((url) => !url.startsWith('#'))
    .flatMap((url) => addressFault(path, url, read) ?? []);
}

function addressesOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    // The canonical address is the portal's, and the one place for it.
    if (element.tagName === 'link' && attribute(element, 'rel') === 'canonical') return [];
    const sources = (attribute(element, 'srcSet') ?? '')
      .split(',')
      .map((source) => source.trim().split(/\s+/)[0] ?? '')
      .filter((url) => url !== '');
    const single = ['href', 'src', 'xLinkHref', 'action', 'poster', 'data'].flatMap(
      (name) => attribute(element, name) ?? [],
    );
    return [...single, ...sources];
  });
}

function addressFault(path: string, url: string, read: ReadFile): string | undefined {
  const say = (what: string): string => `${path}: ${url === '' ? 'an empty address' : url} ${what}`;
  if (url === '') return say('leads nowhere');
  if (/^(?:https?|mailto|tel):/.test(url)) return undefined;
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return say('is of a kind that no page may hold');
  if (url.startsWith('/')) return say('is not relative');
  const [, fragment] = url.split('#');
  const target = fileAt(path, url);
  if (target.startsWith('..')) return say('leaves the site');
  if (target.endsWith('/') || read(`${target}/index.html`) !== undefined)
    return say('names a folder, which opens no page from disk');
  const html = read(target);
  if (html === undefined) return say(`leads to ${target}, which is not there`);
  if (fragment === undefined || fragment === '') return undefined;
  const id = decodeURIComponent(fragment);
  const isThere = elementsIn(parseHtml(html)).some((element) => attribute(element, 'id') === id);
  return isThere ? undefined : say(`leads to an anchor that ${target} has not`);
}

/** A page with its style sheets and scripts of more than 60 KB, or with scripts of more than 10 KB. */
export function weightFaults(path: string, read: ReadFile): string[] {
  const elements = elementsIn(parseHtml(read(path) ?? ''));
  const isStyleSheet = ({ tagName, properties }: Element): boolean =>
    tagName === 'link' && String(properties['rel']) === 'stylesheet';
  const filesOf = (chosen: readonly Element[], name: string): string[] =>
    chosen.flatMap((element) => attribute(element, name) ?? []).map((url) => fileAt(path, url));
  const scripts = filesOf(
    elements.filter(({ tagName }) => tagName === 'script'),
    'src',
  ).filter((file) => !file.startsWith(SEARCH.texts));
  const all = [path, ...filesOf(elements.filter(isStyleSheet), 'href'), ...scripts];

  const missing = all.filter((file) => read(file) === undefined).map((file) => `${path}: ${file} cannot be weighed`);
  const weigh = (files: readonly string[]): number =>
    files.reduce((sum, file) => sum + Buffer.byteLength(read(file) ?? ''), 0);
  const faults = [...missing];
  if (weigh(all) > PAGE_LIMIT) faults.push(`${path}: ${weigh(all)} bytes of HTML, CSS and scripts`);
  if (weigh(scripts) > SCRIPT_LIMIT && path !== SEARCH.page) faults.push(`${path}: ${weigh(scripts)} bytes of scripts`);
  return faults;
}

/**
 * The file that a relative address names.
 *
 * A query may change with the content of a style sheet, so that no browser keeps an old one; the file is the same.
 */
function fileAt(path: string, url: string): string {
  const [address = ''] = url.split(/[?#]/);
  return address === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(address));
}

/** A page without an icon: browsers ask `/favicon.ico` of the server then, which is outside the site. */
export function iconFaults(path: string, html: string): string[] {
  const isIcon = (element: Element): boolean =>
    element.tagName === 'link' && attribute(element, 'rel') === 'icon' && (attribute(element, 'href') ?? '') !== '';
  return elementsIn(parseHtml(html)).some(isIcon) ? [] : [`${path}: no icon`];
}

/** What a strict content security policy refuses, or a page without one. */
export function policyFaults(path: string, html: string): string[] {
  const faults: string[] = [];
  const say = (what: string): number => faults.push(`${path}: ${what}`);
  const elements = elementsIn(parseHtml(html));

  const isPolicy = ({ tagName, properties }: Element): boolean =>
    tagName === 'meta' && String(properties['httpEquiv']).toLowerCase() === 'content-security-policy';
  const policyAt = elements.findIndex(isPolicy);
  const policy = elements[policyAt];
  const content = policy === undefined ? '' : (attribute(policy, 'content') ?? '');
  if (policy === undefined) say('no policy');
  else if (!/^default-src 'none'(?:;|$)/.test(content))
    say(`the policy does not begin with default-src 'none': ${content}`);
  if (/'unsafe-|\*|\bdata:|\bblob:|\bhttps?:/.test(content))
    say(`the policy lets more in than the site holds: ${content}`);
  const loadsAt = elements.findIndex(
    ({ tagName, properties }) =>
      ['script', 'style', 'img'].includes(tagName) ||
      (tagName === 'link' && String(properties['rel']) === 'stylesheet'),
  );
  if (policyAt >= 0 && loadsAt >= 0 && loadsAt < policyAt) say('the policy comes after what it is for');

  for (const element of elements) {
    const { tagName, properties } = element;
    if (
      tagName === 'script' &&
      attribute(element, 'src') === undefined &&
      attribute(element, 'type') !== 'application/ld+json'
    )
      say('a script within the page');
    if (tagName === 'style') say('a style sheet within the page');
    if (['iframe', 'object', 'embed', 'base', 'frame'].includes(tagName)) say(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (name === 'style') say(`a style attribute on <${tagName}>`);
      if (/^on/i.test(name)) say(`${name.toLowerCase()} on <${tagName}>`);
      if (/^\s*(?:javascript|vbscript|data):/i.test(String(value)))
        say(`${String(value).slice(0, 40)} on <${tagName}>`);
    }
  }
  return faults;
}
