/** `personal/address`: where a person lives is told down to the township and no nearer. */
import { spanIn } from '../../model/passage.js';
import { halfWidth } from '../digits.js';
import { isName, SURNAME } from '../person-names.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

const NUMBER = '[0-9一二三四五六七八九十]{1,4}';
/** What every such address has. */
const NUMBERED = /[0-9０-９一二三四五六七八九十](?:组|队|号|室|户|房)/;
/** 王店村三组12号, 幸福小区3栋2单元501室, 解放路18号 */
const HOUSE = new RegExp(
  `\\p{Script=Han}{1,8}(?:村|社区|居委会)[\\p{Script=Han}]{0,4}?${NUMBER}(?:组|队)(?:附?${NUMBER}号)?` +
    `|\\p{Script=Han}{1,8}?(?:小区|花园|家园|新村|公寓|苑|城)?(?:${NUMBER}|[A-Z])(?:栋|幢|号楼|座)(?:${NUMBER}单元)?${NUMBER}(?:室|号|户|房)` +
    `|\\p{Script=Han}{1,8}(?:街|路|巷|大道)${NUMBER}号`,
  'gu',
);
const NAME = `(?<name>${SURNAME}\\p{Script=Han}{1,2})`;
/** A person before the address: 张建国，男，住…; 村民张建国家住…; or after it: …的张建国, …村民张建国 */
const BEFORE = new RegExp(
  `(?:^|[\\s，。、；：“（]|村民|居民|群众|学生|当事人|申请人|走访|看望|慰问|对|向)${NAME}[，,（( ]{0,2}(?:男|女|现年\\d+岁)?(?:[，,、][^。；\\n]{0,20})?[，,]?(?:家住|现住|居住|住址|住所|家庭住址|户籍|暂住|住)[^，。；]{0,16}$`,
  'u',
);
const AFTER = new RegExp(`^(?:的|居民|村民|群众|住户|业主|贫困户|低保户)+${NAME}(?=$|[\\s，。、；：（）,;:]|家)`, 'u');

export const personalAddress = defineWordsRule({
  id: 'personal/address',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '个人的家庭住址只保留到乡镇、街道；村组门牌、楼栋房号不公开。单位地址和活动地点不受此限。',
    en: "A person's home address ends at the township; group, house and room are not published. Offices and places of events may be told whole.",
  },
  *findInWords(passage) {
    if (!isProse(passage) || !NUMBERED.test(passage.text)) return;
    const text = halfWidth(passage.text);
    for (const { 0: words, index } of text.matchAll(HOUSE)) {
      const sentence = text.slice(Math.max(0, index - 60), index).replace(/^.*[。；\n]/s, '');
      // The match takes in up to eight characters before the village: 家住 and the name may be among them.
      const inside =
        sentence + words.replace(/(?:村|社区|居委会|小区|花园|家园|新村|公寓|苑|城|街|路|巷|大道|[0-9A-Z]).*$/s, '');
      const name = (BEFORE.exec(inside) ?? AFTER.exec(text.slice(index + words.length)))?.groups?.['name'];
      if (name === undefined || !isName(name)) continue;
      const lead =
        /^.*?(?:家住|现住|居住在?|住址[为是：:]?|住所[为是：:]?|户籍(?:所在地|地)?[为是：:]?|暂住在?|住在?)/su.exec(
          words,
        )?.[0] ?? '';
      yield { at: spanIn(passage, index + lead.length, words.length - lead.length), found: words.slice(lead.length) };
    }
  },
  say: {
    zh: ({ found }) => `“${found}”像是个人的家庭住址。公开时只保留到乡镇、街道，请删去村组、门牌或楼栋房号。`,
    en: ({ found }) =>
      `“${found}” looks like a person's home address. Keep it down to the township, and leave out group, house and room.`,
  },
});
