import { describe, expect, test } from 'vitest';
import { editorOf, linkInEditor } from '../../src/serve/editor.js';

describe('the clerk’s editor', () => {
  test.each([
    [{ TERM_PROGRAM: 'vscode' }, 'vscode'],
    [{ VSCODE_IPC_HOOK_CLI: '/run/user/1000/vscode-ipc.sock' }, 'vscode'],
    [{ TERM_PROGRAM: 'Apple_Terminal' }, 'none'],
    [{}, 'none'],
  ])('in the environment %j is %s', (environment, editor) => {
    expect(editorOf(environment)).toBe(editor);
  });
});

describe('a link into VS Code', () => {
  const at = { line: 4, column: 9 };

  test.each([
    ['/srv/content/2022/report.md', 'vscode://file/srv/content/2022/report.md:4:9'],
    ['/均川镇/名 单#1?.md', 'vscode://file/%E5%9D%87%E5%B7%9D%E9%95%87/%E5%90%8D%20%E5%8D%95%231%3F.md:4:9'],
    ['D:\\报告\\2022\\report.md', 'vscode://file/D:/%E6%8A%A5%E5%91%8A/2022/report.md:4:9'],
    ['\\\\server\\share\\report.md', 'vscode://file//server/share/report.md:4:9'],
  ])('opens %s', (file, link) => {
    expect(linkInEditor('vscode', file, at)).toBe(link);
  });

  test('is none for another editor', () => {
    expect(linkInEditor('none', '/a.md', at)).toBeUndefined();
  });
});
