import { expect, test } from 'vitest';
import { BASE, brief, siteOf } from '../support/content.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a key named %s is a key like any other',
  (key) => {
    const event = (BASE[EVENT] ?? '').replace('office: 司法所\n', `office: 司法所\n${key}: 司法所\n`);
    const { diagnostics } = siteOf({ ...BASE, [EVENT]: event });
    expect(brief(diagnostics)).toEqual([
      `${EVENT}:6:1-${key.length + 1} key/unknown 不认识的键“${key}”，这里可以写：title、office、date、figures、section、place、topic、law、kind。`,
    ]);
  },
);

test.each(['constructor', '__proto__'])('a choice, a folder and a remark named %s are unknown', (word) => {
  const event = (BASE[EVENT] ?? '')
    .replace('office: 司法所\n', `office: 司法所\nkind: ${word}\n`)
    .replace('日宣传。', `日宣传。<!-- ${word} -->`);
  const { diagnostics } = siteOf({ ...BASE, [EVENT]: event, [`2022/${word}/x.md`]: BASE[EVENT] });
  expect(diagnostics.map(({ at, rule }) => `${at.file} ${rule}`)).toEqual([
    `2022/${word}/x.md file/unplaced`,
    `${EVENT} key/choice`,
  ]);
});

test('wrong values are taken out one by one, and the rest of the file is still looked at', () => {
  const event = (BASE[EVENT] ?? '').replace(
    'office: 司法所\n',
    'office: [司法所, 司法局所]\nfigures:\n  - label: 宣传\n  - label: 宣传\n    value: 100\n    unit: 份\n    colour: red\n',
  );
  const { diagnostics } = siteOf({ ...BASE, [EVENT]: event });
  expect(brief(diagnostics)).toEqual([
    `${EVENT}:5:15-19 office/unknown 未登记的责任单位“司法局所”，是否指“司法所”？`,
    `${EVENT}:7:5-14 key/missing 缺少必填的键 value（数值）。请写上，例如：value: 8000`,
    `${EVENT}:9:12-15 faithful/figure 正文里没有“100份”。数值和单位连起来要与报告原文一字不差，请核对。`,
    `${EVENT}:11:5-11 key/unknown 不认识的键“colour”，这里可以写：label、value、unit。`,
  ]);
});
