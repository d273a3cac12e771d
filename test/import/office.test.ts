/** Conversion by LibreOffice, with programs in its place that do what it may do. */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { convertWithOffice, officeProgram } from '../../src/import/office.js';
import { filesIn, folderOf } from '../support/folder.js';

const SAVE_AS_ZH = '请用 Word 或 WPS 打开，选“另存为”，保存类型选“Word 文档（*.docx）”，再导入另存的文件。';
const SAVE_AS_EN =
  'Open it in Word or WPS, choose “Save as” and the type “Word document (*.docx)”, then import that file.';

/** A folder with a program of this name that runs the script; `seen.json` is where it may say what it saw. */
function standIn(script: string, name = 'soffice'): string {
  const folder = folderOf({ [name]: `#!${process.execPath}\n${script}` });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

const CONVERTS = `
  const { mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
  const { dirname, join } = require('node:path');
  const { fileURLToPath } = require('node:url');
  const [profile, ...rest] = process.argv.slice(2);
  const [out, file] = rest.slice(-2);
  const folder = fileURLToPath(profile.split('=')[1]);
  const settings = readFileSync(join(folder, 'user/registrymodifications.xcu'), 'utf8');
  writeFileSync(join(dirname(__filename), 'seen.json'), JSON.stringify({ folder: dirname(file), file: file.slice(dirname(file).length + 1), rest: rest.slice(0, -2), settings }));
  mkdirSync(out);
  writeFileSync(join(out, 'report.docx'), 'PK' + readFileSync(file, 'utf8'));
`;

function refusal(file: string, options: Parameters<typeof convertWithOffice>[1]): unknown {
  try {
    return convertWithOffice(file, options);
  } catch (error) {
    return error instanceof EnvironmentError ? error.words : error;
  }
}

function leftOvers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('fazhi-office-'));
}

describe.skipIf(process.platform === 'win32')('a program on the path', () => {
  test.each(['soffice', 'libreoffice'])(
    'named %s converts a copy, with macros off and a profile of its own',
    (name) => {
      const bin = standIn(CONVERTS, name);
      const content = folderOf({ '-报告 2022.DOC': '一年来，' });
      const converted = convertWithOffice(join(content, '-报告 2022.DOC'), { environment: { PATH: bin } });
      expect(new TextDecoder().decode(converted)).toBe('PK一年来，');
      const seen = JSON.parse(readFileSync(join(bin, 'seen.json'), 'utf8')) as Record<string, unknown>;
      expect(seen).toMatchObject({
        file: 'report.doc',
        rest: ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx:MS Word 2007 XML', '--outdir'],
        settings: expect.stringContaining('"DisableMacrosExecution" oor:op="fuse"><value>true<') as unknown,
      });
      expect(filesIn(content)).toEqual(['-报告 2022.DOC']);
      expect(leftOvers()).not.toContain(String(seen['folder']).slice(tmpdir().length + 1));
    },
  );

  test('that makes nothing is said to have failed, in words', () => {
    const file = join(folderOf({ 'a.doc': '' }), 'a.doc');
    const bin = standIn('process.exit(77)');
    expect(refusal(file, { environment: { PATH: bin } })).toEqual({
      zh: `LibreOffice 无法转换“${file}”（${join(bin, 'soffice')}: 77）；文件可能已损坏，或有密码。${SAVE_AS_ZH}`,
      en: `LibreOffice cannot convert “${file}” (${join(bin, 'soffice')}: 77); it may be damaged, or protected by a password. ${SAVE_AS_EN}`,
    });
  });

  test('that does not end is stopped, with what it has started', async () => {
    const file = join(folderOf({ 'a.wps': '' }), 'a.wps');
    const bin = standIn(`
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600000)'], { stdio: 'ignore' });
      require('node:fs').writeFileSync(require('node:path').join(__dirname, 'child'), String(child.pid));
      process.on('SIGTERM', () => {});
    `);
    expect(refusal(file, { environment: { PATH: bin }, limitMs: 3000 })).toEqual({
      zh: `LibreOffice 用了 3 秒还没有转换完“${file}”，已停止。${SAVE_AS_ZH}`,
      en: `LibreOffice had not converted “${file}” after 3 seconds and was stopped. ${SAVE_AS_EN}`,
    });
    await expect.poll(() => isRunning(Number(readFileSync(join(bin, 'child'), 'utf8')))).toBe(false);
  });

  test('that cannot be started is said to have failed', () => {
    const file = join(folderOf({ 'a.doc': '' }), 'a.doc');
    const bin = folderOf({ soffice: 'kein Programm' });
    expect(refusal(file, { environment: { PATH: bin } })).toMatchObject({
      zh: expect.stringContaining(`LibreOffice 无法转换“${file}”`) as unknown,
    });
  });
});

test('without LibreOffice the clerk is told how to save the file', () => {
  const file = join(folderOf({ '报告.doc': '' }), '报告.doc');
  expect(refusal(file, { environment: { PATH: '' } })).toEqual({
    zh: `“${file}”不是 .docx，要先转换，而这台电脑上没有安装 LibreOffice。${SAVE_AS_ZH}`,
    en: `“${file}” is not a .docx and must be converted first, but LibreOffice is not installed here. ${SAVE_AS_EN}`,
  });
});

test('a file that is not there is said to be missing', () => {
  expect(refusal('没有.doc', { environment: { PATH: '' } })).toEqual({
    zh: '找不到文件“没有.doc”。请检查路径。',
    en: 'The file “没有.doc” is missing. Check the path.',
  });
});

test('the program is found where the installers of Windows and macOS put it', () => {
  const windows = folderOf({ 'LibreOffice/program/soffice.exe': '' });
  expect(officeProgram({ Path: '', ProgramFiles: windows }, 'win32')).toBe(
    join(windows, 'LibreOffice/program/soffice.exe'),
  );
  const home = folderOf({ 'Applications/LibreOffice.app/Contents/MacOS/soffice': '' });
  expect(officeProgram({ HOME: home }, 'darwin')).toBe(
    join(home, 'Applications/LibreOffice.app/Contents/MacOS/soffice'),
  );
  expect(officeProgram({ HOME: home, ProgramFiles: windows }, 'linux')).toBeUndefined();
});

/** A killed process whose parent is gone may stay listed until somebody collects it: that is not running. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
