/** Pages to be. */
import type { ComponentChildren } from 'preact';
import type { Subject } from './frame.js';

export type Composed = [Subject, ComponentChildren];

/** `compose` uses nothing but `madeFrom` and the portal. */
export interface Plan {
  url: string;
  madeFrom: readonly unknown[];
  compose: () => Composed;
}
