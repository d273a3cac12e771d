/** The nodes that a report's Markdown tree holds besides Markdown's own. */
import type { Node, PhrasingContent } from 'mdast';
import type { MarkerCall } from './marker-calls.js';
import type { Target } from './site.js';

/** `<!-- events -->`: where items of a section run in. Gone once the section is composed. */
export interface Marker extends Node {
  type: 'marker';
  call: MarkerCall;
}

/** An item's words, run in to a paragraph of its section. The `id` is the anchor that evidence links to. */
export interface ItemRun extends Node {
  type: 'item';
  children: PhrasingContent[];
  data: { hName: 'span'; hProperties: { id: string; className: string[] } };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    marker: Marker;
    item: ItemRun;
  }
  interface RootContentMap {
    marker: Marker;
    item: ItemRun;
  }
  interface LinkData {
    target?: Target | undefined;
  }
  interface ImageData {
    target?: Target | undefined;
  }
}
