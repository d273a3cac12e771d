/** `typo/solemn-name`: names that admit no slip: of the state, its leaders and its guiding thought. */
import { spanIn } from '../../model/passage.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

/** Only forms that are wrong wherever they stand. `right` is what the found words are meant to be. */
const SLIPS: readonly { form: RegExp; right: string }[] = [
  {
    form: /习近平新时代(?!\s*中国特色社会主义(?:经济|外交|强军|法治|文化|生态文明)?思想)(?:中国特[\p{Script=Han}]{0,9}思想)?/gu,
    right: '习近平新时代中国特色社会主义思想',
  },
  { form: /习[进靳]平|习近[评苹坪凭]/g, right: '习近平' },
  { form: /特色社会主[意议]|特色社会注[意义]|特设社会主义/g, right: '特色社会主义' },
  { form: /社会主[意议](?=核心|现代化|法治|制度)|社会注[意义](?=核心|现代化|法治|制度)/g, right: '社会主义' },
  { form: /社会主义(?:合心|核新)价值观|社会主义核心价值[关官规管]/g, right: '社会主义核心价值观' },
  {
    form: /中华人[名明]共和国|中华人民共[合何]国|中华人民共国|中化人民共和国|中国人民共和国/g,
    right: '中华人民共和国',
  },
  { form: /中国共产[挡当]/g, right: '中国共产党' },
];
/** One look at a text for all of them, which nearly always is the only one. */
const ANY = new RegExp(SLIPS.map(({ form }) => form.source).join('|'), 'u');

export const typoSolemnName = defineWordsRule<{ found: string }>({
  id: 'typo/solemn-name',
  severity: 'error',
  silence: 'with-reason',
  about: {
    zh: '国名、党的指导思想、领导人姓名写错是严重表述错误，发布前必须改正。这里只列确定无疑的几种写法。',
    en: 'A slip in the name of the state, of its leaders or of its guiding thought is a grave one and is mended before publication. Only forms beyond doubt are listed.',
  },
  *findInWords(passage) {
    if (!isProse(passage) || !ANY.test(passage.text)) return;
    let end = -1;
    const slips = SLIPS.flatMap(({ form, right }) =>
      [...passage.text.matchAll(form)].map((match) => ({ match, right })),
    );
    for (const { match, right } of slips.toSorted((a, b) => a.match.index - b.match.index)) {
      const [found] = match;
      if (match.index < end) continue;
      end = match.index + found.length;
      yield { at: spanIn(passage, match.index, found.length), found, fix: right };
    }
  },
  say: {
    zh: ({ found, fix }) => `“${found}”写得不对，应为“${fix}”。请改正后再发布。`,
    en: ({ found, fix }) => `“${found}” is wrong; it is to be “${fix}”. Mend it before publication.`,
  },
});
