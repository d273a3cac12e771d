/** Where an imported report goes: its folder within the content folder, and what `site.yaml` there says of offices. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { check } from '../build.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { isFilePath } from '../model/paths.js';
import type { Office } from '../model/site.js';

export interface ImportPlace {
  /** The content folder. */
  content: string;
  /** The report's folder in it, with `/`. */
  folder: string;
  /** Absent where there is no `site.yaml`. */
  offices?: Office[];
}

/** A county keeps towns in folders of their own: `content/junchuan/2022`. */
const MOST_LEVELS = 3;

/** The content folder is the nearest one above that has a `site.yaml`; where none has, the one that `out` lies in. */
export function placeOf(out: string): ImportPlace {
  const target = resolve(out);
  let above = dirname(target);
  for (let level = 0; level < MOST_LEVELS && !existsSync(join(above, 'site.yaml')); level += 1) above = dirname(above);
  const hasSite = existsSync(join(above, 'site.yaml'));
  const content = hasSite ? above : dirname(target);
  const folder = relative(content, target).replaceAll('\\', '/');
  if (!isFilePath(folder))
    throw new EnvironmentError({
      zh: `“${out}”不能作报告的文件夹。请写成 content/2022 的样子，文件夹名用字母、数字或汉字。`,
      en: `“${out}” cannot be a report's folder. Write it like content/2022, with letters and digits.`,
    });
  return { content, folder, ...(hasSite && { offices: check(content).site.offices }) };
}
