/** `report/twenty-days`: a report is published within twenty working days of its adoption. */
import { daysBetween } from '../calendar.js';
import { defineRule } from '../rule.js';

/** Twenty working days and the longest holidays between them; which days are worked is not known here. */
const AT_MOST_DAYS = 40;

export const reportTwentyDays = defineRule({
  id: 'report/twenty-days',
  severity: 'info',
  silence: 'allowed',
  about: {
    zh: '《政府信息公开条例》第二十六条：政府信息自形成之日起20个工作日内公开。节假日不作计算，相差超过40天才提示。',
    en: 'Article 26 of the regulation on government information: publication within 20 working days. Holidays are not counted; only more than 40 days are pointed out.',
  },
  *find({ year, adopted, published }) {
    if (!adopted || !published || adopted.value.end === '') return;
    // Later than 1 April: `report/deadline`.
    if (published.value.day > `${year + 1}-04-01`) return;
    const days = daysBetween(adopted.value.end, published.value.day);
    if (days <= AT_MOST_DAYS) return;
    yield {
      at: published.at,
      found: published.value.day,
      days,
      related: [{ message: ADOPTED, at: adopted.at }],
    };
  },
  say: {
    zh: ({ found, days }) => `发布日期“${found}”在成文后 ${days} 天，已超过20个工作日。请核对成文日期和发布日期。`,
    en: ({ found, days }) =>
      `The report was published on ${found}, ${days} days after its adoption, which is more than 20 working days. Check both dates.`,
  },
});

const ADOPTED = { zh: '成文日期在这里。', en: 'The date of adoption stands here.' };
