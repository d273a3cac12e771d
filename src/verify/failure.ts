/** Why a server gave no whole answer, in words. Anything that is not the network's doing is a bug and thrown on. */
import type { Words } from '../diagnostics/diagnostic.js';

export interface Failure {
  words: Words;
  /** `line`: it may pass. `host`: every file of the server meets it. */
  cause: 'line' | 'host' | 'answer';
}

export function isPassing({ cause }: Failure): boolean {
  return cause === 'line';
}

export function inWords(error: unknown, timeoutMs: number): Failure {
  const code = codeOf(error);
  if (code === undefined) return unnamed(error);
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (known) return known;
  if (TIMEOUTS.includes(code))
    return {
      cause: 'line',
      words: { zh: `${timeoutMs / 1000} 秒内没有答完`, en: `no whole answer within ${timeoutMs / 1000} s` },
    };
  if (/CERT|TLS|SSL|EPROTO|SIGNED|SIGNATURE/.test(code))
    return certificate(`其他问题，${code}`, `another fault, ${code}`);
  if (/^Z_|^ERR__ERROR_FORMAT|^ERR_BROTLI/.test(code))
    return {
      cause: 'answer',
      words: { zh: `压缩的内容解不开（${code}）`, en: `what is compressed cannot be unpacked (${code})` },
    };
  if (/^(?:HPE_|UND_ERR_)/.test(code))
    return {
      cause: 'answer',
      words: { zh: `回答不合 HTTP 的规定（${code}）`, en: `the answer breaks the rules of HTTP (${code})` },
    };
  return { cause: 'line', words: { zh: `连接出错（${code}）`, en: `the line failed (${code})` } };
}

/** What the library that fetches will not do, such as asking at a port kept for mail. */
function unnamed(error: unknown): Failure {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) throw error;
  const { message } = error.cause;
  return { cause: 'host', words: { zh: `无法请求（${message}）`, en: `it cannot be asked (${message})` } };
}

const TIMEOUTS = [
  'TimeoutError',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
];

const BROKEN: Failure = { cause: 'line', words: { zh: '连接中途断开', en: 'the line broke off' } };

const BY_CODE: Readonly<Record<string, Failure>> = {
  ECONNRESET: BROKEN,
  EPIPE: BROKEN,
  UND_ERR_SOCKET: BROKEN,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: BROKEN,
  EAI_AGAIN: { cause: 'line', words: { zh: '域名暂时解析不了', en: 'the name cannot be looked up just now' } },
  ENOTFOUND: { cause: 'host', words: { zh: '没有这个域名', en: 'there is no such host name' } },
  ECONNREFUSED: { cause: 'host', words: { zh: '服务器拒绝连接', en: 'the server refuses the connection' } },
  EHOSTUNREACH: { cause: 'host', words: { zh: '到不了服务器', en: 'there is no way to the server' } },
  ENETUNREACH: { cause: 'host', words: { zh: '网络不通', en: 'there is no network' } },
  CERT_HAS_EXPIRED: certificate('已过期', 'it has expired'),
  CERT_NOT_YET_VALID: certificate('还没有到生效的日期', 'it is not valid yet'),
  ERR_TLS_CERT_ALTNAME_INVALID: certificate('是别的域名的', 'it is for another host name'),
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate('是自己签发的', 'it is self-signed'),
  SELF_SIGNED_CERT_IN_CHAIN: certificate('根证书不受信任', 'its root is not trusted'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate('缺中间证书', 'an intermediate certificate is missing'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate('签发机构不受信任', 'its issuer is not trusted'),
  EPROTO: { cause: 'host', words: { zh: '建立不了 https 连接', en: 'no https connection can be made' } },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    cause: 'host',
    words: { zh: '这个端口上没有 https', en: 'this port does not speak https' },
  },
};

function certificate(zh: string, en: string): Failure {
  return {
    cause: 'host',
    words: { zh: `网站的证书有问题（${zh}）`, en: `the site's certificate is not good (${en})` },
  };
}

/** Of the system, of TLS or of the library that fetches; deepest first, since that says most. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const deeper = codeOf(error.cause);
  if (deeper !== undefined) return deeper;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // The time is up; or, in the body, the line broke off and the library says no more than that.
  if (error.name === 'TimeoutError') return error.name;
  return error.message === 'terminated' ? 'ECONNRESET' : undefined;
}
