/** The words that pages use for the model's closed lists. */
import type { EventKind, Holder, Status } from '../src/model/site.js';

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  done: '已完成',
  ongoing: '持续推进',
  planned: '计划中',
  missed: '未完成',
};

export const HOLDER_WORDS: Readonly<Record<Holder, string>> = {
  party: '党委主要负责人',
  government: '政府主要负责人',
  both: '党政主要负责人',
};

export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  campaign: '宣传活动',
  meeting: '会议',
  training: '培训',
  lecture: '讲座',
  inspection: '检查',
  online: '线上宣传',
  other: '其他',
};
