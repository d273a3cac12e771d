/** The page of downloads: what each file is for, in words, with the size and the sum of the very bytes. */
import { createHash } from 'node:crypto';
import type { DataProps, Download } from '../../../templates/data.js';
import type { Report } from '../../model/site.js';
import { folderOf } from '../entries.js';
import { dateFacts } from '../dates.js';
import { linkTo } from '../link-to.js';
import { FEED } from './feed.js';

/** Those a clerk or an inspector opens first, those for programs last. */
const FILES: readonly { file: string; name: string; about: string }[] = [
  {
    file: 'events.csv',
    name: '普法大事记表格',
    about: '用 Excel 或 WPS 表格打开，每项活动一行：起止日期和报告的写法、单位、地点、数据、报告原文和网址。',
  },
  {
    file: 'checklist.csv',
    name: '责任清单表格',
    about: '用 Excel 或 WPS 表格打开，每项职责一行：责任人、依据、状态、期限和佐证，便于督察核对。',
  },
  {
    file: 'follow-up.csv',
    name: '问题与整改表格',
    about: '用 Excel 或 WPS 表格打开，每项不足和它的每项整改任务一行，写明结果；各年度的表格可以接在一起。',
  },
  {
    file: 'events.ics',
    name: '普法大事记日历',
    about: '导入手机或电脑的日历。报告没有写明哪一天的活动，标题后注明报告的写法，例如“（6月初）”。',
  },
  {
    file: 'article.html',
    name: '门户发布用正文',
    about:
      '供门户网站管理员粘贴到内容管理系统的“源代码”里：只有正文，后附大事记和责任清单，没有脚本和样式表。标题请填在系统的标题栏。',
  },
  {
    file: 'report.md',
    name: '报告全文（Markdown）',
    about: '带标题层次的纯文本，用任何文本编辑器都能打开，便于存档、比对和转载。',
  },
  {
    file: 'report.json',
    name: '报告数据（JSON）',
    about: '供程序读取：章节、活动、职责、不足、任务和单位，以及它们之间的联系。',
  },
  {
    file: 'report.schema.json',
    name: '数据格式说明（JSON Schema）',
    about: '说明上面的报告数据有哪些项目，供编写和检验程序使用。',
  },
];

/** `texts` are the files of the report's data folder, by name; those that it does not have are not spoken of. */
export function dataPage(
  report: Report,
  texts: ReadonlyMap<string, string>,
  { url, hasFeed }: { url: string; hasFeed: boolean },
): DataProps {
  const folder = `${folderOf(report.path)}data/`;
  return {
    lede: `${report.year}年度报告的文字和数据，可以下载、引用和再利用；内容与各页面相同，全部出自报告原文。`,
    facts: [{ label: '发布机构', value: report.organ }, ...dateFacts(report)],
    downloads: FILES.flatMap(({ file, name, about }): Download[] => {
      const text = texts.get(file);
      if (text === undefined) return [];
      return [
        {
          id: `data--${file.replaceAll('.', '-')}`,
          name,
          file,
          href: linkTo(url, folder + file),
          about,
          size: sizeWords(Buffer.byteLength(text)),
          sum: createHash('sha256').update(text).digest('hex'),
        },
      ];
    }),
    ...(hasFeed && { feed: { href: linkTo(url, FEED) } }),
    manifest: { href: linkTo(url, 'manifest.json') },
  };
}

function sizeWords(bytes: number): string {
  return bytes < 1024 ? `${bytes} 字节` : `${(bytes / 1024).toFixed(1)} KB`;
}
