/** What the caller wants verified: an address, or a folder. */
import { statSync } from 'node:fs';
import { EnvironmentError } from '../diagnostics/environment-error.js';

export type Where = { base: URL } | { folder: string };

/**
 * Reads the place as it was typed; `…/column`, `…/column/` and `…/column/index.html` are one address.
 * Errors: `EnvironmentError` for what is neither an address of the web nor a folder.
 */
export function readWhere(words: string): Where {
  if (/^https?:/i.test(words)) return { base: readAddress(words) };
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(words))
    throw new EnvironmentError({
      zh: `只能核对 http、https 网址或文件夹，不能核对“${words}”。`,
      en: `Only http and https addresses and folders can be verified, not “${words}”.`,
    });
  const stat = statSync(words, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) return { folder: words };
  throw new EnvironmentError(
    stat === undefined
      ? {
          zh: `找不到文件夹“${words}”。如果是网址，请从 http:// 或 https:// 写起。`,
          en: `There is no folder “${words}”. If it is an address, begin it with http:// or https://.`,
        }
      : {
          zh: `“${words}”是文件，不是文件夹。请写网页所在的文件夹，或网址。`,
          en: `“${words}” is a file, not a folder. Name the folder of the pages, or their address.`,
        },
  );
}

function readAddress(words: string): URL {
  if (!URL.canParse(words))
    throw new EnvironmentError({ zh: `“${words}”不是完整的网址。`, en: `“${words}” is no complete address.` });
  const url = new URL(words);
  if (url.username !== '' || url.password !== '')
    throw new EnvironmentError({
      zh: '网址里不要写用户名和密码：公开的网页不用登录就能看到，核对的也应当是这样的网页。',
      en: 'Leave name and password out of the address: public pages are seen without, and should be verified so.',
    });
  if (url.search !== '')
    throw new EnvironmentError({
      zh: `网址里不能有“?”：要写的是 index.html 所在的地址，而不是“${words}”这样的。`,
      en: `The address cannot have a “?”: it is where index.html lies, not one like “${words}”.`,
    });
  url.hash = '';
  url.pathname = url.pathname.replace(/\/index\.html$/, '/').replace(/\/?$/, '/');
  return url;
}
