/** A report as data, in the shape of `model/report-data.ts`. */
import type { ReportData } from '../model/report-data.js';
import type { DateSpan, Evidence, Figure, Part, Report, Section, Task } from '../model/site.js';
import type { Located } from '../model/span.js';
import type { Context } from './context.js';
import { folderOf, listedUrl, type Entries } from './entries.js';
import { linkTo } from './link-to.js';
import { hrefOf } from './prose.js';
import { names } from './offices.js';

/** `town` finds entries in the reports of all years: a task's result stands in the next one. */
export function reportDataOf(report: Report, { entries, offices }: Context, town: Entries): ReportData {
  const common = { report, entries: town };
  return {
    id: report.path,
    year: report.year,
    title: report.title,
    organ: report.organ,
    adopted: dateOrNull(report.adopted),
    published: publishedOf(report) ?? null,
    index: report.index ?? null,
    lead: report.lead.text,
    sections: report.sections.map((section) => ({
      id: section.id,
      part: partOf(section, report),
      parent: section.parent?.target?.id ?? null,
      number: section.number,
      title: section.title,
      offices: entries.officeNames(section.offices),
      text: section.text,
    })),
    events: report.events.map((event) => ({
      id: event.id,
      title: event.title,
      section: event.section.id,
      date: dateOf(event.date.value),
      offices: entries.officeNames(event.offices),
      place: event.place?.value ?? null,
      topic: event.topic?.value ?? null,
      kind: event.eventKind,
      figures: event.figures.map(figureOf),
      text: event.body.text,
      url: listedUrl(event),
    })),
    duties: report.duties.map((duty) => ({
      id: duty.id,
      title: duty.title,
      section: duty.section.id,
      holder: duty.holder,
      offices: entries.officeNames(duty.offices),
      basis: duty.basis?.value ?? null,
      status: duty.status,
      due: dateOrNull(duty.due),
      evidence: duty.evidence.flatMap((evidence) => evidenceOf(evidence, common) ?? []),
      figures: duty.figures.map(figureOf),
      text: duty.body.text,
      url: listedUrl(duty),
    })),
    shortcomings: report.shortcomings.map((shortcoming) => ({
      id: shortcoming.id,
      title: shortcoming.title,
      section: shortcoming.section.id,
      cause: shortcoming.cause?.value ?? null,
      tasks: shortcoming.tasks.map(({ id }) => id),
      text: shortcoming.body.text,
      url: listedUrl(shortcoming),
    })),
    tasks: report.tasks.map((task) => ({
      id: task.id,
      title: task.title,
      section: task.section.id,
      offices: entries.officeNames(task.offices),
      due: dateOrNull(task.due),
      addresses: task.addresses.map(({ id }) => id),
      result: resultOf(task, common),
      text: task.body.text,
      url: listedUrl(task),
    })),
    offices: offices.map((office) => {
      const named = (list: (Section | Task | Report['events'][number] | Report['duties'][number])[]): string[] =>
        list.filter((entry) => names(entry, office)).map(({ id }) => id);
      return {
        id: office.id,
        name: office.name,
        events: named(report.events),
        duties: named(report.duties),
        sections: named(report.sections),
        tasks: named(report.tasks),
      };
    }),
  };
}

/** `YYYY-MM-DD`, with ` HH:MM` when the clerk gave it. */
export function publishedOf(report: Report): string | undefined {
  const published = report.published?.value;
  return published && published.day + (published.time === undefined ? '' : ` ${published.time}`);
}

function dateOf({ start, end, precision, text }: DateSpan): ReportData['events'][number]['date'] {
  return { start, end, precision, text };
}

function dateOrNull(date: Located<DateSpan> | undefined): ReportData['adopted'] {
  return date ? dateOf(date.value) : null;
}

function figureOf({ label, value, unit }: Figure): { label: string; value: string; unit: string } {
  return { label, value, unit };
}

/** The statutory part that a section belongs to: its own, or that of the section above. */
function partOf(section: Section, report: Report): Part | null {
  const seen = new Set<Section>();
  let above: Section | undefined = section;
  while (above && !seen.has(above)) {
    if (above.part) return above.part;
    seen.add(above);
    const parent: string | undefined = above.parent?.target?.id;
    above = report.sections.find((one) => one.id === parent);
  }
  return null;
}

type DataEvidence = ReportData['duties'][number]['evidence'][number];
interface Common {
  report: Report;
  entries: Entries;
}

function evidenceOf({ target, link }: Evidence, { report, entries }: Common): DataEvidence | undefined {
  const entry = target && entries.find(target);
  if (entry) {
    const url = target.report === report.path ? listedUrl(entry) : linkBetween(report, target.report, listedUrl(entry));
    return { kind: entry.kind, id: entry.id, title: entry.title, url };
  }
  const url = link?.target && hrefOf(link.target, folderOf(report.path));
  return link && url !== undefined ? { kind: 'link', id: null, title: link.text, url } : undefined;
}

function resultOf(task: Task, common: Common): DataEvidence | null {
  return (task.result && evidenceOf(task.result, common)) ?? null;
}

function linkBetween(from: Report, to: string, url: string): string {
  return linkTo(folderOf(from.path), folderOf(to) + url).replace('index.html', '');
}
