/** Paths of the site's files: relative, with `/`. */

/** True for a path that leads to a file inside a folder, on every system. */
export function isFilePath(path: string): boolean {
  // Control characters, `\\` and `C:` mean something else, or nothing, on one system or another.
  return (
    !/[\u0000-\u001f\u007f\\]|^[a-z]:/i.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
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
  // Most paths are what they would become.
  if (/^[a-z0-9/._-]*$/.test(path)) return path;
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
