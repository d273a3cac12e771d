/** `docs/schema/` holds the JSON Schema of each kind of file; `UPDATE=1` writes it anew. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf } from '../../src/assemble/json-schema.js';
import { SCHEMAS, type FileKind } from '../../src/assemble/keys.js';
import { filesIn } from '../support/folder.js';
import { ROOT } from '../support/site.js';

const FOLDER = join(ROOT, 'docs/schema');
const KINDS = Object.keys(SCHEMAS) as FileKind[];

const checkerOf = (kind: FileKind): ((data: unknown) => boolean) =>
  new Ajv({ allowUnionTypes: true }).compile(jsonSchemaOf(kind));
const frontMatterOf = (text: string): unknown => parse(text.split(/^---$/m)[1] ?? '');

describe.each(KINDS)('the schema of %s', (kind) => {
  test('stands in docs/schema as it is generated', () => {
    const file = join(FOLDER, `${kind}.schema.json`);
    const text = `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });
});

test('there is no schema of anything else', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(KINDS.map((kind) => `${kind}.schema.json`).toSorted());
});

test('every file of the real content satisfies the schema of its kind', () => {
  const kindOf = (path: string): FileKind =>
    path.endsWith('/report.md')
      ? 'report'
      : (/\/(section|event|shortcoming|task|dut)(?:s|ies)\//.exec(path)?.[1]?.replace('dut', 'duty') as FileKind);
  const content = join(ROOT, 'content');
  const pages = filesIn(content).filter((path) => path.endsWith('.md') && path.includes('/'));
  expect(pages.length).toBeGreaterThan(40);
  const failing = pages.filter(
    (path) => !checkerOf(kindOf(path))(frontMatterOf(readFileSync(join(content, path), 'utf8'))),
  );
  expect(failing).toEqual([]);
  expect(checkerOf('site')(parse(readFileSync(join(content, 'site.yaml'), 'utf8')))).toBe(true);
});

describe('an event', () => {
  const isRight = checkerOf('event');

  test('may be written with Chinese keys and choices', () => {
    expect(isRight({ 标题: '国际禁毒日宣传', 章节: 'publicity', 日期: '6月26日', 类型: '宣传活动' })).toBe(true);
  });

  test.each([
    ['a misspelt key', { title: '宣传', section: 'a', date: '6月26日', ofice: '司法所' }],
    ['no date', { title: '宣传', section: 'a' }],
    ['a kind that there is not', { title: '宣传', section: 'a', date: '6月26日', kind: '演出' }],
    ['figures in one line', { title: '宣传', section: 'a', date: '6月26日', figures: '8000余份' }],
  ])('with %s is wrong', (_, data) => {
    expect(isRight(data)).toBe(false);
  });
});
