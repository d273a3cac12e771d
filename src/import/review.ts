/**
 * Review: what was recognised, what a person should look at, and what was left as it is.
 *
 * In:  an `Imported`.
 * Out: lists of words, each doubt with its quotation and the file to edit; `IMPORT.md`, the table in the terminal and the
 *      JSON are made of them.
 */
import type { Words } from '../diagnostics/diagnostic.js';
import { PART_WORDS } from '../model/choice-words.js';
import type { Dropped, Remark } from './document.js';
import type { DraftItem, DraftSection } from './draft.js';
import { pathOf } from './files.js';
import type { Imported } from './import.js';

export interface Doubt {
  message: Words;
  /** Words of the source, '' where there are none. */
  quotation: string;
  /** Relative to the content folder; absent where no file is concerned. */
  file?: string;
}

export interface Count {
  name: Words;
  recognised: number;
  doubtful: number;
  /** Where it applies: what was seen and stays text. */
  leftAsText?: number;
}

export interface Review {
  counts: Count[];
  doubts: Doubt[];
  /** Dates that became no event. */
  noEvents: Doubt[];
  renumbered: { source: string; page: string; title: string; file: string }[];
  dropped: readonly Dropped[];
  remarks: readonly Remark[];
}

/** Characters of a quotation. */
const LONGEST_QUOTATION = 40;

export function reviewOf(imported: Imported): Review {
  const { draft, document, noEvents, folder, renumbered } = imported;
  const { sections, items } = draft;
  const kinds = ['event', 'duty', 'shortcoming', 'task'] as const;
  const named = sections.filter(({ part }) => part !== undefined && part !== 'other');
  const quoted = noEvents.map((one): Doubt => ({
    message: one.reason,
    quotation: shorten(one.quotation),
    file: sectionPath(one.section, folder),
  }));
  return {
    counts: [
      { name: { zh: '标题', en: 'headings' }, recognised: sections.length, doubtful: doubtful(sections) },
      {
        name: { zh: '法定部分', en: 'statutory parts' },
        recognised: new Set(named.map(({ part }) => part)).size,
        doubtful: imported.missingParts.length,
      },
      ...kinds.map((kind): Count => {
        const ofKind = items.filter((item) => item.kind === kind);
        return {
          name: KINDS[kind],
          recognised: ofKind.length,
          doubtful: doubtful(ofKind),
          ...(kind === 'event' && { leftAsText: noEvents.length }),
        };
      }),
      {
        name: { zh: '责任单位', en: 'offices' },
        recognised: imported.proposed.length,
        doubtful: imported.unregistered.length,
      },
    ],
    doubts: [
      ...ofReport(imported),
      ...sections.flatMap((one) => ofSection(one, folder)),
      ...items.flatMap((one) => ofItem(one, folder)),
    ],
    noEvents: quoted,
    renumbered: renumbered.map(({ section, shown }) => ({
      source: section.ordinal,
      page: shown,
      title: section.title,
      file: sectionPath(section, folder),
    })),
    dropped: imported.dropped,
    remarks: document.remarks,
  };
}

const KINDS = {
  event: { zh: '活动', en: 'events' },
  duty: { zh: '职责', en: 'duties' },
  shortcoming: { zh: '问题', en: 'shortcomings' },
  task: { zh: '任务', en: 'tasks' },
} as const;

function doubtful(entries: readonly (DraftSection | DraftItem)[]): number {
  return entries.filter(({ doubts }) => doubts.length > 0).length;
}

function ofReport(imported: Imported): Doubt[] {
  const { supplied, missingParts, isPlain, isHeadless, fidelity, folder, unregistered, images, draft, silences } =
    imported;
  const file = `${folder}/report.md`;
  return [
    ...(fidelity.difference
      ? [
          {
            message: { zh: '汇成的全文与原文不一致，请核对这一处。', en: 'The composed text is not the source here.' },
            quotation: fidelity.difference.source,
          },
        ]
      : []),
    ...(isPlain
      ? [
          {
            message: {
              zh: '活动、职责等没有拆成条目：拆开后全文与原文不一致，所以都留在章节的正文里。',
              en: 'Events and entries were left in the text of their sections: taken out, the text would not have been the source.',
            },
            quotation: '',
          },
        ]
      : []),
    ...supplied.map(({ key, value }): Doubt => ({
      message:
        value === ''
          ? {
              zh: `原文没有写${KEYS[key].zh}，也看不出来，请补写 ${key}。`,
              en: `The source does not say the ${KEYS[key].en}; write ${key}.`,
            }
          : {
              zh: `原文没有单列${KEYS[key].zh}，暂写作“${value}”，请核对。`,
              en: `The source has no line for the ${KEYS[key].en}; “${value}” was put. Look at it.`,
            },
      quotation: '',
      file,
    })),
    ...(isHeadless
      ? [
          {
            message: {
              zh: '原文没有标题，正文归在一个章节里，以它的第一句话作标题。',
              en: 'The source has no headings; its text is one section under its own first words.',
            },
            quotation: draft.sections[0]?.title ?? '',
            file,
          },
        ]
      : []),
    ...missingParts.map((part): Doubt => ({
      message: {
        zh: `原文没有单列“${PART_WORDS[part]}”部分；report.md 里写了忽略 part/missing 的备注，若其实有这一部分，请在那一章写 part: ${part} 并删去备注。`,
        en: `The source has no part of its own for “${part}”; report.md silences part/missing. If a section is that part, say part: ${part} there and remove the silence.`,
      },
      quotation: '',
      file,
    })),
    ...(draft.values.published === undefined
      ? [
          {
            message: {
              zh: '发布日期未知，公开后请补写 published。',
              en: 'The day of publication is unknown; write published.',
            },
            quotation: '',
            file,
          },
        ]
      : []),
    ...unregistered.map((name): Doubt => ({
      message: {
        zh: `责任单位“${name}”没有登记，文件里没有写它。要写，请先在 site.yaml 的 offices 里登记。`,
        en: `The office “${name}” is not listed, so no file names it. List it in site.yaml first.`,
      },
      quotation: name,
      file: 'site.yaml',
    })),
    ...[...silences].flatMap(([path, all]) =>
      path === file
        ? []
        : all.map(({ rule, reason }): Doubt => ({
            message: {
              zh: `${reason}，检查不再提示（忽略 ${rule}）；改正后请删去文件里的备注。`,
              en: `Kept as the source has it, with ${rule} silenced; remove the remark once it is mended.`,
            },
            quotation: '',
            file: path,
          })),
    ),
    ...images.map(({ path }): Doubt => ({
      message: {
        zh: '图片请写上替代文字，说明图里是什么。',
        en: 'Write what the image shows as its alternative text.',
      },
      quotation: '',
      file: path,
    })),
  ];
}

const KEYS = { title: { zh: '标题', en: 'title' }, organ: { zh: '发布机构', en: 'issuing body' } } as const;

function ofSection(section: DraftSection, folder: string): Doubt[] {
  return section.doubts.map((message) => ({ message, quotation: '', file: sectionPath(section, folder) }));
}

function ofItem(item: DraftItem, folder: string): Doubt[] {
  return item.doubts.map((message) => ({ message, quotation: shorten(item.text), file: pathOf(item, folder) }));
}

function sectionPath({ name }: DraftSection, folder: string): string {
  return `${folder}/sections/${name}.md`;
}

function shorten(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  return words.length <= LONGEST_QUOTATION ? words : `${words.slice(0, LONGEST_QUOTATION - 1)}…`;
}
