/** What the thread that leads and those that make towns tell each other: plain data. */
import type { TownPlace } from '../assemble/assemble.js';
import type { Ground, MadeTown } from '../flow.js';
import type { TownDigest } from '../model/digest.js';
import type { ListedFile } from '../read/read.js';
import type { Elsewhere } from '../render/render.js';

/** Told once: what all towns have in common. */
export interface Shared {
  /** The content folder. */
  folder: string;
  ground: Ground;
  around: Elsewhere;
  strict: boolean;
}

/** A town to make. */
export interface Task {
  place: TownPlace;
  files: readonly ListedFile[];
  /** Whether pages are wanted, if nothing stands against them. */
  isRendered: boolean;
}

/** A page as it will be written. */
export interface EncodedPage {
  path: string;
  bytes: Uint8Array;
  sha256: string;
}

/** A town that somebody else has made. */
export interface DeliveredTown extends Omit<MadeTown, 'reports'> {
  digest: TownDigest;
  /** Absent where there are none. */
  pages?: EncodedPage[];
}

/** What comes back for a task. */
export type Answer = { made: DeliveredTown } | { problem: unknown };
