import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/build.js';
import { findEvents, type EventDraft, type ProseContext } from '../../../src/import/events/find-events.js';
import { OfficeNames } from '../../../src/import/events/offices.js';
import { contains } from '../../../src/model/folded.js';
import type { DateSpan } from '../../../src/model/site.js';
import { NONE, ONE_IN_A_TIME, ONE_ON_A_DAY, SEVERAL } from './paragraphs.js';

const REPORT: ProseContext = { year: 2022, part: 'measures', headings: [], offices: new OfficeNames() };

/** The paragraph with its events marked, and their dates. */
function marked(paragraph: string, context = REPORT): { text: string; dates: string[] } {
  const { events } = findEvents(paragraph, context);
  let text = '';
  let next = 0;
  for (const { start, end } of events) {
    text += `${paragraph.slice(next, start)}⟦${paragraph.slice(start, end)}⟧`;
    next = end;
  }
  return { text: text + paragraph.slice(next), dates: events.map(({ date }) => shown(date)) };
}

function shown({ start, end, precision }: DateSpan): string {
  return precision === 'day' ? start : `${start}/${end} ${precision}`;
}

/** A mark between two events belongs to the first; the tables leave it outside. */
const evened = (text: string): string => text.replace(/([，；。])⟧/g, '⟧$1');
const bare = (text: string): string => text.replace(/[⟦⟧]/g, '');

function only(paragraph: string, context = REPORT): EventDraft {
  const [event, ...more] = findEvents(paragraph, context).events;
  if (!event || more.length > 0) throw new Error(`expected one event in ${paragraph}`);
  return event;
}

describe('an event', () => {
  test.each([...ONE_ON_A_DAY, ...ONE_IN_A_TIME])('%s is on %s', (paragraph, date) => {
    const found = marked(bare(paragraph));
    expect({ text: evened(found.text), dates: found.dates }).toEqual({ text: evened(paragraph), dates: [date] });
  });

  test.each(SEVERAL)('%s', (paragraph, ...dates) => {
    const found = marked(bare(paragraph));
    expect({ text: evened(found.text), dates: found.dates }).toEqual({ text: evened(paragraph), dates });
  });

  test('takes the mark that divides it from the next one, so that nothing stands between them', () => {
    expect(marked('4月15日，开展国家安全宣传；6月26日，开展禁毒宣传。').text).toBe(
      '⟦4月15日，开展国家安全宣传；⟧⟦6月26日，开展禁毒宣传。⟧',
    );
  });

  test('is the same in half-width marks and with blanks in its numbers', () => {
    expect(marked('为提升法治意识,4 月 15 日,青石镇召开会议.6 月 26 日,开展禁毒宣传。')).toEqual({
      text: '为提升法治意识,⟦4 月 15 日,青石镇召开会议.⟧⟦6 月 26 日,开展禁毒宣传。⟧',
      dates: ['2022-04-15', '2022-06-26'],
    });
  });
});

describe('no event', () => {
  test.each(NONE)('%s', (paragraph) => {
    expect(marked(paragraph)).toEqual({ text: paragraph, dates: [] });
  });

  test.each([
    ['截至10月底，共排查纠纷126起。', ['10月底：是截止时间']],
    ['要求各单位在5月20日前报送报告。', ['5月20日：是截止时间']],
    ['要求各村于3月底报送报告。', ['3月底：是期限']],
    ['《信访工作条例》于5月1日起施行。', ['5月1日：是法规、文件的日期']],
    ['2021年12月3日，组织开展宪法宣传。', ['2021年12月3日：不是本报告年度的事']],
    ['拟于12月中旬开展考核工作。', ['12月中旬：是计划中的事']],
    [
      '利用4月15日、6月26日等节点开展宣传。',
      ['4月15日：是一串宣传节点，没有说哪一天做了什么', '6月26日：是一串宣传节点，没有说哪一天做了什么'],
    ],
    ['1—10月，共办理法律援助案件15件。', ['1—10月：是统计时段']],
    ['2022年，全镇开展宣传20余次。', ['2022年：是整年，不是某一天的事']],
    ['上半年，全镇开展宣传8次。', ['上半年：是半年或季度，不是某一天的事']],
    ['成文日期：2022年12月30日', ['2022年12月30日：是网页或落款的日期']],
    ['6月26日是国际禁毒日。', ['6月26日：没有说做了什么']],
    ['2022年，我镇扎实推进法治政府建设。', []],
  ])('%s is passed over, with the reason', (paragraph, reasons) => {
    const { passedOver } = findEvents(paragraph, REPORT);
    expect(passedOver.map(({ date, reason }) => `${date.text}：${reason.zh}`)).toEqual(reasons);
    for (const { quotation } of passedOver) expect(paragraph).toContain(quotation);
  });
});

describe('what stands around the paragraph', () => {
  const sentence = '6月26日，镇禁毒办开展禁毒宣传。';

  test('a part on next year holds no events', () => {
    expect(findEvents(sentence, { ...REPORT, part: 'plan' }).events).toEqual([]);
    expect(findEvents(sentence, { ...REPORT, headings: ['四、下一步工作打算'] }).events).toEqual([]);
    expect(findEvents(sentence, { ...REPORT, headings: ['（二）强化普法宣传'] }).events).toHaveLength(1);
  });

  test('a sentence on what is to come begins no event, nor does one behind it', () => {
    expect(findEvents('下一步，抓好普法工作。12月4日开展宪法宣传。', REPORT).events).toEqual([]);
  });

  test('the date before the paragraph tells which month 同月 is', () => {
    const { lastDate } = findEvents('4月12日，召开信访工作会议。', REPORT);
    const event = only('同月26日，开展知识产权宣传。', { ...REPORT, ...(lastDate && { before: lastDate }) });
    expect(event).toMatchObject({ dateWords: '4月26日', date: { start: '2022-04-26', precision: 'day' } });
    expect(event.doubts.map(({ zh }) => zh)).toEqual(['日期是按前文推算的，请核对是不是这一天。']);
    expect(findEvents('同月26日，开展知识产权宣传。', REPORT).events).toEqual([]);
  });

  test('次日 may be in the next month', () => {
    const { events } = findEvents('6月30日，召开安全生产会议。次日，组织拉网式排查。', REPORT);
    expect(events.map(({ dateWords }) => dateWords)).toEqual(['6月30日', '7月1日']);
  });

  test('the year is the report’s', () => {
    expect(only(sentence, { ...REPORT, year: 2019 }).date.start).toBe('2019-06-26');
  });
});

describe('doubts', () => {
  test.each([
    ['5月20日、6月21日，镇计生办开展法规宣传。', '这一件事写了不止一个日期，条目用的是第一个，请决定是否分开。'],
    ['在“12·4”国家宪法日来临之际，镇司法所开展宣传。', '写的是“来临之际”“前夕”，不一定是当天，请核对日期。'],
    ['3月15日起，开展打击养老诈骗专项行动。', '从这一天起开展，不止这一天，请核对日期。'],
    ['7月27日，收到法院司法建议书1份。', '没有找到合适的标题，暂用正文开头的几个字，请改写。'],
  ])('%s', (paragraph, doubt) => {
    expect(only(paragraph).doubts.map(({ zh }) => zh)).toEqual([doubt]);
  });
});

describe('what an event’s words tell', () => {
  test.each<[string, Partial<EventDraft>]>([
    [
      '4月15日，青石镇在文化广场开展全民国家安全教育日宣传活动，发放宣传资料600余份，解答群众咨询40余人次。',
      {
        title: '全民国家安全教育日宣传活动',
        kind: 'campaign',
        offices: ['青石镇'],
        place: '文化广场',
        topic: '国家安全教育日',
        figures: [
          { label: '发放宣传资料', value: '600', unit: '余份' },
          { label: '解答群众咨询', value: '40', unit: '余人次' },
        ],
      },
    ],
    [
      '5月18日，云溪街道司法所、平安办、派出所联合走进阳光社区，开展“美好生活·民法典相伴”主题宣传活动。',
      {
        title: '“美好生活·民法典相伴”主题宣传活动',
        kind: 'campaign',
        offices: ['云溪街道司法所', '平安办', '派出所'],
        place: '阳光社区',
        law: '民法典',
      },
    ],
    [
      '9月20日，镇政府与某某律师事务所签订法律顾问合同。',
      { title: '签订法律顾问合同', kind: 'other', offices: ['镇政府', '某某律师事务所'] },
    ],
    ['3月2日，召开镇党委会议，专题听取法治建设工作汇报。', { title: '镇党委会议', kind: 'meeting', offices: [] }],
    [
      '6月9日，镇人大组织部分县乡人大代表对全镇普法工作进行视察。',
      { title: '对全镇普法工作进行视察', kind: 'inspection', offices: ['镇人大'] },
    ],
    [
      '4月29日，青石镇组织村（社区）干部到县人民法院旁听行政诉讼案件庭审。',
      { title: '组织村（社区）干部到县人民法院旁听行政诉讼案件庭审', kind: 'other', place: '县人民法院' },
    ],
    [
      '7月15日，采取线上方式举办行政处罚法培训。',
      { title: '行政处罚法培训', kind: 'online', topic: '行政处罚法', law: '行政处罚法' },
    ],
    [
      '7月7日，镇应急办组织开展安全生产法专题培训，企业负责人60人参加。',
      {
        title: '安全生产法专题培训',
        kind: 'training',
        offices: ['镇应急办'],
        figures: [{ label: '企业负责人', value: '60', unit: '人' }],
      },
    ],
    [
      '4月13日邀请法律顾问开展民法典专题讲座。',
      { title: '民法典专题讲座', kind: 'lecture', law: '民法典', offices: [] },
    ],
    [
      '4月20日，组织“法律明白人”培训，来自12个村的48名“法律明白人”参加培训。',
      {
        title: '组织“法律明白人”培训',
        kind: 'training',
        figures: [{ label: '“法律明白人”参加培训', value: '48', unit: '名' }],
      },
    ],
    [
      '6月28日，省委依法治省办督察组莅临我镇督察法治政府建设工作。',
      { kind: 'inspection', offices: ['省委依法治省办'] },
    ],
    [
      '3月16日，参会的村（居）委会书记、镇直部门负责人通过学习掌握了《民法典》知识。',
      { offices: [], law: '《民法典》' },
    ],
  ])('%s', (paragraph, expected) => {
    expect(only(paragraph)).toMatchObject(expected);
  });

  test('an office of the site’s own list acts under the name that the text has', () => {
    const offices = new OfficeNames(['平安法治专干组', '专干组']);
    expect(only('5月6日，平安法治专干组开展禁毒宣传。', { ...REPORT, offices }).offices).toEqual(['平安法治专干组']);
  });
});

describe('for any paragraph', () => {
  const pieces = [...ONE_ON_A_DAY, ...ONE_IN_A_TIME, ...SEVERAL].map(([paragraph]) => bare(paragraph));
  const cut = fc
    .tuple(fc.constantFrom(...pieces, ...NONE), fc.nat(60), fc.nat(60))
    .map(([text, from, length]) => text.slice(from, from + length + 1));
  const whole = fc.constantFrom(...pieces, ...NONE);
  const odd = fc.string({ unit: 'binary', maxLength: 20 });
  const marks = fc.constantFrom(...'，。；：、“”《》（）(),.;\n 　0１五月日号年初');
  const paragraph = fc.array(fc.oneof(whole, cut, odd, marks), { maxLength: 8 }).map((parts) => parts.join(''));

  test('events stand in order, apart, and every word of theirs stands in their text', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        let next = 0;
        for (const event of findEvents(text, REPORT).events) {
          expect(event.start).toBeGreaterThanOrEqual(next);
          expect(event.end).toBeGreaterThan(event.start);
          next = event.end;
          expect(next).toBeLessThanOrEqual(text.length);
          const words = text.slice(event.start, event.end);
          expect(words).toContain(event.title);
          for (const one of [
            event.topic,
            event.law,
            event.place,
            ...event.offices,
            ...event.figures.map(({ label }) => label),
          ])
            expect(one === undefined || contains(words, one)).toBe(true);
          expect(readDate(event.dateWords, 2022)).toEqual({ date: event.date });
          expect(event.date.start.slice(0, 4)).toBe('2022');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a title has 4 to 30 characters, no ordinal and no ending mark', () => {
    for (const text of pieces)
      for (const { title } of findEvents(text, REPORT).events) {
        expect(title).toMatch(/^.{4,30}$/);
        expect(title).not.toMatch(/^(?:[一二三四五六七八九十]是|（)|[，。；：、]$/);
      }
  });

  test.each([
    '4月15日，',
    '4月15日开展宣传，',
    '“',
    '《',
    '在',
    '为',
    '镇司法所',
    '联合镇政府、',
    '是',
    '12个',
    '。',
    '一是',
    '4月15日、',
    '“3·15”、',
    '当天，',
    '活动中，',
    '的',
    '开展',
    '和镇',
  ])('a hundred thousand characters of %s are soon read', (words) => {
    const text = `4月1日，${words.repeat(Math.ceil(100_000 / words.length))}`;
    const ends = findEvents(text, REPORT).events.map(({ end }) => end);
    expect(ends.every((end) => end <= text.length)).toBe(true);
  });
});
