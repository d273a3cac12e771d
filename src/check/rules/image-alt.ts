/** `image/alt`: an image says in words what it shows. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

/** What cameras, phones and programs call a file. */
const FILE_NAME =
  /\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic)$|^(?:img|dsc[fn]?|image|pic|photo|screenshot|mmexport|wechat ?img|微信图片|图片|照片|截图|未标题|未命名|无标题)[-_ ]*\d*$/i;

export const imageAlt = defineRule({
  id: 'image/alt',
  severity: 'error',
  silence: 'with-reason',
  about: {
    zh: '看不见图片的读者靠替代文字知道图里是什么；没有文字或只有文件名，等于没有这张图。',
    en: 'Readers who cannot see an image rely on its words; without them, or with a file name only, it might as well not be there.',
  },
  *find(report) {
    for (const { url, text, at } of bodiesOf(report).flatMap((body) => body.images)) {
      const words = text.trim();
      const file = fileIn(url);
      const isName = words === file || words === file.replace(/\.[^.]*$/, '');
      if (words === '' || FILE_NAME.test(words) || (isName && !DESCRIBED.test(words))) yield { at, found: words };
    }
  },
  say: {
    zh: ({ found }) =>
      (found === '' ? '图片没有替代文字。' : `图片的替代文字“${found}”只是文件名。`) +
      '请在方括号里写上图里是什么，例如 ![司法所工作人员在唐王广场发放宣传资料](现场.jpg)。',
    en: ({ found }) =>
      (found === '' ? 'The image has no alternative text. ' : `The alternative text “${found}” is a file name only. `) +
      'Write between the brackets what it shows.',
  },
});

/** A file named by what it shows lends its name. */
const DESCRIBED = /^\p{Script=Han}{3,}$/u;

function fileIn(url: string): string {
  const name = url.slice(url.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
