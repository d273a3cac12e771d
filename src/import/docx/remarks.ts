/** The words for what the reader of a Word document has decided by itself. */
import type { Words } from '../../diagnostics/diagnostic.js';

export const KINDS = {
  comment: { zh: '批注不属于正文，没有导入。', en: 'A comment is no part of the text and was left out.' },
  box: {
    zh: '文本框里的文字已放在它所在段落的后面，请核对位置。',
    en: 'The words of a text box were put after the paragraph it belongs to; check the place.',
  },
  header: { zh: '页眉或页脚不属于正文，没有导入。', en: 'A header or footer is no part of the text and was left out.' },
  picture: {
    zh: '图片的格式网页无法显示，没有导入。请另存为 PNG 或 JPG 后再插入。',
    en: 'The picture has a format that web pages cannot show and was left out. Save it as PNG or JPEG and insert it again.',
  },
  lost: { zh: '文件里缺少这张图片，没有导入。', en: 'The file lacks this picture; it was left out.' },
  linked: {
    zh: '图片是链接的外部文件，没有下载，也没有导入。请把图片插入文档后再导入。',
    en: 'The picture is a link to a file outside; it was neither fetched nor imported. Insert the picture itself and import again.',
  },
  covered: {
    zh: '合并的单元格下面还有看不见的文字，没有导入。',
    en: 'Under a merged cell there are words that nobody sees; they were left out.',
  },
  art: {
    zh: '艺术字没有导入。如属正文，请改为普通文字。',
    en: 'Lettering drawn as a shape was left out. If it is part of the text, type it.',
  },
  embedded: {
    zh: '文档里嵌入的另一个文件没有导入。请打开后把文字复制到正文。',
    en: 'Another file within the document was not imported. Open it and copy its words into the text.',
  },
  template: {
    zh: '文档引用了外部模板，没有读取。',
    en: 'The document refers to a template outside, which was not read.',
  },
  macros: {
    zh: '文档里有宏，没有运行，也没有导入。',
    en: 'The document has macros; they were neither run nor imported.',
  },
} as const satisfies Record<string, Words>;

export type Kind = keyof typeof KINDS;

const NAMES: Readonly<Record<Kind, Words>> = {
  comment: { zh: '条批注', en: 'comments' },
  box: { zh: '个文本框', en: 'text boxes' },
  header: { zh: '处页眉页脚', en: 'headers or footers' },
  picture: { zh: '张无法显示的图片', en: 'pictures that cannot be shown' },
  lost: { zh: '张缺少的图片', en: 'pictures that are lacking' },
  linked: { zh: '张链接的图片', en: 'linked pictures' },
  covered: { zh: '处看不见的单元格文字', en: 'covered cells' },
  art: { zh: '处艺术字', en: 'drawn letterings' },
  embedded: { zh: '个嵌入的文件', en: 'embedded files' },
  template: { zh: '个外部模板', en: 'templates' },
  macros: { zh: '个宏', en: 'macros' },
};

export const hidden: Words = { zh: '隐藏的文字没有导入。', en: 'Hidden words were left out.' };

export function more(kind: Kind, count: number): Words {
  return { zh: `此外还有 ${count} ${NAMES[kind].zh}。`, en: `There are ${count} more ${NAMES[kind].en}.` };
}

/** The quotation beside it is what was deleted. */
export function revisions(inserted: number, deleted: number, moved: number): Words {
  const zh = [`插入 ${inserted} 处`, `删除 ${deleted} 处`, ...(moved > 0 ? [`移动 ${moved} 处`] : [])].join('、');
  const en = [`${inserted} insertions`, `${deleted} deletions`, ...(moved > 0 ? [`${moved} moves`] : [])].join(', ');
  return {
    zh: `文档带有未处理的修订（${zh}），已按全部接受导入，请核对。`,
    en: `The document has tracked changes (${en}); it was imported with all of them accepted. Check them.`,
  };
}
