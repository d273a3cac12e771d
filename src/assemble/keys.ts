/**
 * Keys: the closed set that each kind of file may have, and how a file's keys become typed values.
 *
 * In:  the front matter as `read` left it, every scalar text.
 * Out: the values under their English names, the place of each, and a diagnostic for every key that is wrong.
 *
 * A key may be written in English or by its Chinese name; a key without a value counts as absent.
 */
import * as z from 'zod/mini';
import { diagnose, SEVERITIES, type Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { HOLDER_WORDS, KIND_WORDS, PART_WORDS, STATUS_WORDS } from '../model/choice-words.js';
import { EVENT_KINDS, HOLDERS, PARTS, STATUSES } from '../model/site.js';
import type { SourceMap, SourceValue } from '../model/source.js';
import { startOf, type Span } from '../model/span.js';
import * as rules from './rules.js';

const words = z.string();
const wordsList = z.pipe(
  z.union([words, z.array(words)]),
  z.transform((value) => (typeof value === 'string' ? [value] : value)),
);
const optional = { words: z.optional(words), wordsList: z.optional(wordsList) };
const figures = z.array(z.strictObject({ label: words, value: words, unit: optional.words }));

const footerValue = z.optional(z.union([words, z.strictObject({ text: words, url: optional.words })]));

const common = { title: words, office: optional.wordsList, date: optional.words, figures: z.optional(figures) };

/** One schema a kind of file: DESIGN.md §3. */
export const SCHEMAS = {
  report: z.strictObject({
    ...common,
    year: words,
    organ: words,
    adopted: optional.words,
    published: optional.words,
    index: optional.words,
    number: optional.words,
    summary: optional.words,
    keywords: optional.wordsList,
    author: optional.words,
  }),
  section: z.strictObject({ ...common, part: z.optional(z.enum(PARTS)), section: optional.words }),
  event: z.strictObject({
    ...common,
    section: words,
    date: words,
    place: optional.words,
    topic: optional.words,
    law: optional.words,
    kind: z.optional(z.enum(EVENT_KINDS)),
  }),
  duty: z.strictObject({
    ...common,
    section: words,
    holder: z.enum(HOLDERS),
    basis: optional.words,
    status: z.enum(STATUSES),
    due: optional.words,
    evidence: optional.wordsList,
  }),
  shortcoming: z.strictObject({ ...common, section: words, cause: optional.words, tasks: optional.wordsList }),
  task: z.strictObject({
    ...common,
    section: words,
    due: optional.words,
    addresses: optional.wordsList,
    result: optional.words,
  }),
  site: z.strictObject({
    portal: z.optional(
      z.strictObject({
        name: optional.words,
        domain: optional.words,
        url: optional.words,
        code: optional.words,
        breadcrumb: z.optional(z.array(z.strictObject({ name: words, url: optional.words }))),
        column: z.optional(
          z.strictObject({
            name: optional.words,
            url: optional.words,
            description: optional.words,
            keywords: optional.wordsList,
            type: optional.words,
          }),
        ),
        footer: z.optional(
          z.strictObject({
            sponsor: footerValue,
            contact: footerValue,
            icp: footerValue,
            police: footerValue,
            badge: footerValue,
            complaint: footerValue,
            sitemap: footerValue,
          }),
        ),
      }),
    ),
    offices: z.optional(z.array(z.strictObject({ id: words, name: words, aliases: optional.wordsList }))),
    rules: z.optional(
      z.array(z.strictObject({ rule: words, severity: z.enum(['off', ...SEVERITIES]), reason: optional.words })),
    ),
  }),
  terms: z.strictObject({
    terms: z.array(
      z.strictObject({
        wrong: words,
        right: optional.words,
        severity: z.optional(z.enum(['off', ...SEVERITIES])),
        reason: words,
        near: optional.wordsList,
      }),
    ),
  }),
} as const;
export type FileKind = keyof typeof SCHEMAS;

/** A key in both languages, and a value to show when it is missing. */
interface KeyName {
  zh: string;
  example?: string;
}

/** The Chinese name of each key, accepted in its place. */
export const NAMES: Readonly<Record<string, KeyName>> = {
  title: { zh: '标题', example: '国际禁毒日宣传' },
  section: { zh: '章节', example: 'publicity' },
  office: { zh: '责任单位' },
  date: { zh: '日期', example: '6月26日' },
  figures: { zh: '数据' },
  label: { zh: '项目', example: '发放宣传资料' },
  value: { zh: '数值', example: '8000' },
  unit: { zh: '单位' },
  year: { zh: '年度', example: '2022' },
  organ: { zh: '发布机构', example: '均川镇党委政府' },
  adopted: { zh: '成文日期' },
  published: { zh: '发布日期' },
  index: { zh: '索引号' },
  number: { zh: '文号' },
  summary: { zh: '摘要' },
  keywords: { zh: '关键词' },
  author: { zh: '作者' },
  part: { zh: '部分', example: 'measures' },
  place: { zh: '地点' },
  topic: { zh: '主题' },
  law: { zh: '法律' },
  kind: { zh: '类型' },
  holder: { zh: '责任人', example: 'both' },
  basis: { zh: '依据' },
  status: { zh: '状态', example: 'done' },
  due: { zh: '期限' },
  evidence: { zh: '佐证' },
  cause: { zh: '原因' },
  tasks: { zh: '整改任务' },
  addresses: { zh: '对应问题' },
  result: { zh: '结果' },
  id: { zh: '代号', example: 'justice-office' },
  name: { zh: '名称', example: '司法所' },
  text: { zh: '文字' },
  rules: { zh: '规则' },
  rule: { zh: '规则名', example: 'punctuation/half-width' },
  severity: { zh: '级别', example: 'warning' },
  reason: { zh: '理由', example: '报告里的固定说法' },
  terms: { zh: '词语' },
  wrong: { zh: '错误写法', example: '法制政府' },
  right: { zh: '正确写法' },
  near: { zh: '上下文' },
};

/** What a clerk may write for a choice in Chinese; the first name is the one that messages show. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  part: {
    measures: [PART_WORDS.measures, '举措', '举措和成效'],
    shortcomings: [PART_WORDS.shortcomings, '不足', '问题'],
    duties: [PART_WORDS.duties, '职责'],
    plan: [PART_WORDS.plan, '安排'],
    other: [PART_WORDS.other],
  },
  holder: {
    party: [HOLDER_WORDS.party, '党委'],
    government: [HOLDER_WORDS.government, '政府'],
    both: [HOLDER_WORDS.both, '党政'],
  },
  status: {
    done: [STATUS_WORDS.done, '完成'],
    ongoing: [STATUS_WORDS.ongoing, '推进中', '进行中'],
    planned: [STATUS_WORDS.planned, '计划'],
    missed: [STATUS_WORDS.missed],
  },
  severity: {
    off: ['关闭'],
    info: ['提示'],
    warning: ['提醒'],
    error: ['错误'],
  },
  kind: {
    campaign: [KIND_WORDS.campaign, '宣传'],
    meeting: [KIND_WORDS.meeting],
    training: [KIND_WORDS.training],
    lecture: [KIND_WORDS.lecture],
    inspection: [KIND_WORDS.inspection],
    online: [KIND_WORDS.online, '线上'],
    other: [KIND_WORDS.other],
  },
};

const SHAPES: Readonly<Record<string, { zh: string; en: string }>> = {
  figures: {
    zh: '列表：下一行写“- label: 发放宣传资料”，再往下写 value 和 unit，与 label 对齐',
    en: 'a list of label, value, unit',
  },
  offices: { zh: '列表，每项有 id、name、aliases', en: 'a list of id, name, aliases' },
  breadcrumb: { zh: '列表，每项有 name、url', en: 'a list of name, url' },
  rules: {
    zh: '列表：下一行写“- rule: 规则名”，再往下写 severity 和 reason，与 rule 对齐',
    en: 'a list of rule, severity, reason',
  },
  terms: {
    zh: '列表：下一行写“- wrong: 错误写法”，再往下写 right、reason，与 wrong 对齐',
    en: 'a list of wrong, right, reason',
  },
  portal: { zh: '下一级的键：name、domain、url 等', en: 'keys of its own: name, domain, url, …' },
  column: { zh: '下一级的键：name、url、description 等', en: 'keys of its own: name, url, description, …' },
  footer: { zh: '下一级的键：sponsor、contact 等', en: 'keys of its own: sponsor, contact, …' },
};

/** The values of one file under their English names; whatever was wrong is absent. */
export interface Keys<Kind extends FileKind> {
  values: Partial<z.output<(typeof SCHEMAS)[Kind]>>;
  /** The English names of all keys that the file has, right or wrong. */
  keys: string[];
  /** The place of the value at a path such as `['figures', 1, 'unit']`, or of the nearest thing above it. */
  at(...path: (string | number)[]): Span;
  diagnostics: Diagnostic[];
}

/** Checks a file's keys; `undefined` data is a file without any. */
export function readKeys<Kind extends FileKind>(kind: Kind, file: string, data: SourceMap | undefined): Keys<Kind> {
  const diagnostics: Diagnostic[] = [];
  const written = data ?? { kind: 'map', entries: [], at: startOf(file) };
  const { plain, place } = toPlain(written, '', diagnostics);
  const at = (...path: (string | number)[]): Span => spanOf(place, path);
  const keys = [...place.parts.keys()].map(String);
  const schema: z.ZodMiniObject = SCHEMAS[kind];
  const checked = schema.safeParse(plain);
  if (checked.success) return { values: checked.data as Keys<Kind>['values'], keys, at, diagnostics };

  diagnostics.push(...checked.error.issues.flatMap((issue) => explain(issue, schema, plain, place)));
  return {
    values: salvage(z.partial(schema), plain, place, checked.error.issues) as Keys<Kind>['values'],
    keys,
    at,
    diagnostics,
  };
}

/** What is left when the wrong values are taken out, each as low down as can be. */
function salvage(
  schema: z.ZodMiniObject,
  plain: unknown,
  place: Place,
  issues: readonly z.core.$ZodIssue[],
  rounds = 9,
): unknown {
  for (const issue of issues.toReversed()) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) takeOut(plain, place, [...path, key]);
    // What lacks a key of its own goes as a whole.
    else takeOut(plain, place, valueAt(plain, path) === undefined ? path.slice(0, -1) : path);
  }
  const rest = schema.safeParse(plain);
  if (rest.success) return rest.data;
  return rounds === 0 ? {} : salvage(schema, plain, place, rest.error.issues, rounds - 1);
}

function takeOut(plain: unknown, place: Place, path: readonly (string | number)[]): void {
  const key = path.at(-1);
  const holder = valueAt(plain, path.slice(0, -1));
  if (key === undefined || typeof holder !== 'object' || holder === null) return;
  if (!Array.isArray(holder)) {
    delete (holder as Record<string, unknown>)[key];
    return;
  }
  // The places of the items behind it move up with them.
  const parts = placeAt(place, path.slice(0, -1)).parts;
  holder.splice(Number(key), 1);
  for (let index = Number(key); index < holder.length; index += 1) {
    const next = parts.get(index + 1);
    if (next) parts.set(index, next);
  }
  parts.delete(holder.length);
}

/** Where a value stands, where its key does, and the same of what it holds. */
interface Place {
  at: Span;
  keyAt?: Span;
  parts: Map<string | number, Place>;
}

/** Plain values for the schema; keys in English, choices too, keys without a value left out. */
function toPlain(value: SourceValue, key: string, diagnostics: Diagnostic[]): { plain: unknown; place: Place } {
  const place: Place = { at: value.at, parts: new Map() };
  if (value.kind === 'text') return { plain: english(key, value.value), place };
  if (value.kind === 'list') {
    const items = value.items.map((item) => toPlain(item, key, diagnostics)).filter((item) => item.plain !== '');
    items.forEach((item, index) => place.parts.set(index, item.place));
    return { plain: items.map((item) => item.plain), place };
  }
  // Without a prototype, so that a key named `constructor` or `__proto__` is a key like any other.
  const plain = Object.create(null) as Record<string, unknown>;
  const seen = new Map<string, { key: string; keyAt: Span }>();
  for (const entry of value.entries) {
    const name = englishKey(entry.key);
    const earlier = seen.get(name);
    if (earlier) {
      const first = { message: { zh: '第一次写在这里。', en: 'First written here.' }, at: earlier.keyAt };
      diagnostics.push(
        diagnose(rules.keyRepeated, { at: entry.keyAt, key: earlier.key, alias: entry.key, related: [first] }),
      );
      continue;
    }
    seen.set(name, entry);
    const made = toPlain(entry.value, name, diagnostics);
    place.parts.set(name, { ...made.place, keyAt: entry.keyAt });
    if (made.plain !== '') plain[name] = made.plain;
  }
  return { plain, place };
}

const ENGLISH: ReadonlyMap<string, string> = new Map(Object.entries(NAMES).map(([key, { zh }]) => [zh, key]));

/** The English name of a key, however it is written. */
export function englishKey(key: string): string {
  const folded = key.normalize('NFKC').trim();
  return ENGLISH.get(folded) ?? folded;
}

function english(key: string, value: string): string {
  const words = value.trim();
  const choices = CHOICES[key] ?? {};
  return Object.keys(choices).find((choice) => choices[choice]?.includes(words)) ?? words;
}

function spanOf(place: Place, path: readonly (string | number)[]): Span {
  let here = place;
  for (const step of path) {
    const next = here.parts.get(step);
    if (!next) break;
    here = next;
  }
  return here.at;
}

/** Says in our words what the schema found. */
function explain(issue: z.core.$ZodIssue, schema: z.ZodMiniObject, plain: unknown, place: Place): Diagnostic[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const holder = placeAt(place, path.slice(0, -1));
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  const name = NAMES[key]?.zh ?? key;
  const at = spanOf(place, path);

  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    const inside = placeAt(place, path);
    return issue.keys.map((found) => {
      const keyAt = inside.parts.get(found)?.keyAt ?? inside.at;
      const names = [...known, ...known.flatMap((one) => NAMES[one]?.zh ?? [])];
      const meant = nearest(found, names);
      return diagnose(rules.keyUnknown, { at: keyAt, found, known, fix: meant });
    });
  }
  const value = valueAt(plain, path);
  if (value === undefined) {
    const empty = holder.parts.get(key);
    const missingAt = empty ? empty.at : path.length > 1 ? holder.at : startOf(place.at.file);
    return [diagnose(rules.keyMissing, { at: missingAt, key, name, example: NAMES[key]?.example ?? name })];
  }
  if (issue.code === 'invalid_value') {
    if (typeof value !== 'string') return [diagnose(rules.keyOneValue, { at, key, name })];
    const choices = Object.entries(CHOICES[key] ?? {});
    const shown = choices.map(([choice, [zh]]) => `${choice}（${zh}）`);
    const meant = nearest(
      value,
      choices.flatMap(([choice, zh]) => [choice, ...zh]),
    );
    return [diagnose(rules.keyChoice, { at, key, name, found: value, choices: shown, fix: meant })];
  }
  const shape = SHAPES[key];
  if (shape) return [diagnose(rules.keyShape, { at, key, expected: shape })];
  return [diagnose(rules.keyOneValue, { at, key, name })];
}

function placeAt(place: Place, path: readonly (string | number)[]): Place {
  return path.reduce<Place>((here, step) => here.parts.get(step) ?? here, place);
}

function valueAt(plain: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], plain);
}

/** The keys that the schema allows at a path. */
function knownKeys(schema: z.ZodMiniObject, path: readonly (string | number)[]): string[] {
  let here: unknown = schema;
  for (const step of path) {
    here = inner(here);
    if (here instanceof z.ZodMiniArray) here = here.def.element;
    else if (here instanceof z.ZodMiniObject) here = here.shape[step];
  }
  const found = inner(here);
  return found instanceof z.ZodMiniObject ? Object.keys(found.shape) : [];
}

function inner(schema: unknown): unknown {
  if (schema instanceof z.ZodMiniOptional) return inner(schema.def.innerType);
  if (schema instanceof z.ZodMiniUnion)
    return inner(schema.def.options.find((option) => option instanceof z.ZodMiniObject));
  return schema;
}
