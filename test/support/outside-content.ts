/** A report whose links lead off the government's sites wherever a link can stand, and the portal's own header beside. */
import { BASE } from './content.js';
import type { Files } from './folder.js';

/** A name that no site can have. */
export const OUTSIDE = 'https://pingtai.invalid/';

export const OUTSIDE_CONTENT: Files = {
  ...BASE,
  'site.yaml': (BASE['site.yaml'] ?? '')
    .replace('complaint: 由门户模板提供', `complaint: { text: 我要找错, url: ${OUTSIDE}complaint }`)
    .replace('sitemap: 由门户模板提供', 'sitemap: { text: 网站地图, url: http://www.zgsuixian.gov.cn/map }')
    .replace(
      '{ name: 法治政府建设年度报告 }',
      `{ name: 云平台, url: ${OUTSIDE}crumb }, { name: 法治政府建设年度报告 }`,
    ),
  'portal/header.html': '<p><a href="https://pingtai.invalid/portal">友情链接</a></p>\n',
  '2022/report.md': (BASE['2022/report.md'] ?? '').replace(
    '现报告如下：',
    `情况见[公众号](${OUTSIDE}lead)和[省政府](https://www.hubei.gov.cn/)，现报告如下：`,
  ),
  '2022/sections/10-measures.md': (BASE['2022/sections/10-measures.md'] ?? '').replace(
    '我镇',
    `见[视频](${OUTSIDE}section)[^a]。\n\n[^a]: 出自[平台](${OUTSIDE}note)。\n\n我镇`,
  ),
  '2022/events/2022-06-26-drug-control-day.md': (BASE['2022/events/2022-06-26-drug-control-day.md'] ?? '').replace(
    '进行国际禁毒日宣传',
    `进行国际禁毒日[宣传](${OUTSIDE}event)`,
  ),
  '2022/duties/01-study.md': (BASE['2022/duties/01-study.md'] ?? '')
    .replace('status: done', `status: done\nevidence: [${OUTSIDE}evidence, http://www.zgsuixian.gov.cn/evidence]`)
    .replace('带头学法。', `带头[学法](${OUTSIDE}duty)并讲法。`),
};
