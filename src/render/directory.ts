/** The front page of a site of several towns. */
import type { DirectoryProps } from '../../templates/directory.js';
import type { TownDigest } from '../model/digest.js';
import { chineseDay } from './dates.js';
import { folderOf } from './entries.js';
import { linkTo } from './link-to.js';

/** `lede` is what the column says of itself. */
export function directory(towns: readonly TownDigest[], lede: string | undefined, title: string): DirectoryProps {
  return {
    title,
    ...(lede !== undefined && { lede }),
    towns: towns.map(({ reports }) => ({
      name: reports.at(-1)?.organ ?? '',
      reports: reports.toReversed().map((report) => ({
        year: `${report.year}年度`,
        title: report.title,
        ...(report.published && { published: chineseDay(report.published.day) }),
        href: linkTo('', folderOf(report.path)),
      })),
    })),
  };
}
