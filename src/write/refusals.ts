/**
 * The words for everything that can keep a site from being written: what, where, what to do. `out` is the folder as
 * the caller named it, other paths are relative to it unless said otherwise.
 */
import { EnvironmentError } from '../diagnostics/environment-error.js';

const NAMES_SHOWN = 10;

export function noFolder(out: string): EnvironmentError {
  return new EnvironmentError({
    zh: `“${out}”不是文件夹，或它的上级不是文件夹，无法在此生成网站。请换一个输出文件夹（--out），或移走这里的文件。`,
    en: `“${out}”, or something above it, is not a folder. Choose another output folder (--out) or move the file away.`,
  });
}

export function notOurs(out: string): EnvironmentError {
  return new EnvironmentError({
    zh: `文件夹“${out}”里已有文件，却没有 fazhi 写的 manifest.json，可能不是本程序生成的，因此没有改动。请换一个空文件夹（--out），或确认无用后清空它。`,
    en: `The folder “${out}” has files but no manifest.json by fazhi: it may not be ours, and was left as it is. Choose an empty folder (--out), or empty this one if nothing in it is needed.`,
  });
}

/** `file` is a whole path. */
export function unknownList(file: string): EnvironmentError {
  return new EnvironmentError({
    zh: `“${file}”不是 fazhi 写的，或已损坏，无法确认哪些文件是本程序生成的，因此没有改动。请换一个空文件夹（--out），或确认无用后清空它。`,
    en: `“${file}” was not written by fazhi, or is damaged, so nobody can tell which files are ours; nothing was changed. Choose an empty folder (--out), or empty this one if nothing in it is needed.`,
  });
}

export function inTheWay(out: string, names: readonly string[]): EnvironmentError {
  const shown = names.slice(0, NAMES_SHOWN);
  const more = names.length - shown.length;
  return new EnvironmentError({
    zh: `文件夹“${out}”里有不是本程序生成的内容，占了网页的位置：${shown.map((name) => `“${name}”`).join('、')}${more > 0 ? `等 ${names.length} 处` : ''}。没有改动任何文件。请移走或改名后再构建。`,
    en: `In the folder “${out}”, something that is not ours stands where a page must go: ${shown.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}. Nothing was changed. Move it away or rename it, then build again.`,
  });
}

/** `lock` is a whole path. */
export function alreadyBuilding(out: string, lock: string, pid: number): EnvironmentError {
  return new EnvironmentError({
    zh: `另一个构建（进程 ${pid}）正在写入“${out}”。请等它结束后再构建；如果确实没有构建在运行，请删除“${lock}”。`,
    en: `Another build (process ${pid}) is writing “${out}”. Build again when it has ended; if no build is running, delete “${lock}”.`,
  });
}

/** `lock` is a whole path. */
export function buildingElsewhere(out: string, lock: string, host: string): EnvironmentError {
  return new EnvironmentError({
    zh: `计算机“${host}”上的构建正在写入“${out}”，或曾在写入时中断。请等它结束后再构建；如果确实没有构建在运行，请删除“${lock}”。`,
    en: `A build on the computer “${host}” is writing “${out}”, or was cut off while it did. Build again when it has ended; if no build is running, delete “${lock}”.`,
  });
}

/** `source` is the path as the page names it. */
export function unreadableSource(source: string, cause: unknown): EnvironmentError {
  const code = systemCode(cause) ?? '';
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  return new EnvironmentError(
    {
      zh: `${isMissing ? `找不到文件“${source}”` : `无法读取文件“${source}”（${code}）`}，网站没有改动。请检查这个文件后再构建。`,
      en: `${isMissing ? `The file “${source}” is missing` : `The file “${source}” cannot be read (${code})`}; the site was not changed. Check that file, then build again.`,
    },
    { cause },
  );
}

/**
 * A failure of the file system in words. `where` is a whole path; `isChanged` tells whether pages had begun to change.
 * Anything that is not the system's doing is a bug and comes back as it is.
 */
export function inWords(error: unknown, where: string, isChanged: boolean): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const state = isChanged
    ? { zh: '网站只更新了一部分，但每个文件都是完整的，', en: 'The site is updated in part, each file being whole;' }
    : { zh: '原有的网站没有改动，', en: 'The earlier site was not changed;' };
  const { what, remedy } = explain(code, where);
  return new EnvironmentError(
    { zh: `${what.zh}。${state.zh}${remedy.zh}。`, en: `${what.en}. ${state.en} ${remedy.en}.` },
    { cause: error },
  );
}

function explain(code: string, where: string) {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        what: {
          zh: `磁盘已满，或超出了配额，无法写入“${where}”`,
          en: `The disk is full, or a quota is used up: “${where}” cannot be written`,
        },
        remedy: { zh: '请腾出空间后再构建', en: 'free some space, then build again' },
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        what: { zh: `没有读写“${where}”的权限`, en: `No permission to read and write “${where}”` },
        remedy: {
          zh: '请让管理员开通权限，或换一个输出文件夹（--out）',
          en: 'get that permission, or choose another output folder (--out)',
        },
      };
    case 'ENAMETOOLONG':
      return {
        what: {
          zh: `路径太长：“${where}”（一个文件名最多 255 字节，约 85 个汉字）`,
          en: `The path “${where}” is too long (a file name has at most 255 bytes)`,
        },
        remedy: {
          zh: '请把对应的内容文件名或输出文件夹（--out）改短',
          en: 'shorten the name of the content file or of the output folder (--out)',
        },
      };
    default:
      return {
        what: { zh: `无法写入“${where}”（${code}）`, en: `“${where}” cannot be written (${code})` },
        remedy: {
          zh: '请检查输出文件夹（--out）和磁盘后再构建',
          en: 'check the output folder (--out) and the disk, then build again',
        },
      };
  }
}

/** The code of a failed system call; of a file that Node finds too large to read, as well. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || error.code === 'ERR_FS_FILE_TOO_LARGE' ? error.code : undefined;
}
