// @ts-check
/** Gives a peer the same words: the Markdown files of a content folder, and the site of its own that it builds them in. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies the Markdown files. Every key but the title is renamed, since some (`date`, `published`) mean something of
 * their own to them.
 *
 * @param {string} content @param {string} folder @param {(path: string) => string} nameOf
 */
export function handOver(content, folder, nameOf = (path) => path) {
  for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n---\n');
    const front = text.slice(0, end).replace(/^(?!title:)([a-z]+):/gm, 'x_$1:');
    save(join(folder, nameOf(file.slice(content.length + 1))), front + text.slice(end));
  }
}

/** Copies a folder of this one, its templates and settings. @param {string} name @param {string} site */
export function copySite(name, site) {
  cpSync(join(import.meta.dirname, name), site, { recursive: true });
}

/** @param {string} file @param {string} text */
export function save(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
