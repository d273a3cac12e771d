/** `asset/too-large`: a file that a page offers can be opened on a slow line. */
import { assetsOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

const MB = 1_000_000;
const AT_MOST = { image: 2 * MB, attachment: 20 * MB } as const;
const IMAGE = /\.(?:jpe?g|png|gif|webp|bmp|avif|tiff?)$/i;

export const assetTooLarge = defineRule({
  id: 'asset/too-large',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '图片超过 2 MB、附件超过 20 MB，手机和村里的网络打开很慢，门户也可能拒收。',
    en: 'An image above 2 MB or an attachment above 20 MB opens slowly on phones, and the portal may refuse it.',
  },
  *find(report) {
    for (const { path, bytes, at } of assetsOf(report)) {
      const kind = IMAGE.test(path) ? 'image' : 'attachment';
      if (bytes > AT_MOST[kind]) yield { at, found: path, megabytes: (bytes / MB).toFixed(1), kind };
    }
  },
  say: {
    zh: ({ found, megabytes, kind }) =>
      kind === 'image'
        ? `图片“${found}”有 ${megabytes} MB，打开很慢。请缩到 2 MB 以内，例如宽 1600 像素、存成 JPG。`
        : `附件“${found}”有 ${megabytes} MB，打开很慢。请压缩其中的图片或分成几个文件，每个不超过 20 MB。`,
    en: ({ found, megabytes, kind }) =>
      kind === 'image'
        ? `The image “${found}” has ${megabytes} MB. Make it smaller than 2 MB, such as 1600 pixels wide and saved as JPG.`
        : `The attachment “${found}” has ${megabytes} MB. Compress the pictures in it or split it, to 20 MB at most.`,
  },
});
