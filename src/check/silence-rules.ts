/** The rules about silences and settings of rules. */
import { defineRule, type Rule } from '../diagnostics/diagnostic.js';

export const silenceUnknownRule = defineRule<{ found: string }>({
  id: 'silence/unknown-rule',
  severity: 'error',
  about: {
    zh: '备注里的规则名要写对，写错了什么也不会关闭。',
    en: 'A silence names a rule that exists; with a wrong name it does nothing.',
  },
  say: {
    zh: ({ found, fix }) =>
      `没有规则“${found}”${fix ? `，是否指“${fix}”？` : '。'}规则名就是诊断第一行末尾的那个词，如 punctuation/half-width。`,
    en: ({ found, fix }) =>
      `There is no rule “${found}”${fix ? `. Did you mean “${fix}”?` : '.'} A rule's name ends the first line of what it says, such as punctuation/half-width.`,
  },
});

export const silenceNotAllowed = defineRule<{ rule: string }>({
  id: 'silence/not-allowed',
  severity: 'error',
  about: {
    zh: '有些规则不能关闭：不改正，网页做不出来，或者打开是坏的。',
    en: 'Some rules are never silenced: without them there would be no pages, or broken ones.',
  },
  say: {
    zh: ({ rule }) => `规则“${rule}”不能关闭或降级：不改正它，网页就做不出来或不能用。请改正它指出的地方，并删去这里。`,
    en: ({ rule }) =>
      `Rule “${rule}” cannot be silenced or made milder: without it no page can be made that works. Mend what it points at, and remove this.`,
  },
});

export const silenceNoReason = defineRule<{ rule: string; isNeeded: boolean }>({
  id: 'silence/no-reason',
  severity: 'warning',
  about: {
    zh: '不提示一条规则要写明理由，别人以后才知道是看过的，不是漏掉的。',
    en: 'A silence gives its reason, so that others know later that the place was looked at and not overlooked.',
  },
  say: {
    zh: ({ rule, isNeeded }) =>
      `不提示“${rule}”要写明理由${isNeeded ? '，没有理由不起作用' : ''}。备注写成 <!-- 忽略 ${rule}：理由 -->；在 site.yaml 里加一行 reason: 理由。`,
    en: ({ rule, isNeeded }) =>
      `Silencing “${rule}” needs a reason${isNeeded ? '; without one it has no effect' : ''}. Write <!-- silence ${rule}: reason -->, or a line “reason: …” in site.yaml.`,
  },
});

export const silenceUnused = defineRule<{ rule: string }>({
  id: 'silence/unused',
  severity: 'warning',
  about: {
    zh: '问题已经没有了，备注还在，会掩盖以后出现的新问题，应当删去。',
    en: 'A silence whose finding is gone would hide the next one, so it is to be removed.',
  },
  say: {
    zh: ({ rule }) => `这里没有“${rule}”要提示的问题，这条备注不起作用。请删去它，或移到问题所在的那一段。`,
    en: ({ rule }) =>
      `“${rule}” has nothing to say here, so this comment does nothing. Remove it, or move it to the paragraph it is meant for.`,
  },
});

export const SILENCE_RULES: readonly Rule<never>[] = [
  silenceUnknownRule,
  silenceNotAllowed,
  silenceNoReason,
  silenceUnused,
];
