/** What verifying finds: data, which the command prints for people or for programs. */
import type { Words } from '../diagnostics/diagnostic.js';

/**
 * `same`: served as it was built. Anything else is a fault: `missing`, `changed` (other bytes), `extra` (nobody built
 * it), `wrong-type` (the right bytes, announced as something that makes a browser go wrong), `redirected` (out of the
 * site, or in a circle), `refused` (not without a password or a right), `unreachable` (no whole answer).
 */
export type State = 'same' | 'missing' | 'changed' | 'extra' | 'wrong-type' | 'redirected' | 'refused' | 'unreachable';

/** A file of the site, or an address of it: `2022/`, which shows the bytes of `2022/index.html`; `./`, of the first page. */
export interface Checked {
  path: string;
  state: State;
  /** Of a fault: what was found. */
  words?: Words;
  /** What was found, as far as it was seen. */
  found?: Found;
}

export interface Found {
  /** Of the HTTP answer. */
  status?: number;
  /** Content-Type. */
  type?: string;
  /** Where a redirect leads. */
  location?: string;
  /** In bytes. */
  size?: number;
  sha256?: string;
}

/** Nothing that was built is served otherwise, and yet it should be better. */
export interface Hint {
  kind: HintKind;
  /** The files or addresses it is about, in order; none: the whole site. */
  paths: string[];
  words: Words;
}

export type HintKind =
  | 'own-list'
  | 'no-such-address'
  | 'https'
  | 'type'
  | 'charset'
  | 'policy'
  | 'nosniff'
  | 'referrer'
  | 'folder-address'
  | 'missing-page';

export interface Verification {
  /** The folder, or the site's address ending in `/`. */
  where: string;
  /** The manifest it was held against. */
  against: string;
  isUrl: boolean;
  /** By path: the listed files, `manifest.json`, then what no list names. */
  files: Checked[];
  /** The addresses of folders; none when a folder was verified. */
  addresses: Checked[];
  hints: Hint[];
}

export function faultsOf({ files, addresses }: Verification): Checked[] {
  return [...files, ...addresses].filter(({ state }) => state !== 'same');
}
