import { faultsOf, type Verification } from '../../src/verify/verification.js';

const STATES = {
  same: '一致',
  missing: '缺失',
  changed: '被改动',
  extra: '多余',
  'wrong-type': '类型不对',
  redirected: '转到别处',
  refused: '拒绝访问',
  unreachable: '取不到',
} as const;

/** The faults as the command prints them. */
export function linesOf(verification: Verification): string[] {
  return faultsOf(verification).flatMap(({ path, state, words }) => [
    `${path}  ${STATES[state]}`,
    `  ${words?.zh.replaceAll('\n', '␊')}`,
  ]);
}
