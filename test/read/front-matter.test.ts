import { describe, expect, test } from 'vitest';
import { outline, readFile } from './reading.js';

describe('front matter without a fault', () => {
  test('keeps every value as written, with its place', () => {
    const { said, file } = readFile(
      `---
title: 均川镇法治政府建设年度报告
year: 2022
number: 0123
due: 2022-06
ok: yes
version: 1.10
nothing: null
published: 2023-03-21 # 时分未知
quoted: "双“引”号\\n"
single: 'it''s'
office:
  - 司法所
  -
keywords: [法治, 均川]
figures:
  - label: 横幅
    value: 3
summary: |
  第一行：甲
  第二行
folded: 甲
  乙
empty:
---

正文
`,
    );
    expect(said).toBe('');
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-6 title 2:8-21 "均川镇法治政府建设年度报告"
      3:1-5 year 3:7-11 "2022"
      4:1-7 number 4:9-13 "0123"
      5:1-4 due 5:6-13 "2022-06"
      6:1-3 ok 6:5-8 "yes"
      7:1-8 version 7:10-14 "1.10"
      8:1-8 nothing 8:10-14 "null"
      9:1-10 published 9:12-22 "2023-03-21"
      10:1-7 quoted 10:9-18 "双“引”号\\n"
      11:1-7 single 11:9-16 "it's"
      12:1-7 office 13:3-14:4
        - 13:5-8 "司法所"
        - 14:4-4 ""
      15:1-9 keywords 15:11-19
        - 15:12-14 "法治"
        - 15:16-18 "均川"
      16:1-8 figures 17:3-18:13
        - 17:5-10 label 17:12-14 "横幅"
          18:5-10 value 18:12-13 "3"
      19:1-8 summary 19:10-21:6 "第一行：甲\\n第二行\\n"
      22:1-7 folded 22:9-23:4 "甲 乙"
      24:1-6 empty 24:7-7 """
    `);
    expect(file).toMatchObject({ kind: 'markdown', path: 'a.md', broken: false, body: '\n正文\n', bodyLine: 26 });
  });

  test('may be empty, or hold comments only', () => {
    for (const text of ['---\n---\n正文', '---\n# 待填\n\n---\n正文']) {
      const { said, file } = readFile(text);
      expect([said, file.data?.entries, file.body, file.broken]).toEqual(['', [], '正文', false]);
    }
  });

  test('may be all there is', () => {
    const { said, file } = readFile('---\ntitle: 标题\n---');
    expect([said, file.body, file.bodyLine]).toEqual(['', '', 4]);
  });

  test('reads the same with CRLF, with a byte order mark, and with blanks after a fence', () => {
    const written = '---\ntitle: 标题\n---\n正文\n';
    const plain = readFile(written);
    for (const oddity of [written.replaceAll('\n', '\r\n'), `\ufeff${written}`, written.replaceAll('---', '---  ')]) {
      expect(readFile(oddity)).toEqual(plain);
    }
  });

  test('leaves full-width colons inside values alone', () => {
    const { said, file } = readFile(
      '---\ntitle: 通知：关于普法\nsummary: |\n  时间：四月\n  地点：镇里\ncause: 一是\n  原因：人少\nquoted: "甲：\n  乙：丙"\n---\n',
    );
    expect(said).toBe('');
    expect(file.data?.entries.map(({ value }) => value.kind === 'text' && value.value)).toEqual([
      '通知：关于普法',
      '时间：四月\n地点：镇里\n',
      '一是 原因：人少',
      '甲： 乙：丙',
    ]);
  });

  test('is not cut off by dashes in a block of text, and does not take a rule of the body for its end', () => {
    const { said, file } = readFile('---\nsummary: |\n  甲\n  ----\n  乙\n---\n上\n\n---\n\n下\n');
    expect([said, file.body]).toEqual(['', '上\n\n---\n\n下\n']);
  });
});

describe('the fences', () => {
  test('a file without front matter', () => {
    const { said, file } = readFile('均川镇开展普法宣传。\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  front-matter/missing
        文件开头没有文件头。请在第一行写“---”，下面逐行写“title: 标题”等，再用一行“---”结束，然后写正文。
        1 | 均川镇开展普法宣传。
          | ^"
    `);
    expect(file).toMatchObject({ broken: true, body: '均川镇开展普法宣传。\n', bodyLine: 1 });
  });

  test('a first fence that was left out', () => {
    const { said, file } = readFile('title: 标题\ndate：2022-06-26\n---\n正文\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  front-matter/missing
        文件开头没有文件头。请在第一行写“---”，下面逐行写“title: 标题”等，再用一行“---”结束，然后写正文。
        1 | title: 标题
          | ^

      a.md:2:5  错误  front-matter/fullwidth-colon
        “date”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“date: ”。
        2 | date：2022-06-26
          |     ^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "1:1-6 title 1:8-10 "标题"
      2:1-5 date 2:6-16 "2022-06-26""
    `);
    expect(file).toMatchObject({ broken: false, body: '正文\n', bodyLine: 4 });
  });

  test('blank lines before the first fence', () => {
    const { said, file } = readFile('\n　\n---\ntitle: 标题\n---\n正文\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  front-matter/blank-before
        文件头的“---”之前有空行。请删去空行，让“---”成为第一行。
        1 |
          | ^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`"4:1-6 title 4:8-10 "标题""`);
    expect(file).toMatchObject({ broken: false, body: '正文\n', bodyLine: 6 });
  });

  test('no closing fence: the keys are read, the text is kept', () => {
    const { said, file } = readFile(
      '---\ntitle: 标题\noffice:\n  - 司法所\n\n# 正文\n\n时间：4月15日\n\n---\n\n下文\n',
    );
    expect(said).toMatchInlineSnapshot(`
      "a.md:4:1  错误  front-matter/unclosed
        文件头没有结束。请在第 4 行之后加一行“---”。
        4 |   - 司法所
          | ^^^^^^^^^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-6 title 2:8-10 "标题"
      3:1-7 office 4:3-8
        - 4:5-8 "司法所""
    `);
    expect(file).toMatchObject({ broken: false, body: '\n# 正文\n\n时间：4月15日\n\n---\n\n下文\n', bodyLine: 5 });
  });

  test('no closing fence at the end of a file', () => {
    const { said, file } = readFile('---\ntitle: 标题');
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:1  错误  front-matter/unclosed
        文件头没有结束。请在第 2 行之后加一行“---”。
        2 | title: 标题
          | ^^^^^^^^^^^"
    `);
    expect(file).toMatchObject({ broken: false, body: '', bodyLine: 3 });
  });

  test('nothing but a rule and prose', () => {
    const { said, file } = readFile('---\n\n一段正文。\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:1:1  错误  front-matter/unclosed
        文件头没有结束。请在第 1 行之后加一行“---”。
        1 | ---
          | ^^^"
    `);
    expect(file).toMatchObject({ broken: true, body: '\n一段正文。\n', bodyLine: 2 });
  });

  test.each(['----', '－－－', '———', '――', '── '])('a fence of other dashes: %s', (fence) => {
    const { said, file } = readFile(`${fence}\ntitle: 标题\n${fence}\n正文\n`);
    expect(said.match(/^.*front-matter.*$/gm)).toEqual([
      'a.md:1:1  错误  front-matter/fence',
      'a.md:3:1  错误  front-matter/fence',
    ]);
    expect(said).toContain(`写成了“${fence.trim()}”`);
    expect(file).toMatchObject({ broken: false, body: '正文\n', bodyLine: 4 });
  });

  test('words on the line of the closing fence stay in the text', () => {
    const { said, file } = readFile('---\ntitle: 标题\n---正文\n下文\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:3:1  错误  front-matter/fence
        文件头的分隔行写成了“---正文”。请改成顶格的三个英文减号“---”，这一行不写别的。
        3 | ---正文
          | ^^^^^^^"
    `);
    expect(file).toMatchObject({ body: '---正文\n下文\n', bodyLine: 3 });
  });
});

describe('front matter in another language', () => {
  test.each(['js', 'javascript', 'json', 'toml', 'coffee', 'coffeescript', 'cson', 'yaml', 'JS', ' js', 'x-y z'])(
    '---%s is refused at the word, and not evaluated',
    (language) => {
      Reflect.deleteProperty(globalThis, 'wasRun');
      const { said, file } = readFile(`---${language}\n{ "a": (globalThis.wasRun = true) }\n---\n正文\n`);
      expect(Reflect.has(globalThis, 'wasRun')).toBe(false);
      const word = language.trim();
      const column = 4 + language.length - word.length;
      expect(said).toBe(
        [
          `a.md:1:${column}  错误  front-matter/language`,
          `  文件头的“---”后面写了“${word}”。请删去，只留“---”；文件头只写“键: 值”，程序不运行其中的代码。`,
          `  1 | ---${language}`,
          `    | ${' '.repeat(column - 1)}${'^'.repeat(word.length)}`,
        ].join('\n'),
      );
      expect(file).toEqual({ kind: 'markdown', path: 'a.md', broken: true, body: '正文\n', bodyLine: 4 });
    },
  );

  test('neither is it after blank lines, a mark, or without an end', () => {
    for (const text of [
      '\n\n---js\nglobalThis.wasRun = 1\n---\n',
      '\ufeff---js\nglobalThis.wasRun = 1\n---\n',
      '---js\nglobalThis.wasRun = 1',
    ]) {
      expect(readFile(text).said).toContain('front-matter/language');
    }
    expect(Reflect.has(globalThis, 'wasRun')).toBe(false);
  });
});

describe('slips that are reported and read over', () => {
  test('full-width colons: the other mistakes show in the same run, each in its own column', () => {
    const { said, file } = readFile(
      '---\ntitle：标题\n标题： 二\noffice:司法所\nfigures：\n  - label：横幅\n    value: 3\n  - 说明：是正文\ntitle: 又一个\n---\n',
    );
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:6  错误  front-matter/fullwidth-colon
        “title”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“title: ”。
        2 | title：标题
          |      ^^

      a.md:3:3  错误  front-matter/fullwidth-colon
        “标题”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“标题: ”。
        3 | 标题： 二
          |     ^^

      a.md:4:7  错误  front-matter/colon-blank
        “office”的冒号后面缺少一个空格。请写成“office: ”，再写内容。
        4 | office:司法所
          |       ^

      a.md:5:8  错误  front-matter/fullwidth-colon
        “figures”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“figures: ”。
        5 | figures：
          |        ^^

      a.md:6:10  错误  front-matter/fullwidth-colon
        “label”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“label: ”。
        6 |   - label：横幅
          |          ^^

      a.md:9:1  错误  front-matter/duplicate-key
        “title”写了两次，第一次在第 2 行。请只留一个。
        9 | title: 又一个
          | ^^^^^
        a.md:2:1  第一次写在这里
        2 | title：标题
          | ^^^^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-6 title 2:7-9 "标题"
      3:1-3 标题 3:5-6 "二"
      4:1-7 office 4:8-11 "司法所"
      5:1-8 figures 6:3-8:11
        - 6:5-10 label 6:11-13 "横幅"
          7:5-10 value 7:12-13 "3"
        - 8:5-11 "说明：是正文""
    `);
    expect(file.broken).toBe(false);
  });

  test('no blank after a colon; an address in a list is none', () => {
    const { said, file } = readFile(
      '---\ndate:2022-06-26\nurl:http://a.cn\nevidence:\n  - http://a.cn\n  - tel:12348\n---\n',
    );
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:5  错误  front-matter/colon-blank
        “date”的冒号后面缺少一个空格。请写成“date: ”，再写内容。
        2 | date:2022-06-26
          |     ^

      a.md:3:4  错误  front-matter/colon-blank
        “url”的冒号后面缺少一个空格。请写成“url: ”，再写内容。
        3 | url:http://a.cn
          |    ^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-5 date 2:6-16 "2022-06-26"
      3:1-4 url 3:5-16 "http://a.cn"
      4:1-9 evidence 5:3-6:14
        - 5:5-16 "http://a.cn"
        - 6:5-14 "tel:12348""
    `);
  });

  test('no colon, or an equals sign', () => {
    const { said, file } = readFile('---\nyear: 2022\ntitle 标题\n日期 = 2022-06-26\n---\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:3:1  错误  front-matter/colon-missing
        “title”后面缺少冒号。请写成“title: ”，再写内容。
        3 | title 标题
          | ^^^^^

      a.md:4:1  错误  front-matter/colon-missing
        “日期”后面缺少冒号。请写成“日期: ”，再写内容。
        4 | 日期 = 2022-06-26
          | ^^^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-5 year 2:7-11 "2022"
      3:1-6 title 3:7-9 "标题"
      4:1-3 日期 4:6-16 "2022-06-26""
    `);
  });

  test('tabs', () => {
    const { said, file } = readFile(
      '---\noffice:\n\t- 司法所\nfigures:\n\t- label: 横幅\n\t\tvalue: 3\nsummary: |\n\t甲\n---\n',
    );
    expect(said).toMatchInlineSnapshot(`
      "a.md:3:1  错误  front-matter/tab
        此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。
        3 |     - 司法所
          | ^^^^

      a.md:5:1  错误  front-matter/tab
        此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。
        5 |     - label: 横幅
          | ^^^^

      a.md:6:1  错误  front-matter/tab
        此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。
        6 |         value: 3
          | ^^^^^^^^

      a.md:8:1  错误  front-matter/tab
        此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。
        8 |     甲
          | ^^^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-7 office 3:2-7
        - 3:4-7 "司法所"
      4:1-8 figures 5:2-6:11
        - 5:4-9 label 5:11-13 "横幅"
          6:3-8 value 6:10-11 "3"
      7:1-8 summary 7:10-8:3 "甲\\n""
    `);
  });

  test('a key indented under a plain value', () => {
    const { said, file } = readFile(
      '---\ntitle: 甲\n  year: 2022\nfigures:\n  - label: 横幅\n\t\t value：3\ncause: 一是\n  APP：少\n---\n',
    );
    expect(said).toMatchInlineSnapshot(`
      "a.md:3:3  错误  front-matter/indent
        “year”缩进多了。请与第 2 行的键左对齐。
        3 |   year: 2022
          |   ^^^^

      a.md:6:1  错误  front-matter/tab
        此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。
        6 |          value：3
          | ^^^^^^^^

      a.md:6:9  错误  front-matter/fullwidth-colon
        “value”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“value: ”。
        6 |          value：3
          |               ^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-6 title 2:8-9 "甲"
      3:3-7 year 3:9-13 "2022"
      4:1-8 figures 5:3-6:11
        - 5:5-10 label 5:12-14 "横幅"
          6:4-9 value 6:10-11 "3"
      7:1-6 cause 7:8-8:8 "一是 APP：少""
    `);
  });

  test('full-width and no-break blanks', () => {
    const { said, file } = readFile(
      '---\ntitle:　标题\noffice:\n　- 司法所\n  -\u00a0派出所\nsummary: |\n　　甲\n　\n---\n',
    );
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:7  错误  front-matter/wide-blank
        此处用了全角空格（或不间断空格）。请改成普通的半角空格。
        2 | title:　标题
          |       ^^

      a.md:4:1  错误  front-matter/wide-blank
        此处用了全角空格（或不间断空格）。请改成普通的半角空格。
        4 | 　- 司法所
          | ^^

      a.md:5:4  错误  front-matter/wide-blank
        此处用了全角空格（或不间断空格）。请改成普通的半角空格。
        5 |   - 派出所
          |    ^

      a.md:7:1  错误  front-matter/wide-blank
        此处用了全角空格（或不间断空格）。请改成普通的半角空格。
        7 | 　　甲
          | ^^^^

      a.md:8:1  错误  front-matter/wide-blank
        此处用了全角空格（或不间断空格）。请改成普通的半角空格。
        8 |
          | ^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-6 title 2:8-10 "标题"
      3:1-7 office 4:2-5:8
        - 4:4-7 "司法所"
        - 5:5-8 "派出所"
      6:1-8 summary 6:10-7:4 "甲\\n""
    `);
  });

  test('a quote or bracket without its other half', () => {
    const { said, file } = readFile('---\ntitle: "标题\nplace: \'镇里\nkeywords: [法治, 均川\nyear: 2022\n---\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:8  错误  front-matter/syntax
        “"标题”缺少后一半双引号。请在末尾补上；如果它是内容的一部分，请给整个值加上引号。
        2 | title: "标题
          |        ^^^^^

      a.md:3:8  错误  front-matter/syntax
        “'镇里”缺少后一半单引号。请在末尾补上；如果它是内容的一部分，请给整个值加上引号。
        3 | place: '镇里
          |        ^^^^^

      a.md:4:11  错误  front-matter/syntax
        “[法治, 均川”缺少后一半方括号“]”。请在末尾补上；如果它是内容的一部分，请给整个值加上引号。
        4 | keywords: [法治, 均川
          |           ^^^^^^^^^^^"
    `);
    expect(file.data?.entries.map(({ key }) => key)).toEqual(['title', 'place', 'keywords', 'year']);
  });

  test('a key given twice points at the first', () => {
    const { said, file } = readFile('---\ntitle: 甲\nfigures:\n  - label: 横幅\n    label: 标语\ntitle: 乙\n---\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:5:5  错误  front-matter/duplicate-key
        “label”写了两次，第一次在第 4 行。请只留一个。
        5 |     label: 标语
          |     ^^^^^
        a.md:4:5  第一次写在这里
        4 |   - label: 横幅
          |     ^^^^^

      a.md:6:1  错误  front-matter/duplicate-key
        “title”写了两次，第一次在第 2 行。请只留一个。
        6 | title: 乙
          | ^^^^^
        a.md:2:1  第一次写在这里
        2 | title: 甲
          | ^^^^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-6 title 2:8-9 "甲"
      3:1-8 figures 4:3-5:14
        - 4:5-10 label 4:12-14 "横幅""
    `);
    expect(file.broken).toBe(false);
  });
});

describe('values that need quotes', () => {
  test('are reported, and read as if they had them', () => {
    const { said, file } = readFile(
      '---\ntopic: @禁毒宣传 # 核对\nlaw: `禁毒法`\nplace：%集贸市场\ncause: 一是: 人少\ntitle: 甲 date: 6月26日\noffice:\n  - @司法所\nurl: http://a.cn:80/\nnumber: 10:30\n---\n',
    );
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:8  错误  front-matter/syntax
        “@禁毒宣传 # 核对”不能以“@”开头。请给整个值加上英文引号。
        2 | topic: @禁毒宣传 # 核对
          |        ^^^^^^^^^^^^^^^^

      a.md:3:6  错误  front-matter/syntax
        “\`禁毒法\`”不能以“\`”开头。请给整个值加上英文引号。
        3 | law: \`禁毒法\`
          |      ^^^^^^^^

      a.md:4:6  错误  front-matter/fullwidth-colon
        “place”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“place: ”。
        4 | place：%集贸市场
          |      ^^

      a.md:4:7  错误  front-matter/syntax
        “%集贸市场”不能以“%”开头。请给整个值加上英文引号。
        4 | place：%集贸市场
          |        ^^^^^^^^^

      a.md:5:8  错误  front-matter/syntax
        “一是: 人少”里又出现了一个“: ”。如果冒号是内容，请给整个值加上英文引号；如果是下一项，请另起一行。
        5 | cause: 一是: 人少
          |        ^^^^^^^^^^

      a.md:6:8  错误  front-matter/syntax
        “甲 date: 6月26日”里又出现了一个“: ”。如果冒号是内容，请给整个值加上英文引号；如果是下一项，请另起一行。
        6 | title: 甲 date: 6月26日
          |        ^^^^^^^^^^^^^^^^

      a.md:8:5  错误  front-matter/syntax
        “@司法所”不能以“@”开头。请给整个值加上英文引号。
        8 |   - @司法所
          |     ^^^^^^^"
    `);
    expect(outline(file.data)).toMatchInlineSnapshot(`
      "2:1-6 topic 2:8-13 "@禁毒宣传"
      3:1-4 law 3:6-11 "\`禁毒法\`"
      4:1-6 place 4:7-12 "%集贸市场"
      5:1-6 cause 5:8-14 "一是: 人少"
      6:1-6 title 6:8-21 "甲 date: 6月26日"
      7:1-7 office 8:3-9
        - 8:5-9 "@司法所"
      9:1-4 url 9:6-21 "http://a.cn:80/"
      10:1-7 number 10:9-14 "10:30""
    `);
  });

  test('are left to the parser where they go on below, or hold both kinds of quotes', () => {
    for (const yaml of ['topic: @禁毒\n  宣传', `topic: @"禁毒" '宣传'`]) {
      const { said, file } = readFile(`---\n${yaml}\n---\n`);
      expect([said.includes('front-matter/syntax'), file.broken]).toEqual([true, true]);
    }
  });
});

describe('a line with a tab', () => {
  test.each([
    ['figures:\n  - label: 横幅\n\tvalue: 3\n    unit: 条', 'beside keys of four blanks'],
    ['figures:\n  - label: 横幅\n    value: 3\n\tunit: 条', 'as the last of them'],
    ['figures:\n    - label: 横幅\n\t  value: 3\n\t  unit: 条', 'where a tab is as wide as four'],
    ['figures:\n- label: 横幅\n\t\tvalue: 3\n  unit: 条', 'too many of them'],
  ])('is indented as its neighbours are: %j, %s', (yaml) => {
    const { said, file } = readFile(`---\n${yaml}\n---\n`);
    const rules = [...said.matchAll(/^a\.md:\S+ {2}\S+ {2}(.*)$/gm)].map((match) => match[1]);
    expect(new Set(rules)).toEqual(new Set(['front-matter/tab']));
    expect(outline(file.data)).toMatch(/label .*"横幅"\n.*value .*"3"\n.*unit .*"条"$/);
  });

  test('is indented by two for each tab where nothing stands beside it', () => {
    const { file } = readFile('---\noffice:\n\t- 司法所\nfigures:\n\t- label: 横幅\n\t  value: 3\n---\n');
    expect(outline(file.data)).toMatch(/value .*"3"$/);
  });
});

describe('what cannot be read over', () => {
  test.each([
    ['a list', '- 甲\n- 乙'],
    ['text', '只是一段文字'],
  ])('%s in the place of keys', (_name, words) => {
    const { said, file } = readFile(`---\n${words}\n---\n正文\n`);
    expect(said).toContain('front-matter/not-keys');
    expect(file).toEqual({
      kind: 'markdown',
      path: 'a.md',
      broken: true,
      body: '正文\n',
      bodyLine: words.split('\n').length + 3,
    });
  });

  test('text after a line separator, which gray-matter takes for a comment', () => {
    const { said, file } = readFile('---\n\u2028#甲\n---\n');
    expect([said.includes('front-matter/not-keys'), file.broken]).toEqual([true, true]);
  });

  test('anchors, aliases, tags and merges', () => {
    const { said, file } = readFile('---\ntitle: *重要*\na: &b 甲\nc: !!js/function 乙\nd: ! 丙\n<<: 丁\n---\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:8  错误  front-matter/anchor
        “*重要*”以有特殊含义的符号“*”开头，这里不使用。如果它是内容，请给整个值加上英文引号，如 "*重要*"。
        2 | title: *重要*
          |        ^^^^^^

      a.md:3:4  错误  front-matter/anchor
        “&b”以有特殊含义的符号“&”开头，这里不使用。如果它是内容，请给整个值加上英文引号，如 "&b"。
        3 | a: &b 甲
          |    ^^

      a.md:4:4  错误  front-matter/anchor
        “!!js/function”以有特殊含义的符号“!”开头，这里不使用。如果它是内容，请给整个值加上英文引号，如 "!!js/function"。
        4 | c: !!js/function 乙
          |    ^^^^^^^^^^^^^

      a.md:5:4  错误  front-matter/anchor
        “!”以有特殊含义的符号“!”开头，这里不使用。如果它是内容，请给整个值加上英文引号，如 "!"。
        5 | d: ! 丙
          |    ^

      a.md:6:1  错误  front-matter/anchor
        “<<”以有特殊含义的符号“<”开头，这里不使用。如果它是内容，请给整个值加上英文引号，如 "<<"。
        6 | <<: 丁
          | ^^"
    `);
    expect(file.broken).toBe(true);
  });

  test('a bomb of aliases costs nothing', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`);
    expect(readFile(`---\na0: &a0 x\n${rows.join('\n')}\n---\n`).file.broken).toBe(true);
  });

  test('a second colon in a value, and a sign that no value begins with', () => {
    const { said, file } = readFile('---\ntitle: 主题: 副题\nplace: @镇里\noffice: `司法所`\nindex: "a\\q"\n---\n');
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:8  错误  front-matter/syntax
        “主题: 副题”里又出现了一个“: ”。如果冒号是内容，请给整个值加上英文引号；如果是下一项，请另起一行。
        2 | title: 主题: 副题
          |        ^^^^^^^^^^

      a.md:3:8  错误  front-matter/syntax
        “@镇里”不能以“@”开头。请给整个值加上英文引号。
        3 | place: @镇里
          |        ^^^^^

      a.md:4:9  错误  front-matter/syntax
        “\`司法所\`”不能以“\`”开头。请给整个值加上英文引号。
        4 | office: \`司法所\`
          |         ^^^^^^^^

      a.md:5:10  错误  front-matter/syntax
        双引号里的反斜杠“\\q”无法读懂。请写成两个反斜杠，或改用单引号。
        5 | index: "a\\q"
          |          ^^^"
    `);
    expect(file.broken).toBe(true);
  });

  test('wrong indents', () => {
    expect(readFile('---\n title: 甲\nyear: 2022\n---\n').said).toMatchInlineSnapshot(`
      "a.md:3:1  错误  front-matter/syntax
        缩进不对。同一层的各行请左对齐，下一层缩进两个空格。
        3 | year: 2022
          | ^^^^^^^^^^"
    `);
    expect(readFile('---\noffice:\n  - 甲\n - 乙\n---\n').said).toMatchInlineSnapshot(`
      "a.md:4:2  错误  front-matter/syntax
        缩进不对。同一层的各行请左对齐，下一层缩进两个空格。
        4 |  - 乙
          |  ^^^^"
    `);
    expect(readFile('---\ntitle: 很长的\n标题\nyear: 2022\n---\n').said).toMatchInlineSnapshot(`
      "a.md:3:1  错误  front-matter/syntax
        “标题”不是“键: 值”的写法。请检查冒号；如果它接着上一行，请缩进两个空格。
        3 | 标题
          | ^^^^"
    `);
    expect(readFile('---\noffice: - 甲\n---\n').said).toMatchInlineSnapshot(`
      "a.md:2:9  错误  front-matter/syntax
        列表请从键的下一行写起，每行一项，以“- ”开头；如果只有一项，不写“- ”。
        2 | office: - 甲
          |         ^^^^"
    `);
  });

  test('a key without a name, or one that is a list', () => {
    expect(readFile('---\n: 甲\n---\n').said).toMatchInlineSnapshot(`
      "a.md:2:1  错误  front-matter/syntax
        冒号前面缺少键名。请照“键: 值”书写，例如“title: 标题”。
        2 | : 甲
          | ^"
    `);
    expect(readFile('---\n[a]: 甲\n---\n').said).toMatchInlineSnapshot(`
      "a.md:2:1  错误  front-matter/syntax
        冒号前面缺少键名。请照“键: 值”书写，例如“title: 标题”。
        2 | [a]: 甲
          | ^^^"
    `);
  });

  test('brackets, dashes and indents without end', () => {
    const deep = {
      brackets: `a: ${'['.repeat(9000)}`,
      braces: '{a: '.repeat(4000),
      dashes: '- '.repeat(9000),
      questions: '? '.repeat(9000),
      indents: Array.from({ length: 190 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    };
    for (const [name, yaml] of Object.entries(deep)) {
      const { said, file } = readFile(`---\n${yaml}\n---\n正文\n`);
      expect([name, said.includes('front-matter/nesting'), file.broken, file.body]).toEqual([
        name,
        true,
        true,
        '正文\n',
      ]);
    }
  });

  test('a text that stands before the closing fence', () => {
    const { said, file } = readFile(`---\ntitle: 甲\nsummary: ${'长'.repeat(20_000)}\n---\n正文\n`);
    expect(said).toMatchInlineSnapshot(`
      "a.md:2:1  错误  front-matter/too-large
        文件头有 20019 个字符，超过 20000 个，没有读取。请把正文移到第二个“---”之后。
        2 | title: 甲
          | ^"
    `);
    expect(file).toMatchObject({ broken: true, body: '正文\n', bodyLine: 5 });
  });
});

test('words behind a # are not lost without a word, a remark after “# ” is', () => {
  const { said } = readFile(
    '---\ntitle: 举措 #禁毒# 宣传\ntopic: #普法\noffice:\n  - 司法所 #牵头\nplace: 唐王广场 # 核对\nlaw: "宪法 #1"\n---\n\n正文。\n',
  );
  expect(said).toBe(`a.md:2:11  错误  front-matter/comment
  “#禁毒#”会被当作备注丢掉。若是内容，请给整个值加上英文引号；若是备注，请在“#”后面空一格。
  2 | title: 举措 #禁毒# 宣传
    |             ^^^^^^

a.md:3:8  错误  front-matter/comment
  “#普法”会被当作备注丢掉。若是内容，请给整个值加上英文引号；若是备注，请在“#”后面空一格。
  3 | topic: #普法
    |        ^^^^^

a.md:5:9  错误  front-matter/comment
  “#牵头”会被当作备注丢掉。若是内容，请给整个值加上英文引号；若是备注，请在“#”后面空一格。
  5 |   - 司法所 #牵头
    |            ^^^^^`);
});
