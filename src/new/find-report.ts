/** The report that somebody names by its year or its folder. */
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Report, Site } from '../model/site.js';

/** Errors: `EnvironmentError` when there is none, or more than one. */
export function findReport(site: Site, words: string, option: string): Report {
  const path = words.replaceAll('\\', '/').replace(/\/+$/, '');
  const whole = site.reports.find((report) => report.path === path);
  if (whole) return whole;
  const ofYear = site.reports.filter((report) => String(report.year) === path.replace(/年$/, ''));
  const [only] = ofYear;
  if (only && ofYear.length === 1) return only;
  const there = (ofYear.length > 0 ? ofYear : site.reports).map((report) => report.path);
  if (ofYear.length > 0)
    throw new EnvironmentError({
      zh: `“${words}”年度的报告不止一份，请写明是哪一份：${there.map((one) => `${option} ${one}`).join('，')}。`,
      en: `There are several reports on “${words}”. Say which: ${there.map((one) => `${option} ${one}`).join(', ')}.`,
    });
  throw new EnvironmentError({
    zh: `没有报告“${words}”。${there.length > 0 ? `现有：${there.join('、')}。` : ''}要新建一份，请用 fazhi new report。`,
    en: `There is no report “${words}”. ${there.length > 0 ? `There are: ${there.join(', ')}. ` : ''}fazhi new report makes one.`,
  });
}
