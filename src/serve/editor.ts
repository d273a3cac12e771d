/** Links that open a content file where it is to be mended, for clerks who write in VS Code. */

export const EDITORS = ['vscode', 'none'] as const;
export type Editor = (typeof EDITORS)[number];

/** The editor whose terminal the program was started from. */
export function editorOf(environment: Readonly<Record<string, string | undefined>>): Editor {
  const isVsCode =
    environment['TERM_PROGRAM'] === 'vscode' || Object.keys(environment).some((name) => name.startsWith('VSCODE_'));
  return isVsCode ? 'vscode' : 'none';
}

/**
 * The link that opens a file in VS Code.
 *
 * Shape: `/srv/镇/report.md` -> `vscode://file/srv/%E9%95%87/report.md:4:9`,
 *        `C:\镇\report.md` -> `vscode://file/C:/%E9%95%87/report.md:4:9`.
 * Units: lines and columns from 1; `file` is absolute.
 */
export function linkInEditor(editor: Editor, file: string, at: { line: number; column: number }): string | undefined {
  if (editor === 'none') return undefined;
  const path = /^(?:[a-z]:|\\\\)/i.test(file) ? file.replaceAll('\\', '/') : file;
  const drive = /^[a-z]:/i.exec(path)?.[0];
  const encoded = path
    .slice(drive?.length ?? 0)
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return `vscode://file${drive === undefined ? '' : `/${drive}`}${encoded}:${at.line}:${at.column}`;
}
