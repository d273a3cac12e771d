/** Paths inside the site's folder: relative, with `/`, as pages and `manifest.json` name them. */

/** The list of the site's files, itself the one file not listed. */
export const MANIFEST = 'manifest.json';
/** Where a build keeps its lock, its journal and the files it is about to put in place; gone when it is done. */
export const WORK = '.fazhi';
export const JOURNAL = `${WORK}/journal.json`;
export const STAGED = `${WORK}/staged`;

/** True for a path that leads to a file inside the folder, on every system, and is not one that `write` keeps itself. */
export function isPagePath(path: string): boolean {
  const parts = path.split('/');
  return (
    // Control characters, `\` and `C:` mean something else, or nothing, on one system or another.
    !/[\u0000-\u001f\u007f\\]|^[a-z]:/i.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..') &&
    alike(parts[0] ?? '') !== WORK &&
    alike(path) !== MANIFEST
  );
}

/** The folders above a path, outermost first: `a/b/c` -> `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) folders.push(path.slice(0, end));
  return folders;
}

/** Two paths that are alike are one file where the disk ignores case or the form of accents. */
export function alike(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
