/**
 * What a report publishes beside its words: addresses of links, names of files.
 *
 * Shape: passages with the key `address` or `file`, each standing where a clerk can change it: a link, or the file itself.
 */
import { bodiesOf, entriesOf } from '../model/entries.js';
import { folded } from '../model/folded.js';
import type { Passage } from '../model/passage.js';
import type { Link, Report } from '../model/site.js';
import { startOf, type Span } from '../model/span.js';

export function publishedNames(report: Report): Passage[] {
  const links = bodiesOf(report).flatMap((body) => [...body.links, ...body.images]);
  const files = [report.at.file, ...entriesOf(report).map((entry) => entry.at.file)];
  return [
    ...links.flatMap((link) => nameOf(link)),
    ...files.map((file) => passage(file.slice(file.lastIndexOf('/') + 1), 'file', startOf(file))),
  ];
}

function nameOf({ url, text, at, target }: Link): Passage[] {
  if (target?.kind === 'asset') return [passage(target.path, 'file', at)];
  // An address that is shown as it is stands among the words already.
  return target?.kind === 'outside' && !folded(text).includes(folded(url)) ? [passage(url, 'address', at)] : [];
}

function passage(text: string, key: 'address' | 'file', at: Span): Passage {
  return { text, key, at, runs: [], widened: [], breaks: [] };
}
