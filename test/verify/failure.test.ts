import { describe, expect, test } from 'vitest';
import { inWords, isPassing } from '../../src/verify/failure.js';

/** As `fetch` throws it. */
const failed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

describe('why nothing was answered', () => {
  test.each([
    ['ENOTFOUND', '没有这个域名', false],
    ['EAI_AGAIN', '域名暂时解析不了', true],
    ['ECONNREFUSED', '服务器拒绝连接', false],
    ['ECONNRESET', '连接中途断开', true],
    ['UND_ERR_CONNECT_TIMEOUT', '15 秒内没有答完', true],
    ['CERT_HAS_EXPIRED', '网站的证书有问题（已过期）', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', '网站的证书有问题（是别的域名的）', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', '网站的证书有问题（是自己签发的）', false],
    ['CERT_REVOKED', '网站的证书有问题（其他问题，CERT_REVOKED）', false],
    ['HPE_INVALID_CONSTANT', '回答不合 HTTP 的规定（HPE_INVALID_CONSTANT）', false],
    ['EWHATEVER', '连接出错（EWHATEVER）', true],
  ])('is said in words for %s', (code, words, mayPass) => {
    const failure = inWords(failed(code), 15_000);
    expect([failure.words.zh, isPassing(failure)]).toEqual([words, mayPass]);
  });

  test('is not made up for a bug', () => {
    const bug = new TypeError('x is undefined');
    expect(() => inWords(bug, 15_000)).toThrow(bug);
  });
});
