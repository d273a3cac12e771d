/** `IMPORT.md`: the review as a list to work through, in Chinese, beside the files that it speaks of. */
import type { Imported } from './import.js';
import type { Doubt, Review } from './review.js';

export const REVIEW_FILE = 'IMPORT.md';

export function reviewFile(review: Review, { fidelity, renumbered, diagnostics, document }: Imported): string {
  const { format } = document;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const same =
    fidelity.difference === undefined
      ? `全文 ${fidelity.characters} 字，与原文逐字相同（全角半角、空白和标题序号除外）。`
      : '全文与原文有不一致之处，见下面第一条。';
  return `${[
    '# 导入核对单',
    `这份报告由${FORMATS[format]}导入。${same}网页不显示这个文件；逐条核对后可以删去。`,
    '## 认出了什么',
    countsTable(review),
    ...section(
      '请核对',
      review.doubts.map((doubt) => `- [ ] ${sayDoubt(doubt)}`),
    ),
    ...section(
      '有日期、但没有作为活动的句子',
      review.noEvents.map((doubt) => `- ${sayDoubt(doubt)}`),
    ),
    ...section(
      '标题序号',
      renumbered.length === 0
        ? []
        : [
            '网页按公文格式自动编排序号，下面几处与原文不同：',
            '',
            '| 原文 | 网页 | 标题 |',
            '| --- | --- | --- |',
            ...review.renumbered.map(
              ({ source, page, title }) => `| ${cell(source) || '（无）'} | ${page} | ${cell(title)} |`,
            ),
          ],
    ),
    ...section(
      '没有收进正文的内容',
      review.dropped.map(({ words, reason }) => `- ${reason.zh}：“${inLine(words)}”`),
    ),
    ...section(
      '读取原文时的处理',
      review.remarks.map(
        ({ message, quotation }) => `- ${message.zh}${quotation === '' ? '' : `：“${inLine(quotation)}”`}`,
      ),
    ),
    ...(errors === 0 ? [] : ['## 还有错误', `fazhi check 报告 ${errors} 个错误，改正以前不能生成网页。`]),
  ].join('\n\n')}\n`;
}

const FORMATS = { docx: ' Word 文档', html: '网页', text: '纯文本', markdown: ' Markdown 文件' } as const;

function countsTable({ counts }: Review): string {
  const rows = counts.map(
    ({ name, recognised, doubtful, leftAsText }) =>
      `| ${name.zh} | ${recognised} | ${doubtful || ''} | ${leftAsText ?? ''} |`,
  );
  return ['| | 认出 | 存疑 | 留作正文 |', '| --- | --: | --: | --: |', ...rows].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function sayDoubt({ message, quotation, file }: Doubt): string {
  const place = file === undefined ? '' : `\`${file}\`：`;
  return `${place}${message.zh}${quotation === '' ? '' : `原文：“${inLine(quotation)}”`}`;
}

function inLine(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(/[<>]/gu, (mark) => (mark === '<' ? '&lt;' : '&gt;'));
}

function cell(words: string): string {
  return inLine(words).replaceAll('|', '\\|');
}
