/**
 * Verify: proves that what is served is what was built.
 *
 * In:  an address or a folder; the list of what was built, which is trusted.
 * Out: file by file, whether it is the same; hints.
 * Errors: `EnvironmentError` when there is no list, or nothing to hold against it.
 *
 * The list must come from somewhere else than the site: whoever can change a page there can change the list too. So
 * nothing is ever compared with a list that the site itself hands out.
 */
import { realpathSync } from 'node:fs';
import { byCodeUnit } from '../model/by-code-unit.js';
import type { Patience } from './ask.js';
import { checkFolder } from './check-folder.js';
import { checkUrl } from './check-url.js';
import { readManifest, type Manifest } from './manifest.js';
import type { Checked, Hint, Verification } from './verification.js';
import { readWhere } from './where.js';

/** What inspectors wait for a page. */
const TIMEOUT_MS = 15_000;

export interface VerifyOptions extends Partial<Patience> {
  /** A manifest, or the folder of a build. */
  against: string;
}

export async function verify(
  where: string,
  { against, timeoutMs = TIMEOUT_MS, pausesMs = [500, 1500] }: VerifyOptions,
): Promise<Verification> {
  const place = readWhere(where);
  const manifest = readManifest(against);
  if ('folder' in place) {
    const files = inOrder(await checkFolder(place.folder, manifest));
    const hints = remarkOnOwnList(place.folder, manifest);
    return { where, against: manifest.file, isUrl: false, files, addresses: [], hints };
  }
  const { files, addresses, hints } = await checkUrl(place.base, manifest, { timeoutMs, pausesMs });
  return {
    where: place.base.href,
    against: manifest.file,
    isUrl: true,
    files: inOrder(files),
    addresses: inOrder(addresses),
    hints,
  };
}

function inOrder(checked: readonly Checked[]): Checked[] {
  return checked.toSorted((a, b) => byCodeUnit(a.path, b.path));
}

function remarkOnOwnList(folder: string, manifest: Manifest): Hint[] {
  if (realpathSync(folder) !== realpathSync(manifest.folder)) return [];
  return [
    {
      kind: 'own-list',
      paths: [],
      words: {
        zh: '清单就在被核对的文件夹里：谁能改网页，也能改清单。要防篡改，请用另外保存的清单（--against）',
        en: 'the list lies in the very folder: whoever can change a page can change it too. Against tampering, use a list kept elsewhere (--against)',
      },
    },
  ];
}
