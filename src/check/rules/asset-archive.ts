/** `asset/archive`: what a packed file holds cannot be checked, so somebody signs it off. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const assetArchive = defineRule({
  id: 'asset/archive',
  severity: 'warning',
  silence: 'with-reason',
  about: {
    zh: '压缩包里的内容程序看不到，个人信息常常就是这样漏出去的；读者在手机上也不便打开。',
    en: 'What an archive holds cannot be checked here, and personal data often leaks in one; on phones it is hard to open.',
  },
  *find(report) {
    const evidence = report.duties.flatMap((duty) => duty.evidence.flatMap((one) => one.link ?? []));
    for (const { url, at, target } of [...bodiesOf(report).flatMap((body) => body.links), ...evidence])
      if (target?.kind === 'asset' && /\.(?:zip|rar|7z|tar|t?gz|bz2|xz|cab|iso)$/i.test(target.path))
        yield { at, found: url };
  },
  say: {
    zh: ({ found }) =>
      `附件“${found}”是压缩包，无法检查其中有没有个人信息。请改为逐个上传文件；确需保留的，核对后写 <!-- 忽略 asset/archive：理由 -->。`,
    en: ({ found }) =>
      `The attachment “${found}” is an archive, whose content cannot be checked for personal data. Attach the files one by one; to keep it, write <!-- silence asset/archive: reason -->.`,
  },
});
