/** `portal/column-type`: ColumnType is one of the kinds of column that government websites have. */
import { nearest } from '../../diagnostics/nearest.js';
import { defineSettingsRule } from '../rule.js';

/** From the tag rules of the 2017 guide to government websites, as far as they are known here. */
const TYPES =
  '首页 概况信息 机构职能 负责人信息 工作动态 政策文件 信息公开指南 信息公开目录 信息公开年报 依申请公开 数据发布 数据开放 政策解读 回应关切 办事服务 咨询投诉 征集调查 在线访谈'.split(
    ' ',
  );

export const portalColumnType = defineSettingsRule({
  id: 'portal/column-type',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '栏目类别输出为网页标签 ColumnType，取值有规定的范围，写别的词，采集系统认不出来。',
    en: 'The type of the column becomes the tag ColumnType, whose values are set; harvesters know no others.',
  },
  *findInSettings({ portal }) {
    const { type } = portal.column;
    if (type && !TYPES.includes(type.value)) yield { at: type.at, found: type.value, fix: nearest(type.value, TYPES) };
  },
  say: {
    zh: ({ found, fix }) =>
      `栏目类别“${found}”不在网页标签规范的取值之内，${fix ? `是否指“${fix}”？` : `可以写：${TYPES.join('、')}。`}`,
    en: ({ found, fix }) =>
      `“${found}” is not among the values of ColumnType. ${fix ? `Did you mean “${fix}”?` : `Values: ${TYPES.join(', ')}.`}`,
  },
});
