/**
 * Which items run in where.
 *
 * `<!-- events: ID -->` calls the items it names, `<!-- events -->` all others of its kind. What two markers call runs in
 * at the first; what none calls follows the body.
 */
import { KIND_OF, type Item, type ItemKind } from './site.js';

/** What a marker calls: items of a kind, or of these only those it names. */
export interface MarkerCall {
  kind: ItemKind;
  ids?: readonly string[];
}

/** In: the markers of a section in their order, and its items. Out: the items of each marker, and the others. */
export function callItems<T extends Pick<Item, 'kind' | 'id'>>(
  markers: readonly MarkerCall[],
  items: readonly T[],
): { called: T[][]; others: T[] } {
  const named = new Set(markers.flatMap(({ kind, ids = [] }) => ids.map((id) => `${kind} ${id}`)));
  const waiting = new Set(items);
  const called = markers.map(({ kind, ids }) => {
    const ofKind = [...waiting].filter((item) => item.kind === kind);
    const mine = ids
      ? ids.flatMap((id) => ofKind.find((item) => item.id === id) ?? [])
      : ofKind.filter(({ id }) => !named.has(`${kind} ${id}`));
    for (const item of mine) waiting.delete(item);
    return mine;
  });
  return {
    called,
    others: Object.values(KIND_OF).flatMap((kind) => [...waiting].filter((item) => item.kind === kind)),
  };
}
