/**
 * What a new file of each kind is asked for: the keys of DESIGN.md §3, the text, and the id.
 *
 * One list serves the options of the command line, the questions at a terminal and the order of the front matter.
 */
import { KIND_OF, type ItemKind } from '../model/site.js';
import type { Words } from '../diagnostics/diagnostic.js';

export const ENTRY_KINDS = ['section', ...Object.values(KIND_OF)] as const;
export type EntryKind = 'section' | ItemKind;

/** The folder of each kind. */
export const FOLDER_OF = {
  section: 'sections',
  ...(Object.fromEntries(Object.entries(KIND_OF).map(([folder, kind]) => [kind, folder])) as Record<ItemKind, string>),
} as const;

export interface Field {
  /** The key of the front matter, and the option without `--`. */
  key: string;
  /** How it is asked; `unasked` is an option only. */
  form: 'line' | 'date' | 'prose' | 'choice' | 'part' | 'report' | 'section' | 'offices' | 'entries' | 'id' | 'unasked';
  isRequired: boolean;
  isList: boolean;
  label: Words;
}

/** By key; an answer of several values is a list, one of none was asked for and left empty. */
export type Answers = Readonly<Record<string, readonly string[]>>;

export function answerOf(answers: Answers, key: string): string | undefined {
  const words = answers[key]?.[0];
  return words === undefined || words === '' ? undefined : words;
}

function field(key: string, form: Field['form'], zh: string, en: string, how: 'required' | 'list' | '' = ''): Field {
  return { key, form, isRequired: how === 'required', isList: how === 'list', label: { zh, en } };
}

const report = field('report', 'report', '哪一份报告（年度，或文件夹如 junchuan/2022）', 'report: year or folder');
const text = field('text', 'prose', '正文：报告原句', "text: the report's own sentences", 'required');
const title = field('title', 'line', '标题（用原句里的词）', 'title, in words of the text', 'required');
const section = field('section', 'section', '属于哪一章', 'id of the section it belongs to', 'required');
const office = field('office', 'offices', '责任单位', 'office', 'list');
const date = field('date', 'date', '日期，照原句写，例如 6月26日', 'date, as the text has it', 'required');
const anyDate = { ...date, form: 'unasked', isRequired: false } as const;
const due = field('due', 'date', '期限，照原句写', 'due, as the text has it');
const figure = field('figure', 'unasked', '数据，写成 名目:数值:单位', 'label:value:unit', 'list');
const id = field('id', 'id', '文件名中的代号', 'id: the name of the file');

/** In the order they are asked: the text first, since every other answer is held against it. */
export const FIELDS: Readonly<Record<EntryKind, readonly Field[]>> = {
  section: [
    report,
    { ...section, label: { zh: '上级章节', en: 'id of the section above it' }, isRequired: false },
    field('part', 'part', '属于报告的哪一部分（最上一级的章才有）', 'statutory part, of a section at the top'),
    text,
    { ...title, label: { zh: '标题', en: 'title' } },
    office,
    anyDate,
    figure,
    id,
  ],
  event: [
    report,
    text,
    title,
    date,
    section,
    office,
    field('place', 'line', '地点，照原句写', 'place, if the text names it'),
    field('topic', 'line', '主题：时间轴上的短名称', 'topic: a short name for the timeline'),
    field('law', 'line', '宣传的法律，照原句写', 'law, if the text names it'),
    field('kind', 'choice', '活动类型', 'kind of event'),
    figure,
    id,
  ],
  duty: [
    report,
    text,
    title,
    section,
    field('holder', 'choice', '责任人', 'who holds the duty', 'required'),
    field('status', 'choice', '状态', 'status', 'required'),
    office,
    field('basis', 'line', '依据的规定', 'basis: the rule it rests on'),
    due,
    field('evidence', 'entries', '佐证：本报告的活动或章节', 'evidence: ids', 'list'),
    anyDate,
    figure,
    id,
  ],
  shortcoming: [
    report,
    text,
    title,
    section,
    office,
    field('cause', 'line', '原因，照原句写', 'cause, if the text names it'),
    field('tasks', 'entries', '整改任务', 'tasks that answer it', 'list'),
    anyDate,
    figure,
    id,
  ],
  task: [
    report,
    text,
    title,
    section,
    field('addresses', 'entries', '对应哪些问题', 'shortcomings it answers', 'list'),
    office,
    due,
    field('result', 'unasked', '结果：下一年度报告的章节或活动', "result: an entry of next year's report"),
    anyDate,
    figure,
    id,
  ],
};

/** Of a new report; the parts are texts of the sections that `part` names. */
export const REPORT_FIELDS: readonly Field[] = [
  field('from', 'unasked', '接着哪一份报告（年度或文件夹）', 'the report it follows: year or folder'),
  field('title', 'line', '报告标题', 'title of the report'),
  field('organ', 'line', '发布机构', 'the organ that publishes it'),
  field('carry', 'entries', '上年度的哪些问题、任务仍然存在', 'what is still open', 'list'),
  field('text', 'prose', '开头一段', 'the opening paragraph'),
  field('measures', 'prose', '“举措和成效”部分', 'text of the part on measures'),
  field('shortcomings', 'prose', '“不足”部分', 'text of the part on shortcomings'),
  field('duties', 'prose', '“第一责任人职责”部分', 'text of the part on duties'),
  field('plan', 'prose', '“下一年度安排”部分', 'text of the part on the plan'),
];
