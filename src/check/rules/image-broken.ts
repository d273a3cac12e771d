/** `image/broken`: an image lies in the content folder; a page asks nothing of other sites. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const imageBroken = defineRule({
  id: 'image/broken',
  severity: 'error',
  about: {
    zh: '图片要放在内容文件夹里：网页不向外站要任何东西，缺的图片会显示成空白。',
    en: 'An image lies in the content folder: pages ask nothing of other sites, and a missing one shows as a gap.',
  },
  *find(report) {
    for (const { url, at, target } of bodiesOf(report).flatMap((body) => body.images)) {
      if (target?.kind !== 'asset' && target?.kind !== 'unsafe')
        yield { at, found: url, isOutside: target?.kind === 'outside' };
    }
  },
  say: {
    zh: ({ found, isOutside }) =>
      isOutside
        ? `图片“${found}”在别的网站上，页面不能向外请求。请把图片存到内容文件夹，再写相对路径。`
        : `找不到图片“${found}”。请把图片放进内容文件夹，并写相对于本文件的路径。`,
    en: ({ found, isOutside }) =>
      isOutside
        ? `The image “${found}” is on another site, which no page may ask. Save it in the content folder and write its relative path.`
        : `There is no image “${found}”. Put it into the content folder and write its path relative to this file.`,
  },
});
