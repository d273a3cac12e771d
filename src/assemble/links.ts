/** Where an address in a text leads. */
import type { Target } from '../model/site.js';
import { findEntry, folderOf, type ReportPlace } from './layout.js';
import type { Outside } from './outside.js';

/**
 * Resolves an address as written in a content file.
 *
 * Source: `#id` of the same report; a path relative to the file, to another content file, an attachment or a page of
 *         the site; or an outside address.
 * Errors: `undefined` when nothing is there; `unsafe` for schemes no page may carry.
 */
export function resolveAddress(
  address: string,
  file: string,
  report: ReportPlace,
  outside: Pick<Outside, 'find'>,
): Target | undefined {
  // Browsers drop these characters before they look for a scheme, so `java\nscript:` must not slip through.
  const url = [...address].filter((character) => character > ' ').join('');
  if (url === '') return undefined;
  if (/^(?:https?:\/\/[^/]|mailto:.|tel:.)/i.test(url)) return { kind: 'outside', url: address.trim() };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') || url.startsWith('\\'))
    return { kind: 'unsafe', url: address };
  if (url.startsWith('/') || url.startsWith('?')) return undefined;

  const [rawPath = '', rawHash] = address.trim().split('#', 2);
  const path = decoded(rawPath);
  const hash = rawHash === undefined || rawHash === '' ? undefined : decoded(rawHash);
  if (path === '') return hash === undefined ? undefined : findEntry(report, hash);
  const full = join(folderOf(file), path);
  if (full === undefined) return undefined;
  return outside.find(full, hash);
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

/** `undefined` when the path climbs out of the content folder. */
function join(folder: string, path: string): string | undefined {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of path.replace(/\?.*$/, '').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}
