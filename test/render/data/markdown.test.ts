/** The full text as Markdown, read back by a parser that is not ours and compared with the page. */
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../../src/diagnostics/diagnostic.js';
import { assemble, read, render } from '../../support/whole.js';
import { BASE } from '../../support/content.js';
import { folderOf } from '../../support/folder.js';
import { blocksOf } from '../../support/html.js';
import { realContent } from '../../support/real-content.js';
import { renderFiles, textsOf, THEME } from '../theme.js';
import { ODD } from './odd-content.js';
import { RICH } from './rich-content.js';

/** Markdown as GitHub and most programs read it; nothing of what the content's own parser does besides. */
function parse(text: string): Root {
  return unified()
    .use(remarkParse)
    .use(function gfm() {
      const data = this.data();
      data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmTaskListItem()];
      data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmTaskListItemFromMarkdown()];
    })
    .parse(text);
}

/** The words of a tree in its order, without blanks. */
function wordsOf(node: Nodes): string {
  if (node.type === 'listItem') return box(node.checked) + node.children.map(wordsOf).join('');
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value.replace(/\s/g, '') : '';
}

function box(checked: boolean | null | undefined): string {
  return typeof checked === 'boolean' ? (checked ? '☑' : '☐') : '';
}

/** What the page shows of the full text, after its title and facts, without what is said for the page alone. */
function pageWords(html: string): string {
  const header = /<header class="document-title">[^]*?<\/header>/.exec(html)?.[0] ?? '';
  const words = [...blocksOf(`<body>${header}</body>`, 'body'), ...blocksOf(html, '#full-text')];
  return words
    .filter((block) => block !== '注释')
    .join('')
    .replaceAll(/[\s：]|\[\d+\]|↩|（外部网站）/g, '');
}

/** Of `report.md`; a fact has a colon there that it has not on the page. */
function textWords(text: string): string {
  return wordsOf(parse(text)).replaceAll('：', '');
}

/** Of `article.html`, up to the signature; an image is seen on the page and named in the article. */
function articleWords(html: string): string {
  const words = blocksOf(`<body>${html.replaceAll(/<a href="[^"]*">图：[^<]*<\/a>/g, '')}</body>`, 'body').join('');
  return words.slice(0, words.lastIndexOf('均川镇党委政府')).replaceAll(/[\s：]|\[\d+\]|（外部网站）/g, '');
}

const SITES = { 'the real content': realContent(), 'a site of oddities': ODD, 'a site of all Markdown': RICH };

test.each(Object.entries(SITES))('parsing report.md of %s gives the words of the full text', (_, content) => {
  const files = renderFiles(content);
  expect(textWords(files['2022/data/report.md'] ?? '')).toBe(pageWords(files['2022/report/index.html'] ?? ''));
});

test('it is readable as it stands: title, facts, numbered headings, notes', () => {
  expect(renderFiles(RICH)['2022/data/report.md']).toMatchInlineSnapshot(`
    "# 均川镇法治政府建设年度报告

    发布机构：均川镇党委政府

    发布日期：2023年3月21日 09:00

    一年来，均川镇推进法治政府建设，现报告如下：

    星号\\*不\\*是强调，\\<b>不是标签，1. 也不是列表，\\&amp; 照写，下划线_a_b\\_。[^1]

    [^1]: 总的说明，**着重**。

    ## 一、主要举措和成效

    我镇开展法治宣传，**重点突出**，*持续推进*，用 \`code\` 记录。6月26日，司法所在唐王广场进行国际禁毒日宣传。

    - 第一项
    - 第二项，参见[不足](http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/report/#problems)。
      1. 之一
      2. 之二

    3. 从三起
    4. 到四止

    - [x] 已办
    - [ ] 未办

    > 引用一句。
    >
    > 再引一句。

    | 单位 | 场次 | 备注 |
    | :- | -: | :-: |
    | 司法所 | 12 | 见[外站](https://example.com/a?b=1\\&c=2) |
    | 派出所 | | \\| 竖线 |

    数据[^2]和依据[^3]，再看[^2]。

    ![宣传现场](http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/%E7%8E%B0%E5%9C%BA.png)

    1\\. 不是列表

    \\# 不是标题

    [^2]: 据司法所统计。

    [^3]: 第一段。

        第二段，参见[不足](http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/report/#problems)。

    ### （一）动员部署。

    一行之后\\
    换行，参见[不足](http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/report/#problems)。

    - 之后的列表

    ## 二、存在的不足

    主要表现为：一是宣传力度不够，主要原因是人手不足。

    ## 三、第一责任人职责

    党政主要负责人带头学法。

    ## 四、2023年主要工作安排

    加大宣传力度。
    "
  `);
});

describe('any Markdown that a page can be made of', () => {
  const sources = read(folderOf(BASE)).sources;
  const SECTION = '2022/sections/10-measures.md';
  const marks = fc.constantFrom(
    ...'* ** _ ` ``` ~~ # > | --- \\ & &nbsp; [ ] ]( ) ![ [^1] < > http://a.cn/ + - = ! . 1 1. 1) : @ www.a.cn'.split(
      ' ',
    ),
    ...'， 。 “ ” 字 字字 字字字 LED % 𠮷 🎉 é'.split(' '),
    ...[
      '1. ',
      '- ',
      '> ',
      '| --- |\n',
      '[^1]: ',
      '<!-- events -->',
      '　',
      ' ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '  \n',
      '\u00a0',
    ],
  );

  test('keeps its words in report.md and in article.html', () => {
    let built = 0;
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 25 }), (parts) => {
        const body = parts.join('');
        const { site, diagnostics } = assemble(
          sources.map((source) => (source.path === SECTION ? { ...source, body } : source)),
        );
        if (hasErrors(diagnostics)) return;
        built += 1;
        const files = textsOf(render(site, THEME));
        const words = pageWords(files['2022/report/index.html'] ?? '');
        expect(textWords(files['2022/data/report.md'] ?? '')).toBe(words);
        expect(articleWords(files['2022/data/article.html'] ?? '')).toBe(words.slice(words.indexOf('一年来')));
      }),
      { numRuns: 400, examples: [[['[^1]: ', '&nbsp;', '[^1]: ']], [['**', '=', '**', '𠮷']]] },
    );
    expect(built).toBeGreaterThan(100);
  });
});
