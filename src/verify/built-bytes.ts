import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile } from '../model/manifest.js';
import type { Manifest } from './manifest.js';

/** The bytes that were built, if they still lie beside the list; they only help to say what has changed. */
export function builtBytes({ folder }: Manifest, { path, sha256 }: ListedFile): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, path));
  } catch {
    return undefined;
  }
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}
