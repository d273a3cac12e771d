/** Finds the entries of reports: what a reference leads to, and by what name an office is registered. */
import { entriesOf } from '../model/entries.js';
import type { AnyEntry, EntryTarget, Office, OfficeRef, Report, Section } from '../model/site.js';
import { PAGE_OF } from '../model/urls.js';

export class Entries {
  readonly #byReport = new Map<string, Map<string, AnyEntry>>();
  readonly #offices: Map<string, Office>;

  constructor(reports: readonly Report[], offices: readonly Office[]) {
    this.#offices = new Map(offices.map((office) => [office.id, office]));
    for (const report of reports) {
      this.#byReport.set(report.path, new Map(entriesOf(report).map((entry) => [entry.id, entry])));
    }
  }

  find(target: EntryTarget): AnyEntry | undefined {
    return this.#byReport.get(target.report)?.get(target.id);
  }

  /** The registered office behind the words a clerk used. */
  office(reference: OfficeRef): Office | undefined {
    return reference.office === undefined ? undefined : this.#offices.get(reference.office);
  }

  officeNames(references: OfficeRef[]): string[] {
    return [...new Set(references.map((reference) => this.office(reference)?.name ?? reference.name))];
  }
}

/** Where the report's own words about an entry stand, relative to the site's folder. */
export function sentenceUrl(target: EntryTarget): string {
  return `${folderOf(target.report)}report/#${target.id}`;
}

/** Where an entry is listed, relative to the report's folder: an item on its page, a section in the full text. */
export function listedUrl(entry: AnyEntry): string {
  return `${entry.kind === 'section' ? 'report/' : PAGE_OF[entry.kind]}#${entry.id}`;
}

/** The folder of a report, as the beginning of a URL. */
export function folderOf(reportPath: string): string {
  return reportPath === '' ? '' : `${reportPath}/`;
}

/** Where a section stands in the text, by the numbers above it: 一（二）2. */
export function sectionPath(section: Section, report: Report): string {
  const numbers: string[] = [];
  let above: Section | undefined = section;
  while (above) {
    numbers.unshift(above.number.replace(/[、.]$/, ''));
    const parent: string | undefined = above.parent?.target?.id;
    above = parent === undefined ? undefined : report.sections.find((one) => one.id === parent);
  }
  return numbers.join('');
}
