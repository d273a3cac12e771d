/**
 * Offices: which bodies the report names, and what `site.yaml` is to list of them.
 *
 * In:  the draft, and the offices that `site.yaml` has, if there is one.
 * Out: the offices to propose, each under its longest name; where `site.yaml` exists, the names it lacks.
 */
import type { Office } from '../model/site.js';
import { freeId, idFromTitle } from '../new/id.js';
import type { Draft } from './draft.js';

export interface ProposedOffice {
  id: string;
  name: string;
  aliases: string[];
}

/** 均川镇司法所 and 司法所 are one office: what may stand before the shorter name. */
const BEFORE =
  /^(?:各|全|本|我)?(?:[\p{Script=Han}]{1,12}(?:省|市|县|区|旗|镇|乡|街道|办事处)|镇|乡|县|市|区|街道|各|我镇|我乡|我街道)?$/u;

export function officeNamesOf({ sections, items }: Pick<Draft, 'sections' | 'items'>): string[] {
  return [...new Set([...sections, ...items].flatMap(({ offices }) => offices))];
}

/** How a report speaks of the town itself. */
export const OURSELVES = ['我镇', '我乡', '我街道', '我办事处'];
/** Party and government of a town together. */
const BOTH = /^(?:党委、?政府|党委和政府|党工委、?办事处|党委政府)?$/u;

/** Offices for a `site.yaml` that does not exist yet, in the order in which the text names them. */
export function proposeOffices(names: readonly string[], town?: string): ProposedOffice[] {
  const offices: ProposedOffice[] = [];
  const byLength = names.toSorted((a, b) => b.length - a.length);
  const taken: string[] = [];
  const ownerOf = new Map<string, string>();
  const isTown = (name: string): boolean =>
    OURSELVES.includes(name) || (town !== undefined && name.startsWith(town) && BOTH.test(name.slice(town.length)));
  const [wholeTown, ...otherWords] = byLength.filter(isTown);
  for (const name of otherWords) if (wholeTown !== undefined) ownerOf.set(name, wholeTown);
  for (const name of byLength.filter((one) => !isTown(one))) {
    const longer = byLength.filter(
      (other) => other !== name && other.endsWith(name) && BEFORE.test(other.slice(0, -name.length)),
    );
    // A short name that two offices end with is neither's.
    const [owner, another] = longer.filter((one) => !ownerOf.has(one));
    if (owner !== undefined && another === undefined) ownerOf.set(name, owner);
  }
  for (const name of names) {
    const owner = ownerOf.get(name) ?? name;
    const office = offices.find((one) => one.name === owner);
    if (!office) {
      const id = freeId(idFromTitle(owner) || 'office', taken);
      taken.push(id);
      offices.push({ id, name: owner, aliases: owner === name ? [] : [name] });
    } else if (owner !== name) {
      office.aliases.push(name);
    }
  }
  return offices;
}

/** The names that no office of `site.yaml` goes by. */
export function unknownNames(names: readonly string[], offices: readonly Office[]): string[] {
  const known = new Set(offices.flatMap(({ name, aliases }) => [name, ...aliases]));
  return names.filter((name) => !known.has(name));
}
