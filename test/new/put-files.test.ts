import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { putFiles } from '../../src/new/put-files.js';
import { filesIn, folderOf } from '../support/folder.js';

const NEW = { path: '2022/events/a.md', text: '新的' };

test('folders are made, and nothing but the files is left', () => {
  const folder = folderOf({});
  putFiles(folder, [NEW, { path: '2022/report.md', text: '报告' }]);
  expect(filesIn(folder)).toEqual(['2022/events/a.md', '2022/report.md']);
  expect(readFileSync(join(folder, NEW.path), 'utf8')).toBe('新的');
});

test('a file that is there is never written over, and what came before it is taken back', () => {
  const folder = folderOf({ '2022/events/b.md': '旧的' });
  const call = (): void => putFiles(folder, [NEW, { path: '2022/events/b.md', text: '新的' }]);
  expect(call).toThrow(EnvironmentError);
  expect(call).toThrow(`“${join(folder, '2022/events/b.md')}” is there already`);
  expect(filesIn(folder)).toEqual(['2022/events/b.md']);
  expect(readFileSync(join(folder, '2022/events/b.md'), 'utf8')).toBe('旧的');
});

test('a file in the place of a folder is said in words', () => {
  const folder = folderOf({ '2022/events': '不是文件夹' });
  expect(() => putFiles(folder, [NEW])).toThrow('is a file, not a folder; nothing was written');
});
