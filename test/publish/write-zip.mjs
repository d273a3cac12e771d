// @ts-check
/**
 * Writes the archive of a built folder, in a process of its own: with the zone and language that it is given.
 *
 *     node test/publish/write-zip.mjs FOLDER FILE
 *
 * Where `ORDINARY_USER` is set, root acts as that user. Exits with 2, and the Chinese words, when it is refused.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '../../lib/src/diagnostics/environment-error.js';
import { versionOf } from '../../lib/src/publish/records.js';
import { publishZip } from '../../lib/src/publish/zip.js';

const [root = '', file = ''] = process.argv.slice(2);
const version = versionOf(readFileSync(join(root, 'manifest.json'), 'utf8'));
if (version === undefined) throw new Error(`${root} was not built by fazhi.`);
const user = Number(process.env['ORDINARY_USER'] ?? 0);
if (user > 0 && process.getuid?.() === 0) process.setuid?.(user);
try {
  await publishZip({ root, version }, file);
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  process.stderr.write(error.words.zh);
  process.exitCode = 2;
}
