/** What a duty's evidence is called, and where it is found from elsewhere. */
import type { Evidence } from '../../model/site.js';
import type { Context } from '../context.js';
import { sectionPath } from '../entries.js';
import { listedAddress, targetAddress } from './addresses.js';

export function evidenceOf(
  { id, target, link }: Evidence,
  { report, entries, portal }: Context,
): { title: string; address: string | undefined } {
  const entry = target && entries.find(target);
  if (entry) {
    const title = entry.kind === 'section' ? `${sectionPath(entry, report)} ${entry.title}` : entry.title;
    return { title, address: listedAddress(entry, target.report, portal) };
  }
  const to = link?.target;
  return { title: link?.text ?? id, address: to && targetAddress(to, portal) };
}
