/** `personal/sensitive-group`: nobody is named as one under correction, on welfare, ill, under age or the like. */
import { spanIn } from '../../model/passage.js';
import { isName, maskedName, SURNAME } from '../person-names.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

const GROUP =
  '(?:社区矫正(?:对象|人员)|社矫(?:对象|人员)|安置帮教(?:对象|人员)|刑满释放人员|刑释人员|吸毒人员|戒毒(?:康复)?人员|社区康复人员|涉毒人员|低保(?:户|对象|人员)|特困(?:户|人员|供养人员)|五保户|五保老人|贫困(?:户|学生)|脱贫户|监测户|困境儿童|留守儿童|孤儿|未成年人|未成年犯|患者|病人|感染者|受助(?:者|人|学生)|受援人|信访人(?:员)?|上访(?:人(?:员)?|户)|被害人|受害人|受害者|残疾人|重点人员|涉邪人员|服刑人员|在押人员)';
/** Nearly no passage has one, and looking for names takes longer. */
const ANY = new RegExp(GROUP);
const NAME = `${SURNAME}\\p{Script=Han}{1,2}`;
/** Where a name ends: at a mark, or before what is said of people. */
const END = '(?=$|[\\s，。、；：！？（）(),;:”》]|等[人\\d一二三四五六七八九十户名]|进行|开展|家中|家里|的家)';
/** 低保户张建国、李桂花；社区矫正对象：张建国 */
const GROUP_FIRST = new RegExp(`(?<group>${GROUP})[：:“ ]?(?<names>${NAME}(?:、${NAME})*)${END}`, 'gu');
/** 张建国（低保户）, 张建国系社区矫正对象 */
const NAME_FIRST = new RegExp(
  `(?:^|[\\s，。、；：（“]|村民|居民|群众|学生|当事人|走访|看望|慰问|帮助|为|对|向|与)(?<names>${NAME})` +
    `(?:[（(](?:[^（）()。]{0,12}[，、,])?|[，,]?(?:系|是|属于?|[列认确评]定?为)(?:我镇|本村|该村|一名|1名)?)\\p{Script=Han}{0,6}?(?<group>${GROUP})(?=[，。；、）)\\s]|$)`,
  'gu',
);

export const personalSensitiveGroup = defineWordsRule({
  id: 'personal/sensitive-group',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '社区矫正、戒毒、低保、患病和未成年人等身份属于敏感个人信息，与姓名连在一起公开会伤害本人。隐去名字后可以写。',
    en: 'That somebody is under correction, on welfare, ill or under age is sensitive when the name stands with it. The masked name may be written.',
  },
  *findInWords(passage) {
    if (!isProse(passage) || !ANY.test(passage.text)) return;
    const reported = new Set<number>();
    for (const match of [...passage.text.matchAll(GROUP_FIRST), ...passage.text.matchAll(NAME_FIRST)]) {
      const { names = '', group = '' } = match.groups ?? {};
      let start = match.index + match[0].indexOf(names, match[0].startsWith(group) ? group.length : 0);
      for (const name of names.split('、')) {
        if (isName(name) && !reported.has(start)) {
          reported.add(start);
          yield { at: spanIn(passage, start, name.length), found: name, group, fix: maskedName(name) };
        }
        start += name.length + 1;
      }
    }
  },
  say: {
    zh: ({ found, group, fix }) =>
      `“${found}”像是姓名，又写明是“${group}”，属于敏感个人信息。请隐去名字，写成“${fix}”；若不是姓名，可以忽略。`,
    en: ({ found, group, fix }) =>
      `“${found}” looks like a person's name beside “${group}”, which is sensitive. Write “${fix}”; if it is no name, silence this.`,
  },
});
