/** Pages as portals serve them and browsers save them. */
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/diagnostics/environment-error.js';
import type { SourceDocument } from '../../../src/import/document.js';
import { readHtml } from '../../../src/import/html/read-html.js';

function read(html: string): SourceDocument {
  return readHtml(new TextEncoder().encode(html));
}

/** Lines as text, tables as rows joined by `|`. */
function shown({ blocks }: SourceDocument): string[] {
  return blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : block.rows.map((row) => row.join('|'))));
}

const PROSE = '全镇扎实推进依法行政，健全合法性审查制度，全年审查文件十二件，各项工作取得新的成效。';

describe('the main text', () => {
  test('is found in a page of layout tables, its menus and foot left out', () => {
    const document = read(`<html><head><title>青石镇2021年度法治政府建设工作报告_某县人民政府</title></head>
<body><table width="980"><tr><td><a href="/">首页</a> | <a href="/gk">信息公开</a> | <a href="/hd">互动</a></td></tr></table>
<table width="980"><tr><td class="left"><ul><li><a href="1">机构职能</a></li><li><a href="2">政策文件</a></li></ul></td>
<td class="right"><table><tr><td align="center"><b>青石镇2021年度法治政府建设工作报告</b></td></tr>
<tr><td>发布时间：2022-02-18　来源：青石镇　浏览次数：35</td></tr>
<tr><td><div class="TRS_Editor"><p>　　${PROSE}</p><p>　　一、主要做法</p><p>　　${PROSE}</p>
<p align="right">青石镇人民政府</p><p align="right">2022年1月20日</p></div></td></tr></table></td></tr></table>
<table><tr><td>版权所有：某县人民政府　技术支持：某公司。</td></tr></table></body></html>`);
    expect(shown(document)).toEqual([PROSE, '一、主要做法', PROSE, '青石镇人民政府', '2022年1月20日']);
    expect(document.metadata).toEqual({
      title: '青石镇2021年度法治政府建设工作报告',
      published: '2022-02-18',
      organ: '青石镇',
    });
  });

  test('keeps a signature that stands beside the element of the article', () => {
    const document = read(
      `<body><div><div class="content">${`<p>${PROSE}</p>`.repeat(6)}</div><div>青石镇人民政府 2022年1月20日</div></div></body>`,
    );
    expect(shown(document).at(-1)).toBe('青石镇人民政府 2022年1月20日');
  });

  test('is broken where a browser breaks it, in text with breaks for paragraphs', () => {
    expect(
      shown(read(`<div id="con">　　一、做法<br>　　${PROSE}<br/><br/>&nbsp;&nbsp;二、不足<br>形式\n单一。</div>`)),
    ).toEqual(['一、做法', PROSE, '二、不足', '形式单一。']);
  });

  test('joins what Word cuts into spans, and knows bold and centred lines', () => {
    const { blocks } = read(
      `<div><p class="MsoNormal" style="text-align:center"><b><span>青石镇</span><span lang="EN-US">2022</span><span>年报告</span></b><o:p></o:p></p><p>${PROSE}</p></div>`,
    );
    expect(blocks).toEqual([
      { kind: 'line', text: '青石镇2022年报告', isBold: true, isCentred: true },
      { kind: 'line', text: PROSE },
    ]);
  });

  test('has the numbers that a browser gives to lists', () => {
    const list = '<ol start="3"><li>甲项工作。<li>乙项工作。<li value="9">丙项工作。</ol><ul><li>丁项工作。</ul>';
    expect(shown(read(`<div><p>${PROSE}</p>${list}</div>`)).slice(1)).toEqual([
      '3.甲项工作。',
      '4.乙项工作。',
      '9.丙项工作。',
      '丁项工作。',
    ]);
  });

  test('keeps tables of figures, with cells that span others', () => {
    const table =
      '<table><tr><th rowspan="2">村</th><th colspan="2">宣传</th></tr><tr><td>场次</td><td>人数</td></tr><tr><td>甲村</td><td>3</td><td>200</td></tr></table>';
    expect(shown(read(`<div><p>${PROSE}</p>${table}</div>`)).slice(1)).toEqual([
      '村|宣传|',
      '|场次|人数',
      '甲村|3|200',
    ]);
  });

  test('leaves out what nobody sees', () => {
    const unseen =
      '<script>var a="报告";</script><style>p{}</style><!-- 注 --><p hidden>隐藏一</p><p style="display:none">隐藏二</p><p aria-hidden="true">隐藏三</p>';
    expect(shown(read(`<div>${unseen}<p>${PROSE}</p></div>`))).toEqual([PROSE]);
  });

  test('drops the lines on the page’s own matters, each with a reason', () => {
    const document = read(
      `<div><p>发布时间：2022-02-18 字体：大 中 小 打印本页</p><p>${PROSE}</p><p>分享到：微信 微博</p><p>来源可靠的线索由司法所核实。</p></div>`,
    );
    expect(shown(document)).toEqual([PROSE, '来源可靠的线索由司法所核实。']);
    expect(document.dropped.map(({ words, reason }) => `${words} ${reason.zh}`)).toEqual([
      '发布时间：2022-02-18 字体：大 中 小 打印本页 页面信息或按钮',
      '分享到：微信 微博 页面信息或按钮',
    ]);
  });
});

describe('facts about the document', () => {
  const values = { index: '0123/2022-1', organ: '青石镇人民政府', adopted: '2022年1月20日', published: '2022-02-18' };
  test.each([
    [
      'a table',
      '<table><tr><td>索 引 号</td><td>0123/2022-1</td><td>发布机构</td><td>青石镇人民政府</td></tr><tr><td>成文日期</td><td>2022年1月20日</td><td>发布日期：</td><td>2022-02-18</td></tr><tr><td>文号</td><td>无</td></tr></table>',
    ],
    [
      'a list',
      '<ul><li><b>索引号：</b>0123/2022-1</li><li>发布机构：青石镇人民政府</li><li>成文日期：2022年1月20日</li><li>发布日期：2022-02-18</li><li>文号：</li></ul>',
    ],
    [
      'a list of terms',
      '<dl><dt>索引号</dt><dd>0123/2022-1</dd><dt>发布机构</dt><dd>青石镇人民政府</dd><dt>成文日期</dt><dd>2022年1月20日</dd><dt>发布日期</dt><dd>2022-02-18</dd></dl>',
    ],
    ['a line', '<p>索引号：0123/2022-1 发布机构：青石镇人民政府 成文日期：2022年1月20日 发布日期：2022-02-18</p>'],
  ])('are read from %s', (_, box) => {
    expect(read(`<body><div>${box}</div><div id="zoom"><p>${PROSE}</p><p>${PROSE}</p></div></body>`).metadata).toEqual(
      values,
    );
  });

  test('are read from what the page says in its head; a box of facts knows better', () => {
    const head =
      '<meta name="ArticleTitle" content="青石镇2021年度报告"><meta name="PubDate" content="2022-02-18 09:00"><meta name="ContentSource" content="青石镇"><meta name="SiteName" content="某县人民政府">';
    expect(read(`<head>${head}</head><body><div id="zoom"><p>${PROSE}</p></div></body>`).metadata).toEqual({
      title: '青石镇2021年度报告',
      published: '2022-02-18 09:00',
      organ: '青石镇',
      portal: '某县人民政府',
    });
  });
});

test('an image that the page carries is kept, any other is named', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString('base64');
  const document = read(
    `<div><p>${PROSE}<img src="data:image/png;base64,${png}" alt="现场"></p><img src="http://a.cn/1.jpg" alt="合影"></div>`,
  );
  expect(document.images).toEqual([{ name: 'image1.png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]), alt: '现场' }]);
  expect(shown(document)).toEqual([`${PROSE}\ufdd10\ufdd2`]);
  expect(document.remarks.map(({ quotation }) => quotation)).toEqual(['合影']);
});

test('a page in the encoding it names, or in that of its bytes, is read', () => {
  // 全镇 in GB18030 and in Big5.
  const gbk = Buffer.concat([
    Buffer.from('<meta charset="gb2312"><p>'),
    Buffer.from([0xc8, 0xab, 0xd5, 0xf2]),
    Buffer.from('</p>'),
  ]);
  expect(shown(readHtml(gbk))).toEqual(['全镇']);
  const big5 = Buffer.concat([
    Buffer.from('<meta charset="big5"><p>'),
    Buffer.from([0xa5, 0xfe, 0xc2, 0xed]),
    Buffer.from('</p>'),
  ]);
  expect(shown(readHtml(big5))).toEqual(['全鎮']);
});

describe('hostile pages', () => {
  test.each([
    ['tables', '<table><tr><td>'],
    ['divisions', '<div>'],
    ['lists', '<ol><li>'],
    ['hidden elements', '<div hidden>'],
  ])('a hundred thousand nested %s are refused before they cost anything', (_, open) => {
    expect(() => read(`${open.repeat(100_000)}${PROSE}`)).toThrow(EnvironmentError);
  });

  test('elements nested as deep as any page has them are read, and long lists are counted', () => {
    expect(shown(read(`${'<div>'.repeat(900)}${PROSE}`))).toEqual([PROSE]);
    expect(shown(read(`<ol>${`<li>${PROSE}`.repeat(20_000)}</ol>`)).at(-1)).toBe(`20000.${PROSE}`);
  });

  test.each([
    ['bytes that are no text', Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)],
    ['a page without Chinese', new TextEncoder().encode('<p>Not found</p>')],
    ['a file larger than any report', new Uint8Array(33 * 1024 * 1024)],
  ])('%s are refused with words', (_, bytes) => {
    expect(() => readHtml(bytes)).toThrow(EnvironmentError);
  });
});
