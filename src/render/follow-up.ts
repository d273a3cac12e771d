/** From shortcoming to task to result, across the years of a town. */
import type { FollowUpProps, FollowUpShortcoming, FollowUpTask, FollowUpYear } from '../../templates/follow-up.js';
import type { Report, Shortcoming, Task } from '../model/site.js';
import type { Context } from './context.js';
import { dateFacts } from './dates.js';
import { Entries, folderOf, sentenceUrl } from './entries.js';
import { linkTo } from './link-to.js';
import { latestFirst } from './towns.js';

/** As many years as one page shows; the others have pages of their own. */
const YEARS = 10;

/** `town` has the reports of all years, this one among them. */
export function followUp(report: Report, context: Context, town: readonly Report[], url: string): FollowUpProps {
  const found = { reports: town, entries: new Entries(town, context.offices) };
  const distance = ({ year }: Report): number => Math.abs(year - report.year);
  // Of two as near, the later one tells what came of this year's tasks.
  const nearest = town
    .filter((other) => other.shortcomings.length + other.tasks.length > 0)
    .toSorted((one, other) => distance(one) - distance(other) || other.year - one.year);
  return {
    lede: '报告写明的不足，下一年度安排的整改任务，以及下一年度报告载明的结果。每条都链接到报告原文。',
    facts: [{ label: '发布机构', value: report.organ }, ...dateFacts(report)],
    years: latestFirst(nearest.slice(0, YEARS)).map((other) =>
      new YearRows(other, other === report, found, url).rows(),
    ),
    others: latestFirst(nearest.slice(YEARS)).map(({ year, path }) => ({
      year,
      href: linkTo(url, `${folderOf(path)}follow-up/`),
    })),
  };
}

interface Town {
  reports: readonly Report[];
  entries: Entries;
}

/** The rows of one year. An anchor stands only once on a page, and only for the page's own report. */
class YearRows {
  readonly #report: Report;
  readonly #town: Town;
  readonly #url: string;
  readonly #anchored: Set<string> | undefined;

  constructor(report: Report, isAnchored: boolean, town: Town, url: string) {
    this.#report = report;
    this.#town = town;
    this.#url = url;
    this.#anchored = isAnchored ? new Set() : undefined;
  }

  rows(): FollowUpYear {
    const { year, shortcomings, tasks } = this.#report;
    const answering = new Set(shortcomings.flatMap((shortcoming) => shortcoming.tasks.map(({ target }) => target?.id)));
    return {
      year,
      shortcomings: shortcomings.map((shortcoming) => this.#shortcoming(shortcoming)),
      otherTasks: tasks.filter((task) => !answering.has(task.id)).map((task) => this.#task(task)),
    };
  }

  #shortcoming(shortcoming: Shortcoming): FollowUpShortcoming {
    const tasks = shortcoming.tasks.flatMap(({ target }) => {
      const task = target && this.#report.tasks.find((one) => one.id === target.id);
      return task ? [this.#task(task)] : [];
    });
    return {
      ...this.#anchor(shortcoming.id),
      title: shortcoming.title,
      sentence: this.#sentence(shortcoming.id),
      offices: this.#town.entries.officeNames(shortcoming.offices),
      ...(shortcoming.date && { date: shortcoming.date.value.text }),
      ...(shortcoming.cause && { cause: shortcoming.cause.value }),
      tasks,
    };
  }

  #task(task: Task): FollowUpTask {
    return {
      ...this.#anchor(task.id),
      title: task.title,
      sentence: this.#sentence(task.id),
      offices: this.#town.entries.officeNames(task.offices),
      ...(task.date && { date: task.date.value.text }),
      ...(task.due && { due: task.due.value.text }),
      result: this.#result(task),
    };
  }

  #result(task: Task): FollowUpTask['result'] {
    const next = this.#report.year + 1;
    const target = task.result?.target;
    const entry = target && this.#town.entries.find(target);
    if (entry) return { words: `${next}年度报告：${entry.title}`, href: linkTo(this.#url, sentenceUrl(target)) };
    const isPublished = this.#town.reports.some((report) => report.year === next);
    return { words: isPublished ? `${next}年度报告没有指明` : `待${next}年度报告载明` };
  }

  #sentence(id: string): string {
    return linkTo(this.#url, sentenceUrl({ kind: 'entry', report: this.#report.path, id }));
  }

  #anchor(id: string): { id?: string } {
    if (!this.#anchored || this.#anchored.has(id)) return {};
    this.#anchored.add(id);
    return { id };
  }
}
