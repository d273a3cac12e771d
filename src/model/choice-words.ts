/** The words for the model's closed lists: on pages, in questions, and as a clerk may write them. */
import type { EventKind, Holder, Part, Status } from './site.js';

export const PART_WORDS: Readonly<Record<Part, string>> = {
  measures: '主要举措和成效',
  shortcomings: '不足和原因',
  duties: '第一责任人职责',
  plan: '下一年度安排',
  other: '其他',
};

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  done: '已完成',
  ongoing: '持续推进',
  planned: '计划中',
  missed: '未完成',
};

export const HOLDER_WORDS: Readonly<Record<Holder, string>> = {
  both: '党政主要负责人',
  party: '党委主要负责人',
  government: '政府主要负责人',
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
