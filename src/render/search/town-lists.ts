/** Town lists: which towns there are to search and where their texts lie, as scripts for the search page. */
import type { TownTexts } from '../../model/search-texts.js';
import { SEARCH_PAGE } from '../../model/urls.js';
import { linkTo } from '../link-to.js';
import type { NamedTown } from '../towns.js';
import { BETWEEN_ROWS, bytesOf, json, scriptFrame } from './data-script.js';

const FILE_BYTES = 1_000_000;

/** The files `search/towns/1.js`, …, at most a million bytes each. There is always a first. */
export function townLists(towns: readonly NamedTown[], limit = FILE_BYTES): string[] {
  const files: string[][] = [[]];
  let room = 0;
  const begin = (): number => limit - bytesOf(...frameOf(files.length));
  room = begin();
  for (const row of towns.map((town) => json(textsOf(town)))) {
    const bytes = bytesOf(row, BETWEEN_ROWS);
    if (bytes > room && files.at(-1)?.length !== 0) {
      files.push([]);
      room = begin();
    }
    files.at(-1)?.push(row);
    room -= bytes;
  }
  return files.map((rows, index) => {
    const [start, end] = frameOf(index + 1);
    return start + rows.join(BETWEEN_ROWS) + end;
  });
}

function textsOf({ digest, name, group }: NamedTown): TownTexts {
  return {
    town: digest.town,
    name,
    ...(group !== '' && { group }),
    texts: digest.texts.map(({ path, version, bytes }) => ({ address: linkTo(SEARCH_PAGE, path) + version, bytes })),
  };
}

function frameOf(part: number): [start: string, end: string] {
  return scriptFrame('fazhiTowns', { part }, 'towns');
}
