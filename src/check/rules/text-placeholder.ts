/** `text/placeholder`: what was left to be filled in is never published. */
import { spanIn } from '../../model/passage.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

/** Surnames that a masked name is written with: 张某某, 李××. What they hide is meant to be hidden. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付傅方邹熊孟秦白江阎薛尹段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳';
const CROSSES = '[XxＸｘ×✕╳]';
const TO_BE_FILLED = '待(?:补充|填写|填报|填|定|核实|确认|更新|补)';

const STAND_INS: readonly RegExp[] = [
  // XX镇, 20XX年; not a masked number (138XXXX1234), a masked name (李××) or part of an address.
  new RegExp(
    `(?<![A-Za-z./@_-])(?<![${SURNAMES}])${CROSSES}{2,}(?![A-Za-z./@_-])(?<!\\d${CROSSES}{3,20})(?!\\d)|(?<!\\d)\\d\\d${CROSSES}{2}(?=年)`,
    'g',
  ),
  new RegExp(`(?<![A-Za-z0-9./@_-])${CROSSES}(?=[年月日镇乡村县市名人次份件起场])`, 'g'),
  new RegExp(`(?<![${SURNAMES}某])某{2,}`, 'g'),
  new RegExp(`[（(【\\[][^（(【\\[）)】\\]\\n]{0,12}${TO_BE_FILLED}[）)】\\]]`, 'g'),
  new RegExp(`(?<=^\\s{0,9}|[：:]\\s{0,9})${TO_BE_FILLED}(?=\\s{0,9}$|[。；，])`, 'g'),
  /(?<![有亟还正尚仍等急期])待(?:补充|填写|填报|填)(?=\s{0,9}$|[。；，）)])/g,
  /[（(【[]此处[^（(）)【】\n]{0,40}[）)】\]]/g,
  /请在此处?(?:输入|填写)/g,
  /(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/gi,
  /(?<![A-Za-z0-9])[_＿]{3,}(?![A-Za-z0-9])/g,
  /【[ \u3000]*】|（[ \u3000]*）|(?<=\p{Script=Han})\([ \u3000]*\)|《[ \u3000]*》|“[ \u3000]*”|〔[ \u3000]*〕/gu,
  /[？?]{3,}/g,
];

/** Without any of these in it, a text has none of the above. */
const HINTS =
  /[XxＸｘ×✕╳]|某某|待[补填定核确更]|[（(【[]此处|请在|TODO|TBD|FIXME|[_＿]{3}|[？?]{3}|[【（(《“〔][ \u3000]*[】）)》”〕]/i;

export const textPlaceholder = defineWordsRule<{ found: string }>({
  id: 'text/placeholder',
  severity: 'error',
  silence: 'with-reason',
  about: {
    zh: '起草时留的空（XX、某某、待补充、TODO、空括号）不能公开出去。隐去当事人姓名的“张某某”“李××”不算。site.yaml 里的占位内容由 portal/placeholder 检查。',
    en: 'What a draft left open (XX, 某某, 待补充, TODO, empty brackets) is not to be published. A masked name (张某某, 李××) is none of it. Stand-ins in site.yaml are the business of portal/placeholder.',
  },
  *findInWords(passage, report) {
    if (!report || !isProse(passage)) return;
    const { text } = passage;
    if (!HINTS.test(text)) return;
    let end = -1;
    const matches = STAND_INS.flatMap((form) => [...text.matchAll(form)]).toSorted(
      (a, b) => a.index - b.index || b[0].length - a[0].length,
    );
    for (const { 0: found, index } of matches) {
      // （此处填XX） is one gap, not two.
      if (index < end) continue;
      end = index + found.length;
      yield { at: spanIn(passage, index, found.length), found };
    }
  },
  say: {
    zh: ({ found }) =>
      `“${found}”像是留着待填的地方，还没有填。请填上真实内容，或删去这一句；确实要这样写，请用备注说明理由。`,
    en: ({ found }) =>
      `“${found}” looks like a gap that was to be filled in. Write what belongs there or remove it; if it is meant, say why in a comment.`,
  },
});
