/** Content folders for tests: written to a temporary folder, read and assembled as a build would. */
import { check } from '../../src/build.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Report, Site } from '../../src/model/site.js';
import { folderOf, type Files } from './folder.js';

/** The site that a content folder makes, and everything said about it. */
export function siteOf(files: Files): { site: Site; diagnostics: Diagnostic[] } {
  return check(folderOf(files));
}

/** The one report of a content folder that has no errors. */
export function reportOf(files: Files): Report {
  const { site, diagnostics } = siteOf(files);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(brief(errors).join('\n'));
  const [report] = site.reports;
  if (!report) throw new Error('no report');
  return report;
}

/** Diagnostics as lines of `file:line:column-column rule words`. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ at, rule, message }) => {
    const end = at.endLine === at.line ? `${at.endColumn}` : `${at.endLine}:${at.endColumn}`;
    return `${at.file}:${at.line}:${at.column}-${end} ${rule} ${message.zh}`;
  });
}

/** A small report without a fault; tests change one thing in it. */
export const BASE: Readonly<Record<string, string>> = {
  'site.yaml': `portal:
  name: 随县人民政府
  domain: www.zgsuixian.gov.cn
  url: http://www.zgsuixian.gov.cn/
  code: "4213210001"
  column:
    name: 法治政府建设年度报告
    url: http://www.zgsuixian.gov.cn/fzzfjsndbg/
    description: 公开法治政府建设年度报告。
    keywords: [法治政府建设]
    type: 信息公开目录
  footer:
    sponsor: 随县人民政府办公室
    contact: 0722-3330000
    icp: 由门户模板提供
    police: 由门户模板提供
    badge: 由门户模板提供
    complaint: 由门户模板提供
    sitemap: 由门户模板提供
  breadcrumb: [{ name: 随县人民政府, url: http://www.zgsuixian.gov.cn/ }, { name: 法治政府建设年度报告 }]
offices:
  - id: justice-office
    name: 司法所
  - id: police-station
    name: 均川镇派出所
    aliases: [派出所]
`,
  '2022/report.md': `---
title: 均川镇法治政府建设年度报告
year: 2022
organ: 均川镇党委政府
published: 2023-03-21 09:00
---

一年来，均川镇推进法治政府建设，现报告如下：
`,
  '2022/sections/10-measures.md': `---
title: 主要举措和成效
part: measures
---

我镇开展法治宣传。<!-- events -->
`,
  '2022/sections/20-problems.md': `---
title: 存在的不足
part: shortcomings
---

主要表现为：<!-- shortcomings -->
`,
  '2022/sections/30-first-responsible.md': `---
title: 第一责任人职责
part: duties
---

党政主要负责人<!-- duties -->
`,
  '2022/sections/40-plan.md': `---
title: 2023年主要工作安排
part: plan
---

<!-- tasks -->
`,
  '2022/events/2022-06-26-drug-control-day.md': `---
title: 国际禁毒日宣传
section: measures
date: 6月26日
office: 司法所
---

6月26日，司法所在唐王广场进行国际禁毒日宣传。
`,
  '2022/shortcomings/01-publicity.md': `---
title: 宣传力度不够
section: problems
---

一是宣传力度不够，主要原因是人手不足。
`,
  '2022/duties/01-study.md': `---
title: 带头学法
section: first-responsible
holder: both
status: done
---

带头学法。
`,
  '2022/tasks/01-more-publicity.md': `---
title: 加大宣传力度
section: plan
addresses: publicity
---

加大宣传力度。
`,
};

/** The same report a year later, in a folder of its own. */
export const NEXT_YEAR: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(BASE)
    .filter(([path]) => path !== 'site.yaml')
    .map(([path, text]) => [nextYear(path), nextYear(text)]),
);

function nextYear(words: string): string {
  return words.replaceAll('2023', '2024').replaceAll('2022', '2023');
}
