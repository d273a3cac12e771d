/**
 * The words for everything that keeps a site from being published: what, where, what to do. `target` is the name of the
 * target, paths are relative to it unless said otherwise.
 */
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Words } from '../diagnostics/diagnostic.js';
import type { Progress, Way } from './publish.js';

const NAMES_SHOWN = 10;

/** Publishing itself refuses, before anything has changed; its words say so. */
export class Refusal extends EnvironmentError {}

export function noParent(folder: string): Refusal {
  return new Refusal({
    zh: `没有文件夹“${folder}”，所以不能在里面发布。请检查路径，或先建好这个文件夹；如果是共享文件夹，请先挂载。`,
    en: `There is no folder “${folder}” to publish in. Check the path, or make the folder; mount it first if it is a share.`,
  });
}

export function notFolder(target: string): Refusal {
  return new Refusal({
    zh: `“${target}”是文件，不是文件夹，没有改动。请换一个发布位置，或移走这个文件。`,
    en: `“${target}” is a file, not a folder; it was left as it is. Choose another target, or move the file away.`,
  });
}

export function linkElsewhere(target: string, leadsTo: string): Refusal {
  return new Refusal({
    zh: `“${target}”是一个链接，指向“${leadsTo}”，不是本程序建的，没有改动。要发布到那里，请直接写那个文件夹的路径。`,
    en: `“${target}” is a link to “${leadsTo}” that is not ours; it was left as it is. To publish there, give that folder's own path.`,
  });
}

/** `path` is as it was given. */
export function noName(path: string): Refusal {
  return new Refusal({
    zh: `“${path}”是根目录，不能发布到这里。请写明给这个网站的文件夹。`,
    en: `“${path}” is the root of a disk, where no site is published. Name a folder for this site.`,
  });
}

export function overlapping(target: string, other: string): Refusal {
  return new Refusal({
    zh: `发布位置“${target}”和“${other}”互相包含，或是同一个文件夹，没有发布。请换一个位置。`,
    en: `The target “${target}” and “${other}” are one folder, or one is within the other; nothing was published. Choose another target.`,
  });
}

export function somethingInTheWay(target: string, paths: readonly string[]): Refusal {
  const shown = listed(paths);
  return new Refusal({
    zh: `“${target}”里有不是本程序放的内容，占了网站文件的位置：${shown.zh}。没有改动任何文件。请移走或改名后再发布。`,
    en: `In “${target}”, something that is not ours stands where a file of the site must go: ${shown.en}. Nothing was changed. Move it away or rename it, then publish again.`,
  });
}

export function notCarried(target: string, paths: readonly string[]): Refusal {
  const shown = listed(paths);
  return new Refusal({
    zh: `“${target}”里有既不是文件、也不是文件夹的内容，不能带到新版里：${shown.zh}。没有改动任何文件。请移走后再发布。`,
    en: `In “${target}” there is something that is neither a file nor a folder and cannot be taken along: ${shown.en}. Nothing was changed. Move it away, then publish again.`,
  });
}

export function overtaken(): Refusal {
  return new Refusal({
    zh: '另一个人正在向同一个位置发布，而且开始得更晚，这一次已停下，没有切换。请等那一次结束后看看网站，需要时再发布。',
    en: 'Somebody else has begun to publish to the same target since; this publish has stopped without switching. Look at the site when theirs has ended, and publish again if need be.',
  });
}

export function changedMeanwhile(target: string, paths: readonly string[]): Refusal {
  const shown = listed(paths);
  return new Refusal({
    zh: `传到“${target}”的文件有的不见了，或大小不对：${shown.zh}。没有切换，原有的网站没有改动。请再执行一次。`,
    en: `Files that were put for “${target}” are gone, or have another size: ${shown.en}. The earlier site was not changed. Publish again.`,
  });
}

export function noPrevious(target: string): Refusal {
  return new Refusal({
    zh: `“${target}”没有可以退回的上一版，没有改动。只有用 fazhi publish 发布过至少两次，才能退回。`,
    en: `“${target}” has no earlier version to go back to; nothing was changed. There is one after the second fazhi publish.`,
  });
}

export function nothingThere(target: string): Refusal {
  return new Refusal({
    zh: `“${target}”还没有发布过，没有可以退回的上一版。`,
    en: `Nothing has been published to “${target}” yet, so there is no version to go back to.`,
  });
}

export function incomplete(target: string, paths: readonly string[]): Refusal {
  const shown = listed(paths);
  return new Refusal({
    zh: `“${target}”的上一版已不完整：${shown.zh}。没有退回，网站没有改动。请用当时的内容重新发布。`,
    en: `The earlier version of “${target}” is no longer whole: ${shown.en}. The site was not changed. Publish the content of that time again.`,
  });
}

export function noLink(target: string): EnvironmentError {
  return new EnvironmentError({
    zh: `放“${target}”的文件夹里不能再建符号链接。`,
    en: `The folder that holds “${target}” no longer takes symbolic links.`,
  });
}

export function notOurZip(file: string): Refusal {
  return new Refusal({
    zh: `“${file}”已经在那里，不是本程序写的，没有改动。请换一个文件名，或移走它。`,
    en: `“${file}” is there already and is not ours; it was left as it is. Choose another name, or move it away.`,
  });
}

export function noZipRollback(file: string): Refusal {
  return new Refusal({
    zh: `“${file}”是压缩文件，不保留上一版，不能用 --rollback。请用当时的内容重新生成。`,
    en: `“${file}” is an archive, which keeps no earlier version: --rollback does not work for it. Write it again from the content of that time.`,
  });
}

/** A failure of the file system in words; anything else is a bug, or has its words, and comes back as it is. */
export function folderFault(file: string, error: unknown): unknown {
  if (error instanceof EnvironmentError || !(error instanceof Error) || !('syscall' in error) || !('code' in error))
    return error;
  const { zh, en } = explain(String(error.code));
  return new EnvironmentError({ zh: `“${file}”：${zh}。`, en: `“${file}”: ${en}.` }, { cause: error });
}

function explain(code: string): Words {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        zh: '磁盘已满，或超出了配额，请腾出空间',
        en: 'the disk is full, or a quota is used up; free some space',
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { zh: '没有读写权限，请让管理员开通', en: 'permission to read and write it is missing' };
    case 'ENAMETOOLONG':
      return { zh: '路径太长', en: 'the path is too long' };
    default:
      return { zh: `无法读写（${code}）`, en: `cannot be read or written (${code})` };
  }
}

/** The words of a place with what became of the site. */
export function withState({ words, cause }: EnvironmentError, way: Way, progress: Progress): EnvironmentError {
  const state = STATES[way === 'zip' ? way : progress === 'within' ? (`within ${way}` as const) : progress];
  return new EnvironmentError({ zh: `${words.zh}\n${state.zh}`, en: `${words.en}\n${state.en}` }, { cause });
}

const STATES = {
  before: {
    zh: '线上的网站没有改动。解决后再执行一次，已经传好的文件不会重传。',
    en: 'The site that is online was not changed. Mend this and call again; files that were put are not put again.',
  },
  zip: {
    zh: '原来的文件没有改动。解决后再执行一次。',
    en: 'The earlier file was not changed. Mend this and call again.',
  },
  'within link': {
    zh: '线上的网站是完整的，不是旧版就是新版。解决后再执行一次。',
    en: 'The site that is online is whole, either the old one or the new one. Mend this and call again.',
  },
  'within files': {
    zh: '线上的网站只更新了一部分，但每个文件都是完整的。解决后再执行一次就会接着完成；也可以用 --rollback 退回更新前。',
    en: 'The site that is online is updated in part, each file being whole. Mend this and call again to go on with it, or go back with --rollback.',
  },
  after: {
    zh: '线上已经是新版，只有收尾没有做完。解决后再执行一次即可。',
    en: 'The new version is online; only tidying up is left. Mend this and call again.',
  },
} as const satisfies Readonly<Record<string, Words>>;

function listed(paths: readonly string[]): Words {
  const shown = paths.slice(0, NAMES_SHOWN).map((path) => `“${path}”`);
  const more = paths.length - shown.length;
  return {
    zh: `${shown.join('、')}${more > 0 ? `等 ${paths.length} 处` : ''}`,
    en: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
