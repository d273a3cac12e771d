import type { Comparison } from './compare.js';
import type { Published, Way } from './publish.js';
import type { Version } from './records.js';

/** What a comparison comes to, in paths. */
export function resultOf(way: Way, version: Version, comparison: Comparison): Published {
  return {
    way,
    version: version.name,
    changed: comparison.changed.map(({ path }) => path),
    removed: comparison.removed,
    unchanged: comparison.unchanged.length,
    foreign: comparison.foreign.filter(({ kind }) => kind !== 'folder').map(({ path }) => path),
    resumed: 0,
  };
}
