/** Why the system will not open something, in words. */
import type { Words } from '../diagnostics/diagnostic.js';

const REASONS: Readonly<Record<string, Words>> = {
  EACCES: { zh: '没有读取权限', en: 'permission denied' },
  EPERM: { zh: '没有读取权限', en: 'permission denied' },
  ENOENT: { zh: '它不存在', en: 'it does not exist' },
  ELOOP: { zh: '链接指向自身', en: 'the link leads to itself' },
  EBUSY: { zh: '它正被别的程序占用', en: 'another program holds it' },
  EMFILE: { zh: '打开的文件太多', en: 'too many files are open' },
  ENAMETOOLONG: { zh: '路径太长', en: 'the path is too long' },
  EIO: { zh: '磁盘读取出错', en: 'the disk cannot be read' },
};

/** Errors: whatever the system did not refuse is handed on. */
export function reasonOf(error: unknown): Words {
  // What the system did not refuse is a bug of ours, and must not pass for a fault of the folder.
  if (!(error instanceof Error && 'code' in error)) throw error;
  const code = String(error.code);
  return REASONS[code] ?? { zh: `系统报告 ${code}`, en: `the system reports ${code}` };
}
