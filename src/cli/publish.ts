/**
 * `fazhi publish TARGET`: check, build, then put the site where it is served from.
 *
 * Exit codes: 0 published, or nothing to change; 1 the content has errors or warnings; 2 the target does not allow it.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { manifestOf, preview, type CheckResult } from '../build.js';
import { buildSite } from '../build-site.js';
import type { Language } from '../diagnostics/diagnostic.js';
import { diagnosticData } from '../diagnostics/json.js';
import { visible } from '../diagnostics/visible.js';
import { MANIFEST } from '../model/manifest.js';
import { insistApart } from '../publish/apart.js';
import { openPlace } from '../publish/places.js';
import { publish, rollBack, type Published, type Site } from '../publish/publish.js';
import { versionOf, type Version } from '../publish/records.js';
import { noZipRollback } from '../publish/refusals.js';
import { parseTarget, type Target } from '../publish/target.js';
import { printDiagnostics, rootOf } from './print.js';
import { PUBLISH } from './words.js';

export interface PublishCommandOptions {
  content: string;
  out: string;
  dryRun: boolean;
  rollback: boolean;
  all: boolean;
  sshConfig?: string;
  format: 'pretty' | 'json';
  lang: Language;
  quiet: boolean;
}

const NAMES_SHOWN = 5;

export async function runPublish(text: string, options: PublishCommandOptions): Promise<number> {
  const { content, out, rollback } = options;
  const target = parseTarget(text);
  if (rollback) {
    print(text, options, { published: await goBack(target, options) });
    return 0;
  }
  if (target.kind !== 'ssh') await insistApart(target, [content, out]);
  const { checked, site } = await siteOf(options);
  if (options.format === 'pretty') await printDiagnostics(checked, options);
  const published = site === undefined ? undefined : await publishTo(target, site, options);
  print(text, options, { checked, ...(published && { published }) });
  return published === undefined ? 1 : 0;
}

/** The built site; of a dry run only what it would consist of. Absent when the content has errors or warnings. */
async function siteOf({ content, out, dryRun }: PublishCommandOptions): Promise<{
  checked: CheckResult;
  site?: Site;
}> {
  if (dryRun) {
    const { pages, ...checked } = preview(content, { strict: true });
    return pages === undefined
      ? { checked }
      : { checked, site: { root: resolve(out), version: known(manifestOf(pages)) } };
  }
  const { written, ...checked } = await buildSite({ content, out, strict: true });
  if (written === undefined) return { checked };
  return { checked, site: { root: resolve(out), version: known(readFileSync(join(out, MANIFEST), 'utf8')) } };
}

function known(manifest: string): Version {
  const version = versionOf(manifest);
  if (version === undefined) throw new Error(`A build wrote a ${MANIFEST} that cannot be read.`);
  return version;
}

async function publishTo(target: Target, site: Site, options: PublishCommandOptions): Promise<Published> {
  const { dryRun: isDryRun, all } = options;
  if (target.kind === 'zip') {
    const { publishZip } = await import('../publish/zip.js');
    return publishZip(site, target.path, { isDryRun });
  }
  const { place, name } = await openPlace(target, options);
  const progress = progressOf(options);
  try {
    return await publish(site, { place, name }, { isDryRun, all, onPut: progress.show });
  } finally {
    progress.end();
    await place.close();
  }
}

async function goBack(target: Target, options: PublishCommandOptions): Promise<Published> {
  if (target.kind === 'zip') throw noZipRollback(target.path);
  const { place, name } = await openPlace(target, options);
  try {
    return await rollBack({ place, name }, { isDryRun: options.dryRun });
  } finally {
    await place.close();
  }
}

/** A line at a terminal that counts, and is gone at the end. */
function progressOf({ lang, format, quiet }: PublishCommandOptions) {
  const isShown = process.stderr.isTTY && format === 'pretty' && !quiet;
  const write = (words: string): void => {
    if (isShown) process.stderr.write(`\r\u001b[K${words}`);
  };
  return {
    show: (done: number, total: number) => write(PUBLISH[lang].progress(done, total)),
    end: () => write(''),
  };
}

function print(
  target: string,
  options: PublishCommandOptions,
  { checked, published }: { checked?: CheckResult; published?: Published },
): void {
  const { content, lang, format, quiet } = options;
  if (format === 'json') {
    const diagnostics = diagnosticData(checked?.diagnostics ?? [], { language: lang, root: rootOf(content) });
    process.stdout.write(`${JSON.stringify({ diagnostics, target, ...dataOf(published, options) }, undefined, 2)}\n`);
  } else if (!quiet) {
    const lines = published === undefined ? [PUBLISH[lang].refused] : describe(target, published, options);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}

/** `isPublished`: the target holds what it should, whether or not it did before. */
function dataOf(published: Published | undefined, { dryRun, rollback }: PublishCommandOptions): object {
  return {
    isDryRun: dryRun,
    isRollback: rollback,
    isPublished: published !== undefined && !dryRun,
    ...published,
  };
}

function describe(target: string, published: Published, { dryRun, rollback, lang }: PublishCommandOptions): string[] {
  const words = PUBLISH[lang];
  const { way, changed, removed, unchanged, foreign, resumed } = published;
  const counts = { changed: changed.length, removed: removed.length, unchanged, resumed };
  const shown = visible(target);
  if (!rollback && counts.changed + counts.removed === 0) return [words.nothing(shown)];
  const head = rollback
    ? (dryRun ? words.wouldRollBack : words.rolledBack)(shown, counts)
    : (dryRun ? words.wouldPublish : words.published)(shown, counts);
  const names = foreign.slice(0, NAMES_SHOWN).map(visible);
  return [
    head,
    ...(dryRun ? [...changed.map((path) => words.change(path)), ...removed.map((path) => words.removal(path))] : []),
    ...(foreign.length > 0 ? [words.foreign(foreign.length, words.more(names, names.length === foreign.length))] : []),
    ...(way === 'files' ? [words.byFile] : []),
    ...(way !== 'zip' && !dryRun && !rollback ? [words.back(shown)] : []),
  ];
}
