/** Rules about wording: their edges, and the prose that must pass. Each rule's plain examples are in `rules/`. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { BASE, brief, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';

const SECTION = '2022/sections/10-measures.md';
const EVENT = '2022/events/2022-06-26-drug-control-day.md';

/** A report whose first part says these words. */
function withBody(words: string): Files {
  return { ...BASE, [SECTION]: (BASE[SECTION] ?? '').replace('我镇开展法治宣传。<!-- events -->', words) };
}

function diagnosticsOf(words: string): Diagnostic[] {
  return siteOf(withBody(words)).diagnostics;
}

/** What a rule found in some words, and where: `line:column-column rule`. Bodies begin on line 6. */
function found(words: string): string[] {
  return diagnosticsOf(words).map(({ at, rule }) => `${at.line}:${at.column}-${at.endColumn} ${rule}`);
}

/** The words after every change that `--fix` would make. */
function mended(words: string): string {
  const lines = words.split('\n');
  const edits = diagnosticsOf(words).flatMap((diagnostic) => diagnostic.edits ?? []);
  for (const { at, text } of edits.toSorted((a, b) => b.at.line - a.at.line || b.at.column - a.at.column)) {
    const line = lines[at.line - 6] ?? '';
    lines[at.line - 6] = line.slice(0, at.column - 1) + text + line.slice(at.endColumn - 1);
  }
  return lines.join('\n');
}

describe('ordinary official prose is told nothing', () => {
  test.each([
    // Words that stand twice, or seem to.
    '为了了解群众的目的的确切内容，干部一个一个问、一步一步帮。',
    '家家户户、人人参与，天天坚持，渐渐形成好好学法的风气。',
    '是是非非当面说，方方面面都照顾到，调解员试一试，常常有效。',
    '现在在校学生、存在在押人员等情形，作为为民服务的内容。',
    '使全镇的社会发展环境得到进一步的稳定和和谐。',
    '组织党员学习学习强国平台内容，把把关口前移落到实处。',
    '会上研究研究、讨论讨论，形成办法。',
    '参与与评议，授予与奖励，均有记录；村村通公路。',
    '对对口帮扶单位、对对象户逐一走访。',
    '一五一十、二十二十地点清。',
    // Marks.
    '优秀率达到100%,10:30开会，见http://www.zgsuixian.gov.cn/a,b。',
    '全镇有“法律明白人”、“法治带头人”两支队伍；学习《关于印发《普法规划》的通知》。',
    '重点：1）学法；2）用法；a)讲解；（1）登记（含村（居）委会）。',
    '见第五条（一）、（二）项和附件（三）、附件（四）。',
    'People’s Mediation 与 rock ’n’ roll 均有译名。',
    '落实2021—2025年、2021-2025年、2021～2025年规划，文号20212025。',
    '讲堂从司法所—派出所一路办到——最远的村。',
    '开展宪法、民法典……宣传。群众称赞：“好！”“很好！”',
    // Ordinals.
    '3、4月份集中宣传。',
    '3.15消费者权益日开展咨询。',
    '一、二、三产业的企业都参加培训。',
    '老人说一是一、二是二。首先要守法。',
    '一是学宪法。二是学民法典。接着，一是讲案例，二是答疑问，三是发资料。',
    '一是抓学习：一是集体学，二是自学。二是抓落实。',
    '均川镇第一，是因为工作扎实。全县十是个整数。',
    '第一，抓学习；其次，抓落实。',
    // What looks like a gap.
    '调解张某某与李某、王××的纠纷，化解欧阳某某信访案件。',
    '联系电话138XXXX1234、身份证4213XXXXXXXXXX0012均已隐去。',
    '马甲XXL号，规格5×3米，学校名称有待补充，工作亟待填补空白。',
    '会议时间待定的，另行通知。',
    // What looks like a button.
    '网站增加了无障碍浏览功能，字体大小可以调节，短视频浏览量达2000次。',
    '村民扫一扫二维码即可打印办事指南，并分享到微信群。',
    '上一篇报告的问题已整改，下一步继续推进，关闭窗口服务不到位的网点2个。',
    '请群众访问随县人民政府门户网站。',
    // Names.
    '深入学习贯彻习近平新时代中国特色社会主义思想、习近平法治思想、习近平总书记重要讲话精神。',
    '学习习近平新时代中国特色社会主义经济思想，宣传《中华人民共和国宪法》。',
    '引起全社会注意，弘扬社会主义核心价值观、社会主义法治精神。',
    '学习政府规章，维护市场秩序正当竞争。',
  ])('%s', (words) => {
    expect(found(words)).toEqual([]);
  });
});

describe('half-width marks between Chinese characters', () => {
  test('are those that a page shows full-width: across marks of emphasis, not inside code', () => {
    expect(found('我镇**开展**,宣传`一,二`。')).toEqual(['6:9-10 punctuation/half-width']);
  });

  test('are mended in the text and in keys', () => {
    expect(mended('各村(居)委会开展宣传,参加:干部;群众!是否知晓?知晓。')).toBe(
      '各村（居）委会开展宣传，参加：干部；群众！是否知晓？知晓。',
    );
    const { diagnostics } = siteOf({
      ...BASE,
      [EVENT]: (BASE[EVENT] ?? '').replace('宣传\n', '宣传(广场)\n').replace('唐王广场', '唐王广场（宣传广场）'),
    });
    expect(brief(diagnostics)).toEqual([
      `${EVENT}:2:15-16 punctuation/half-width 汉字之间的标点“(”是半角，请改成全角“（”。这一段共有 2 处。`,
    ]);
    expect(diagnostics[0]?.edits?.map(({ at, text }) => [at.column, text])).toEqual([
      [15, '（'],
      [18, '）'],
    ]);
  });

  test('are left to the writer where the file spells them otherwise', () => {
    for (const words of ['我镇开展\\,宣传。', '我镇开展&#44;宣传。', '我镇**开展**,宣传。']) {
      expect(diagnosticsOf(words).map(({ rule, edits }) => [rule, edits])).toEqual([
        ['punctuation/half-width', undefined],
      ]);
    }
  });
});

describe('pairs', () => {
  test.each([
    ['建设“法治均川。', ['6:3-4']],
    ['建设法治均川”。', ['6:7-8']],
    ['建设“法治均川“。', ['6:8-9']],
    ['建设”法治均川”。', ['6:3-4']],
    ['建设”法治均川“和”平安均川“。', ['6:3-4', '6:10-11']],
    ['建设“法治均川，“平安均川”。', ['6:3-4']],
    ['学习“《民法典”》。', ['6:4-5']],
    ['走访（含新村)和(含老村）。', []],
    ['走访含新村）。', ['6:6-7']],
    ['强调‘学法’和‘用法。', ['6:8-9']],
    ['学习〈通知〉》。', ['6:7-8']],
  ])('%s', (words, places) => {
    const pairs = diagnosticsOf(words).filter(({ rule }) => rule === 'punctuation/pairs');
    expect(pairs.map(({ at }) => `${at.line}:${at.column}-${at.endColumn}`)).toEqual(places);
  });

  test('an item may stand between the two', () => {
    expect(found('我镇开展“法治宣传”（<!-- events -->）。')).toEqual([]);
  });

  test('straight quotation marks are mended', () => {
    expect(mended('开展"法治均川"创建，测得5"管道。')).toBe('开展“法治均川”创建，测得5"管道。');
  });
});

describe('what is mended mechanically', () => {
  test.each([
    ['普法...宣传', '普法……宣传'],
    ['普法。。。', '普法……'],
    ['普法…宣传', '普法……宣传'],
    ['普法--宣传', '普法——宣传'],
    ['普法，，宣传', '普法，宣传'],
    ['２０２２年发放ＬＥＤ灯', '2022年发放LED灯'],
    ['2021--2025年规划', '2021—2025年规划'],
    ['（一）、普法', '（一）普法'],
    ['(1)．普法', '(1)普法'],
    ['1、 普法', '1.普法'],
    ['普法。\n\n　　（一）、学法', '普法。\n\n　　（一）学法'],
  ])('%s becomes %s', (typed, right) => {
    expect(mended(typed)).toBe(right);
  });

  test.each(['普法、，宣传', '20212025年规划', '普法的的宣传', '司法所司法所', '建设法制政府'])(
    '%s is a question to the writer',
    (words) => {
      expect(found(words)).toHaveLength(1);
      expect(mended(words)).toBe(words);
    },
  );
});

describe('ordinals', () => {
  test('a number after a closing bracket is found at the beginning of a sentence', () => {
    expect(found('做到：（一）、学法；（二）、用法。')).toEqual(['6:4-8 ordinal/mark', '6:11-15 ordinal/mark']);
  });

  test('one that is higher than those before it is found', () => {
    expect(found('1.学法。\n\n（一）用法。')).toEqual(['8:1-4 ordinal/level']);
  });

  test('steps of an enumeration may come from items, in the order of the full text', () => {
    const item = (title: string, body: string): string => `---\ntitle: ${title}\nsection: problems\n---\n\n${body}\n`;
    const files = {
      ...BASE,
      '2022/sections/20-problems.md': (BASE['2022/sections/20-problems.md'] ?? '').replace(
        '<!-- shortcomings -->',
        '<!-- shortcomings -->四是经费不足。',
      ),
      '2022/shortcomings/02-staff.md': item('人员不足', '二是人员不足。'),
    };
    expect(brief(siteOf(files).diagnostics)).toEqual([
      '2022/sections/20-problems.md:6:28-30 ordinal/sequence “二是”后面应是“三是”，这里是“四是”。请核对是漏了一条，还是序号写错。',
    ]);
    const whole = { ...files, '2022/shortcomings/03-places.md': item('场所不足', '三是场所不足。') };
    expect(siteOf(whole).diagnostics).toEqual([]);
  });

  test('items that follow the body, or stand on a line of their own, are in their place too', () => {
    const problems = (body: string): Files => ({
      ...BASE,
      '2022/sections/20-problems.md': `---\ntitle: 存在的不足\npart: shortcomings\n---\n\n${body}\n`,
    });
    expect(siteOf(problems('<!-- shortcomings -->\n\n二是经费不足。')).diagnostics).toEqual([]);
    expect(brief(siteOf(problems('二是经费不足。')).diagnostics)).toEqual([
      '2022/sections/20-problems.md:6:1-3 ordinal/sequence “二是”前面没有“一是”。请补上漏掉的，或改成从“一是”写起。',
    ]);
  });

  test('a number said twice, or going back, is found', () => {
    expect(found('一是学法。二是用法。二是守法。')).toEqual(['6:11-13 ordinal/sequence']);
    expect(found('十是学法。十一是用法。十三是守法。')).toEqual(['6:1-3 ordinal/sequence', '6:12-15 ordinal/sequence']);
  });

  test('a title that brings its own number is for a person to mend: 一 is a word', () => {
    const files = { ...BASE, [SECTION]: (BASE[SECTION] ?? '').replace('主要举措和成效', '一、主要举措和成效') };
    expect(siteOf(files).diagnostics.map(({ rule, fix, edits }) => [rule, fix, edits])).toEqual([
      ['title/ordinal', '主要举措和成效', undefined],
    ]);
  });
});

describe('lines without an empty line between them', () => {
  test.each([
    ['普法。\n学法。', ['7:1-4 markdown/lines-merged']],
    ['普法情况\n（一）学法情况', ['7:1-8 markdown/lines-merged']],
    ['普法情况\n　　学法情况', ['7:1-7 markdown/lines-merged']],
    ['（一）普法情况\n全镇开展法治宣传活动，发放资料。', ['7:1-17 markdown/lines-merged']],
    ['（一）普法工作在全镇范围内广泛深入地开展起来\n并且取得了成效，群众的满意度得到提高。', []],
    ['普法，\n学法。', []],
    ['普法。  \n学法。', []],
    ['普法。\\\n学法。', []],
    ['```\n普法。\n学法。\n```', []],
    ['我镇在全镇范围内广泛深入开展法治宣传教育活动\n并且取得成效，群众满意度进一步得到提高。\n学法活动持续', []],
  ])('%j', (words, places) => {
    expect(found(words)).toEqual(places);
  });
});

describe('the word list', () => {
  const withTerms = (words: string, terms: string, organ = '均川镇党委政府'): string[] =>
    brief(
      siteOf({
        ...withBody(words),
        '2022/report.md': (BASE['2022/report.md'] ?? '').replace('均川镇党委政府', organ),
        ...(terms !== '' && { 'terms.yaml': terms }),
      }).diagnostics,
    );

  test('a town makes no 规章, a province does', () => {
    expect(withTerms('依法制定行政规章。', '', '均川街道办事处')).toHaveLength(1);
    expect(withTerms('依法制定行政规章。', '', '湖北省人民政府')).toEqual([]);
  });

  test('the site changes a term of the program, or takes it out', () => {
    const terms = (severity: string): string =>
      `terms:\n  - wrong: 法制政府\n    right: 法治政府\n    severity: ${severity}\n    reason: 本镇用语。\n`;
    expect(withTerms('建设法制政府。', terms('error'))).toEqual([
      `${SECTION}:6:3-7 typo/term “法制政府”是否应为“法治政府”？本镇用语。`,
    ]);
    expect(withTerms('建设法制政府。', terms('off'))).toEqual([]);
  });

  test('a wrong word inside the right one is none', () => {
    const terms = 'terms:\n  - wrong: 宪法周\n    right: 国家宪法周\n    reason: 全称\n';
    expect(withTerms('开展国家宪法周活动，宪法周办讲座。', terms)).toEqual([
      `${SECTION}:6:11-14 typo/term “宪法周”是否应为“国家宪法周”？全称。`,
    ]);
  });
});

test('one cross is a gap where a name or a number belongs', () => {
  expect(found('x镇有x名人员，拍摄X光片，增长5×人次。')).toEqual(['6:1-2 text/placeholder', '6:4-5 text/placeholder']);
});

test('what a stand-in in site.yaml is, one rule alone says', () => {
  const { diagnostics } = siteOf({
    ...BASE,
    'site.yaml': (BASE['site.yaml'] ?? '').replace('sponsor: 随县人民政府办公室', 'sponsor: 待补充'),
  });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['portal/placeholder']);
});
