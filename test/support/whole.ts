/** A site that is small enough to be in memory as a whole, made step by step as a build makes it town by town. */
import { inOrder, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { judgeDigests, makeTown, survey, type Content } from '../../src/flow.js';
import { Keep } from '../../src/keep.js';
import type { Page, Theme } from '../../src/model/page.js';
import type { Site } from '../../src/model/site.js';
import type { ContentFile, TextSource } from '../../src/model/source.js';
import { list, readFile } from '../../src/read/read.js';
import { assetUrls, digestOf, homeOf, namesOf, renderSite, renderTown, textsIn } from '../../src/render/render.js';

/** A text as it was read, or any other file as it is listed. */
export type Source = TextSource | (ContentFile & { kind: 'asset' });

/** Every file of a content folder, and what was said of reading them. */
export function read(folder: string): { sources: Source[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const sources = list(folder).flatMap((file): Source[] => {
    const { path, file: place, kind, bytes } = file;
    if (kind === 'asset') return [{ kind, path, file: place, bytes }];
    const { source, diagnostics: said } = readFile(file);
    diagnostics.push(...said);
    return source ? [source] : [];
  });
  return { sources, diagnostics };
}

/** The site that some files make, however they came about, and everything said of it but of reading them. */
export function assemble(sources: readonly Source[]): { site: Site; diagnostics: Diagnostic[] } {
  const texts = new Map(sources.flatMap((one) => (one.kind === 'asset' ? [] : [[one.path, one] as const])));
  const content: Content = {
    files: new Map(
      sources.map((one) => [one.path, one.kind === 'asset' ? one : { ...one, file: `/${one.path}`, bytes: 0 }]),
    ),
    read: ({ path }) => {
      const source = texts.get(path);
      return { ...(source && { source }), diagnostics: [] };
    },
  };
  const surveyed = survey(content, new Keep());
  const towns = surveyed.towns.map((place) => makeTown(place, surveyed, surveyed.places, content, new Keep()));
  const digests = towns.map(({ digest }) => digest);
  return {
    site: { ...surveyed.common, reports: towns.flatMap(({ reports }) => reports) },
    diagnostics: inOrder([
      ...surveyed.diagnostics,
      ...towns.flatMap(({ diagnostics }) => diagnostics),
      ...judgeDigests(digests, surveyed.suspects, surveyed.common),
    ]),
  };
}

/** The files that a site without errors becomes, attachments aside. */
export function render({ reports, portal, offices }: Site, theme: Theme): Page[] {
  const names = namesOf(reports);
  const home = homeOf(reports)?.path;
  const hasFeed = reports.some(({ published }) => published);
  const around = { portal, offices, names, ...(home !== undefined && { home }), assets: assetUrls(theme, hasFeed) };
  const made = [...new Set(reports.map(({ town }) => town))].map((town) => {
    const own = reports.filter((report) => report.town === town);
    const files = renderTown(own, around);
    return { files, digest: { town, reports: own.map((report) => digestOf(report, names)), texts: textsIn(files) } };
  });
  const digests = made.map(({ digest }) => digest);
  return [...made.flatMap(({ files }) => files), ...renderSite(digests, around, theme)];
}
