/** Facts that a portal's page gives about a document, by the labels that portals use. */
import type { Metadata, MetadataKey } from './document.js';

/** What a label names. */
export const LABEL_KEYS: Readonly<Record<string, MetadataKey>> = {
  索引号: 'index',
  信息索引号: 'index',
  发布机构: 'organ',
  公开机构: 'organ',
  发文机关: 'organ',
  发文单位: 'organ',
  成文日期: 'adopted',
  发文日期: 'adopted',
  生成日期: 'adopted',
  发布日期: 'published',
  发布时间: 'published',
  公开日期: 'published',
  文号: 'number',
  发文字号: 'number',
  文件编号: 'number',
  作者: 'author',
  关键词: 'keywords',
  主题词: 'keywords',
  信息名称: 'title',
  来源: 'organ',
  信息来源: 'organ',
};
/** Labels whose values nobody needs. */
const OTHERS =
  /^(?:信息类别|组配分类|公开范围|公开方式|有效性|主题分类|体裁分类|责任编辑|浏览次数|阅读次数|字号|字体)$/u;
const LABELLED =
  /(?<label>[\p{Script=Han}](?:[ \u3000]?[\p{Script=Han}]){1,5})[ \u3000]*[：:][ \u3000]*(?<value>[^：:]*?)(?=[ \t\u3000|｜]+[\p{Script=Han}]{2,5}[ \u3000]*[：:]|$)/gu;

/** Stands for the colon of 9:30, which divides no label from its value. */
const TIME_COLON = '\u2236';

/** The facts of a line that holds nothing else; `undefined` for any other line. */
export function factsIn(line: string): Metadata | undefined {
  const text = line
    .trim()
    .replaceAll('：', ':')
    .replace(/(?<=[0-9]):(?=[0-9])/gu, TIME_COLON);
  const found = [...text.matchAll(LABELLED)];
  const labels = found.map(({ groups }) => groups?.['label'] ?? '');
  const isWhole = found[0]?.index === 0 && labels.every((label) => label in LABEL_KEYS || OTHERS.test(label));
  if (!isWhole || found.length === 0) return undefined;
  const facts: Metadata = {};
  for (const { groups } of found) {
    const key = LABEL_KEYS[groups?.['label'] ?? ''];
    const value = (groups?.['value'] ?? '').replaceAll(TIME_COLON, ':').trim();
    if (key !== undefined && !/^(?:|无|[-—/]+)$/u.test(value)) facts[key] ??= value;
  }
  return facts;
}
