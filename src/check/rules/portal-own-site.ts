/** `portal/own-site`: the pages are a column of the county's portal and never call themselves the town's own website. */
import { spanIn } from '../../model/passage.js';
import { defineWordsRule } from '../rule.js';

const SITE = '(?:镇|乡|街道|办事处)(?:党委|人民)?(?:政府|办事处)?(?:官方|门户|政务|信息公开)*(?:网站|官网|门户网|网页)';
/** In what names the column or the report, the words alone say so. */
const NAME = new RegExp(`\\p{Script=Han}{0,6}${SITE}`, 'u');
/** In a text, only where the page speaks of itself: towns do write that something was told on a website. */
const ITSELF = new RegExp(
  `(?:欢迎(?:访问|光临|来到|登录|浏览)|本(?:网站|站|网页|网)(?:是|为|系))[“"]?\\p{Script=Han}{0,8}${SITE}`,
  'u',
);
const KEYS = new Set(['name', 'description', 'keywords', 'title']);

export const portalOwnSite = defineWordsRule({
  id: 'portal/own-site',
  severity: 'error',
  silence: 'with-reason',
  about: {
    zh: '乡镇、街道原则上不开设政府门户网站，通过上级政府门户网站公开；这里生成的是县门户的一个栏目，不能自称镇政府网站。',
    en: "Towns have no portals of their own and publish through the county's; these pages are a column of that and never call themselves the town's website.",
  },
  *findInWords(passage) {
    const pattern = passage.key !== undefined && KEYS.has(passage.key) ? NAME : ITSELF;
    const match = pattern.exec(passage.text);
    if (match) yield { at: spanIn(passage, match.index, match[0].length), found: match[0] };
  },
  say: {
    zh: ({ found }) =>
      `“${found}”把本栏目说成了乡镇自己的网站。乡镇不单独开设网站，请写成县政府门户网站的栏目，例如“法治政府建设年度报告”。`,
    en: ({ found }) =>
      `“${found}” makes this a website of the town's own. Towns have none: name it as a column of the county's portal.`,
  },
});
