/** The word of each kind's marker, which is its folder's name too. */
import type { ItemKind } from '../model/site.js';

export const MARKERS: Readonly<Record<ItemKind, string>> = {
  event: 'events',
  duty: 'duties',
  shortcoming: 'shortcomings',
  task: 'tasks',
};
