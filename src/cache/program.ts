import { readOwnFile } from '../own-files.js';
import { GENERATOR } from './store.js';

/**
 * What tells one version of the program from another: all that a cached value was made by.
 *
 * Shape: `fazhi-cache 0.1.0 <sum of the compiled program> v20.20.2`. Node counts, since it brings its own tables of
 * characters. `undefined` where the program was not compiled: then nothing tells one version from the next.
 */
export function programOf(): string | undefined {
  try {
    const { version } = JSON.parse(readOwnFile('package.json')) as { version: string };
    return `${GENERATOR} ${version} ${readOwnFile('lib/bin/sum').trim()} ${process.version}`;
  } catch {
    return undefined;
  }
}
