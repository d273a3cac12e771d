import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../src/verify/body.js';
import { describeChange } from '../../src/verify/difference.js';

interface Case {
  path?: string;
  built: string | Buffer;
  found: string | Buffer;
  /** Whether the built bytes are at hand. */
  isAtHand?: boolean;
}

async function said({ path = 'a.html', built, found, isAtHand = true }: Case): Promise<string> {
  const bytes = Buffer.from(built);
  const file = { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  const body = await readBody(Readable.from([Buffer.from(found)]), file.size);
  return describeChange({ file, body, listed: [file], built: isAtHand ? bytes : undefined }).zh;
}

describe('what has changed in a file', () => {
  test('is told by line and character, counted as people do', async () => {
    expect(await said({ built: '<p>一</p>\n<p>𠮷川镇</p>', found: '<p>一</p>\n<p>𠮷山镇</p>' })).toBe(
      '仍是 28 字节；第 2 行第 5 字起“川”变成了“山”',
    );
    expect(await said({ built: '<p>𠮷</p>', found: '<p>𠮸</p>' })).toBe('仍是 11 字节；第 1 行第 4 字起“𠮷”变成了“𠮸”');
    expect(await said({ built: 'a\nb\nc\n', found: 'a\nc\n' })).toBe(
      '应为 6 字节，实有 4 字节；第 2 行第 1 字起少了“b␊”',
    );
  });

  test('is told by the first place, and in how many places', async () => {
    expect(await said({ built: '<p>一</p><p>二</p>', found: '<p>1</p><p>2</p>' })).toBe(
      '应为 20 字节，实有 16 字节；第 1 行第 4 字起“一”变成了“1”；共 2 处不同',
    );
  });

  test('is told short, and cannot steer the terminal', async () => {
    const words = await said({ built: '<p></p>', found: `<p>\u001b[2J${'赌'.repeat(500)}</p>` });
    expect(words).toBe(`应为 7 字节，实有 1511 字节；第 1 行第 4 字起多出“␛[2J${'赌'.repeat(76)}…”`);
  });

  test('is told of pages that have nothing in common, however long', async () => {
    const lines = (word: string): string => Array.from({ length: 5000 }, (_, at) => `${word}${at}\n`).join('');
    expect(await said({ built: lines('a'), found: lines('b') })).toMatch(
      /^仍是 \d+ 字节；第 1 行第 1 字起“a0␊.+…”变成了“b0␊.+…”$/,
    );
  });

  test('is told of files without lines by the byte', async () => {
    const [built, found] = [Buffer.from([1, 2, 3]), Buffer.from([1, 9, 3])];
    expect(await said({ path: '照片.png', built, found })).toBe('仍是 3 字节；从第 2 个字节起不同');
    expect(await said({ path: '照片.png', built, found: Buffer.from([1, 2]) })).toBe(
      '应为 3 字节，实有 2 字节；后半截没有了',
    );
  });

  test('is told by size alone where the built file is not at hand', async () => {
    expect(await said({ built: '一', found: '二', isAtHand: false })).toBe('仍是 3 字节，内容不同');
    expect(await said({ built: '一\n', found: '一\r\n', isAtHand: false })).toBe(
      '应为 4 字节，实有 5 字节；文字相同，换行符变了：上传时请用二进制方式',
    );
  });

  test('is not looked into in large files, which are only summed', async () => {
    const large = Buffer.alloc(5_000_000, 'a');
    expect(await said({ built: large, found: Buffer.from(large).fill('b', 9) })).toBe('仍是 5000000 字节，内容不同');
  });
});
