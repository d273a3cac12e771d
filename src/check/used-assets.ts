import { attachmentsOf } from '../model/attachments.js';
import type { Asset, Site } from '../model/site.js';
import type { Span } from '../model/span.js';

/** Every published attachment and image, and the first place that refers to it. */
export function usedAssets(site: Site): { asset: Asset; at: Span }[] {
  // A county's bodies are many, its attachments few or none.
  if (site.assets.length === 0) return [];
  const first = new Map<string, Span>();
  for (const { path, at } of site.reports.flatMap(attachmentsOf)) if (!first.has(path)) first.set(path, at);
  return site.assets.flatMap((asset) => {
    const at = first.get(asset.path);
    return at ? [{ asset, at }] : [];
  });
}
