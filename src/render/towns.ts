/**
 * Towns by name: what a town is called where it stands among others, and which towns stand together.
 *
 * A town is called after the organ of its latest report. Towns of one county, or of one city, lie in one folder of the
 * content (`随县/均川镇/2022`); such folders are shown by their names, unless all towns lie in the same.
 */
import type { ReportDigest, TownDigest } from '../model/digest.js';
import { byCodeUnit } from '../model/by-code-unit.js';

export interface NamedTown {
  digest: TownDigest;
  /** No other town of the group has it. */
  name: string;
  /** The folders above that tell something, outermost first: 随州市, 随县. */
  above: readonly string[];
  /** The same in words: `随州市 · 随县`; empty where there is nothing to tell. */
  group: string;
}

/** Group by group; within a group as the site has them. */
export function namedTowns(towns: readonly TownDigest[]): NamedTown[] {
  const above = towns.map(({ town }) => town.split('/').slice(0, -1));
  const shared = sharedBy(above);
  const placed = towns.map((digest, index) => {
    const own = (above[index] ?? []).slice(shared);
    return {
      digest,
      above: own,
      group: own.join(' · '),
      name: latestFirst(digest.reports)[0]?.organ || lastFolder(digest),
    };
  });
  const counts = new Map<string, number>();
  for (const { group, name } of placed) counts.set(`${group}\n${name}`, (counts.get(`${group}\n${name}`) ?? 0) + 1);
  return placed
    .map((town) => {
      const { digest, group, name } = town;
      const isShared = (counts.get(`${group}\n${name}`) ?? 0) > 1 && digest.town !== '';
      return isShared ? { ...town, name: `${name}（${lastFolder(digest)}）` } : town;
    })
    .toSorted((one, other) => byCodeUnit(one.group, other.group));
}

/** The reports of a town or of several: those of one year stay as they were. */
export function latestFirst<Dated extends Pick<ReportDigest, 'year'>>(reports: readonly Dated[]): Dated[] {
  return reports.toSorted((one, other) => other.year - one.year);
}

/** The report whose overview is the home page: of a site of one town the latest; of several towns there is none. */
export function homeOf<Head extends { town: string; year: number }>(reports: readonly Head[]): Head | undefined {
  const [latest, next] = latestFirst(reports);
  const isOneTown = reports.every(({ town }) => town === latest?.town);
  return isOneTown && next?.year !== latest?.year ? latest : undefined;
}

function lastFolder({ town }: TownDigest): string {
  return town.split('/').at(-1) ?? '';
}

/** How many of the outermost folders are the same for all. */
function sharedBy(folders: readonly (readonly string[])[]): number {
  const [first = []] = folders;
  const end = first.findIndex((folder, index) => folders.some((other) => other[index] !== folder));
  return end < 0 ? first.length : end;
}
