import { describe, expect, test } from 'vitest';
import { judgeHeaders, POLICY } from '../../src/verify/headers.js';

const GOOD = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
const said = (headers: Record<string, string>): string[] =>
  judgeHeaders(new Headers(headers)).map(({ words }) => words.zh);
const ofPolicy = (policy: string): string[] => said({ ...GOOD, 'Content-Security-Policy': policy });

describe('the headers of a page', () => {
  test.each([
    POLICY,
    `${POLICY}; frame-ancestors 'none'; upgrade-insecure-requests`,
    `DEFAULT-SRC 'self', ${POLICY}`,
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
  ])('may have the policy %s', (policy) => {
    expect(ofPolicy(policy)).toEqual([]);
  });

  test.each([
    ["default-src 'self'", 'default-src、base-uri、form-action'],
    [POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), 'script-src'],
    [`${POLICY}; connect-src https:`, 'connect-src'],
    [POLICY.replace("; base-uri 'none'", ''), 'base-uri'],
    ["frame-ancestors 'self'", 'default-src、style-src、script-src、img-src、base-uri、form-action'],
  ])('are told that the policy %s allows too much', (policy, directives) => {
    expect(ofPolicy(policy)).toEqual([`Content-Security-Policy 放得宽（${directives}），宜为：${POLICY}`]);
  });

  test('are told that a policy stops what the pages need', () => {
    expect(ofPolicy("default-src 'none'; style-src 'self'")).toEqual([
      `Content-Security-Policy 比网页需要的还严（script-src、img-src），样式、脚本或图片会被拦下，应为：${POLICY}`,
    ]);
  });

  test('are told what is missing, or says too much', () => {
    expect(said({ 'Content-Security-Policy-Report-Only': POLICY })).toEqual([
      `没有 Content-Security-Policy，宜为：${POLICY}`,
      '没有 X-Content-Type-Options: nosniff',
      '没有 Referrer-Policy，宜为 same-origin',
    ]);
    expect(said({ ...GOOD, 'Content-Security-Policy': POLICY, 'Referrer-Policy': 'no-referrer, unsafe-url' })).toEqual([
      'Referrer-Policy 是 unsafe-url，宜为 same-origin',
    ]);
  });
});
