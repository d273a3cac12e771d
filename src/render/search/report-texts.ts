/**
 * Report texts: what can be found in a report, and where it is to be read.
 *
 * In:  a report. The words are those of its full text, headings and notes among them, and what the pages of items and
 *      offices say besides.
 * Out: the opening, then each section with the items that run in to it, then the offices.
 * Not here: what goes into which file (`text-files.ts`), and how it is searched (`templates/find-texts.ts`).
 */
import { itemsOf } from '../../model/entries.js';
import { contains } from '../../model/folded.js';
import type { EntryTexts, ItemTexts, Paragraph, ReportTexts } from '../../model/search-texts.js';
import type { AnyItem, Report, Section } from '../../model/site.js';
import { PAGE_OF, SEARCH_PAGE } from '../../model/urls.js';
import type { Context } from '../context.js';
import { dateFacts } from '../dates.js';
import { folderOf } from '../entries.js';
import { numberFacts } from '../full-text.js';
import { linkTo } from '../link-to.js';
import { offices } from '../offices.js';
import { leavesOf, paragraphsOf, type Run } from './paragraphs.js';

const ITEM_WORDS: Readonly<Record<AnyItem['kind'], string>> = {
  event: '活动',
  duty: '职责',
  shortcoming: '不足',
  task: '任务',
};

export function reportTexts(context: Context): ReportTexts {
  const { report, name } = context;
  return {
    folder: linkTo(SEARCH_PAGE, folderOf(report.path)).replace(/index\.html$/, ''),
    year: report.year,
    name,
    entries: [
      opening(report, context),
      ...report.sections.map((section) => sectionTexts(section, report, context)),
      ...officeTexts(report, context),
    ],
  };
}

function opening(report: Report, { notes }: Context): EntryTexts {
  const facts = [{ label: '发布机构', value: report.organ }, ...dateFacts(report), ...numberFacts(report)];
  const { tree } = report.lead;
  return {
    kind: '报告',
    title: report.title,
    page: 'report/',
    paragraphs: [
      ...[tree, ...notes.after(tree).map(({ definition }) => definition)]
        .flatMap((text) => paragraphsOf(text))
        .map(wholeOf),
      ...facts.map(({ label, value }) => `${label}：${value}`),
    ],
  };
}

function sectionTexts(section: Section, report: Report, { notes }: Context): EntryTexts {
  const items = itemsOf(report).filter((item) => item.section.target?.id === section.id);
  const text = paragraphsOf(section.composed, leavesOf(items));
  const order = inOrder(items, text);
  const printed = notes.after(section.composed).flatMap(({ definition }) => paragraphsOf(definition));
  return {
    kind: '章节',
    title: section.number + section.title + section.runIn,
    page: 'report/',
    id: section.id,
    ...(isRunIn(section) && { isRunIn: true }),
    paragraphs: [...text.map((runs) => paragraph(runs, order)), ...printed.map(wholeOf)],
    ...(order.length > 0 && { items: order.map(itemTexts) }),
  };
}

/** Whether the heading is one line with a paragraph, and there is a word in it. */
function isRunIn({ runIn, composed }: Section): boolean {
  const [first] = composed.children;
  return runIn !== '' && first?.type === 'paragraph' && paragraphsOf({ ...composed, children: [first] }).length > 0;
}

/** As the text has them; one without a word of its own comes last. */
function inOrder(items: readonly AnyItem[], text: readonly Run[][]): AnyItem[] {
  const met = text.flat().flatMap(({ owner }) => owner ?? []);
  return [...new Set([...met, ...items])];
}

function paragraph(runs: readonly Run[], order: readonly AnyItem[]): Paragraph {
  if (runs.every(({ owner }) => owner === undefined)) return wholeOf(runs);
  return runs.map(({ words, owner }) => (owner === undefined ? words : [order.indexOf(owner), words]));
}

function wholeOf(runs: readonly Run[]): string {
  return runs.map(({ words }) => words).join('');
}

function itemTexts(item: AnyItem): ItemTexts {
  const more = moreFacts(item)
    .filter(({ value }) => !contains(item.body.text, value))
    .map(({ label, value }) => `${label}：${value}`);
  return {
    kind: ITEM_WORDS[item.kind],
    title: item.title,
    page: PAGE_OF[item.kind],
    id: item.id,
    ...(more.length > 0 && { more }),
  };
}

/** What the page of an item may say that the report's text does not. */
function moreFacts(item: AnyItem): { label: string; value: string }[] {
  switch (item.kind) {
    case 'event':
      return item.law ? [{ label: '法律', value: item.law.value }] : [];
    case 'duty':
      return item.basis ? [{ label: '依据', value: item.basis.value }] : [];
    case 'shortcoming':
      return item.cause ? [{ label: '原因', value: item.cause.value }] : [];
    case 'task':
      return [];
  }
}

/** The offices that the report's page of them names; there stands what each answers for. */
function officeTexts(report: Report, context: Context): EntryTexts[] {
  const page = 'offices/';
  const { offices: answering, mentioned } = offices(report, context, folderOf(report.path) + page);
  return [...answering, ...mentioned].map(({ id, name }) => ({
    kind: '责任单位',
    title: name,
    page,
    id,
    paragraphs: [],
  }));
}
