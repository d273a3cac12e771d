import { expect, test } from 'vitest';
import type { TownTexts } from '../../src/model/search-texts.js';
import { townsLike } from '../../templates/choose-town.js';

const TOWNS: TownTexts[] = [
  { town: 'suixian/junchuan', name: '均川镇人民政府', group: '随县', texts: [] },
  { town: 'suixian/lishan', name: '厉山镇人民政府', group: '随县', texts: [] },
  { town: 'guangshui/chengguan', name: '城关镇人民政府', group: '广水市', texts: [] },
  { town: 'liulin', name: '柳林镇人民政府', texts: [] },
];

test.each([
  ['', ['均川', '厉山', '城关', '柳林']],
  ['川', ['均川']],
  ['随县', ['均川', '厉山']],
  ['随县 厉山镇', ['厉山']],
  ['隨縣', ['均川', '厉山']],
  ['ＬＩＵ', ['柳林']],
  ['junchuan', ['均川']],
  ['广水 均川', []],
])('“%s” finds the towns %o', (typed, names) => {
  expect(townsLike(TOWNS, typed).map(({ name }) => name.slice(0, 2))).toEqual(names);
});
