import { describe, expect, test } from 'vitest';
import { OfficeNames, officesIn } from '../../../src/import/events/offices.js';

const names = (text: string, known: string[] = []): string[] => officesIn(text, known).map(({ name }) => name);

describe('offices in running text', () => {
  test.each([
    ['均川镇政法办、妇联、团委携手随县检察院', ['均川镇政法办', '妇联', '团委', '随县检察院']],
    ['4月15日青石镇司法所联合县自然资源和规划局开展宣传', ['青石镇司法所', '县自然资源和规划局']],
    ['由镇综治中心牵头，会同派出所、交警中队', ['镇综治中心', '派出所', '交警中队']],
    ['组织各村（居）委会和镇直各单位', ['各村（居）委会', '镇直各单位']],
    ['邀请县公安局食药环侦大队民警', ['县公安局食药环侦大队']],
    ['县委依法治县办到我镇督察', ['县委依法治县办']],
    ['镇党委理论学习中心组集中学习', ['镇党委理论学习中心组']],
    ['白鹭镇派驻检察室走进白鹭小学', ['白鹭镇派驻检察室', '白鹭小学']],
    ['与湖北正大律师事务所签订合同', ['湖北正大律师事务所']],
    ['我镇司法所工作人员', ['我镇司法所']],
    ['县人力资源和社会保障局、县总工会', ['县人力资源和社会保障局', '县总工会']],
    ['白鹭镇法治建设领导小组召开会议', ['白鹭镇法治建设领导小组']],
    ['均川派出所、均川司法所', ['均川派出所', '均川司法所']],
  ])('%s names %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each([
    '推进法治政府建设，做好政府信息公开',
    '镇人大代表视察前，组织部分群众参加集中学习',
    '召开会议，开展宣传活动',
    '在农贸市场发放资料',
  ])('%s names no office that does not stand there', (text) => {
    expect(names(text).filter((name) => name !== '镇人大')).toEqual([]);
  });

  test('a name of the site’s own list is found whole, whatever the grammar makes of it', () => {
    expect(names('山口片区专干组与司法所', ['山口片区专干组', '专干组'])).toEqual(['山口片区专干组', '司法所']);
  });

  test('half-width brackets are as good as full-width ones', () => {
    expect(names('各村(居)委会开展宣传', ['各村（居）委会'])).toEqual(['各村(居)委会']);
  });

  test('places are those in the text as given', () => {
    const text = '今天，镇司法所与县妇联开会';
    for (const { name, start, end } of new OfficeNames([]).in(text)) expect(text.slice(start, end)).toBe(name);
    expect(names(text)).toEqual(['镇司法所', '县妇联']);
  });
});
