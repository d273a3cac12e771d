import { expect, test } from 'vitest';
import { inBody, marked, markedIn } from './marked.js';

test('a mark of secrecy or internal use is found where marks stand', () => {
  expect(marked('机密★1年')).toEqual(['secrecy/mark: 机密★1年']);
  expect(marked('秘　密 ★')).toEqual(['secrecy/mark: 秘　密 ★']);
  expect(marked('密级：绝密')).toEqual(['secrecy/mark: 绝密']);
  expect(marked('名单（内部资料，注意保存）')).toEqual(['secrecy/mark: 内部资料，注意保存']);
  expect(marked('内部使用')).toEqual(['secrecy/mark: 内部使用']);
  expect(marked('公开方式：不予公开')).toEqual(['secrecy/mark: 不予公开']);
  expect(marked('（此件不予公开）')).toEqual(['secrecy/mark: 此件不予公开']);
  expect(markedIn({ ...inBody('见[名单](../机密-名单.pdf)。'), '2022/机密-名单.pdf': 'x' })).toEqual([
    'secrecy/mark: [名单](../机密-名单.pdf)',
  ]);
});

test.each([
  '学习《保守国家秘密法》，保守国家秘密、商业秘密和个人隐私，不得泄露机密。',
  '国家秘密的密级分为绝密、机密、秘密三级（绝密、机密、秘密）。',
  '健全信息公开审查制度，明确不予公开的情形，依法不予公开3件，内部使用规范进一步完善。',
  '整理内部资料，注意保密，加强内部资料管理，注意保存证据，妥善保管档案。',
  '| 处理结果 | 件数 |\n| --- | --- |\n| 不予公开 | 0 |',
])('the words alone are no mark: %s', (words) => {
  expect(marked(words)).toEqual([]);
});
