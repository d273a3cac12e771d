import { bodiesOf } from '../model/entries.js';
import type { Asset, Site } from '../model/site.js';
import type { Span } from '../model/span.js';

/** Every published attachment and image, and the first place that refers to it. */
export function usedAssets(site: Site): { asset: Asset; at: Span }[] {
  // A county's bodies are many, its attachments few or none.
  if (site.assets.length === 0) return [];
  const first = new Map<string, Span>();
  for (const report of site.reports) {
    const evidence = report.duties.flatMap((duty) => duty.evidence.flatMap((one) => one.link ?? []));
    for (const { target, at } of [...bodiesOf(report).flatMap((body) => [...body.links, ...body.images]), ...evidence])
      if (target?.kind === 'asset' && !first.has(target.path)) first.set(target.path, at);
  }
  return site.assets.flatMap((asset) => {
    const at = first.get(asset.path);
    return at ? [{ asset, at }] : [];
  });
}
