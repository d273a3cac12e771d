/**
 * Holds a site behind a server against the list of what was built.
 *
 * In:  the site's address, the list.
 * Out: every listed file and the list itself, the addresses of folders, hints.
 * Errors: `EnvironmentError` when nothing at all can be fetched: then nothing is known about the site.
 * Not here: files that nobody lists. A server cannot be asked for what it does not name.
 */
import type { Words } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { filesIn, type ListedFile } from '../model/manifest.js';
import { ask, type Answer, type Patience } from './ask.js';
import { builtBytes } from './built-bytes.js';
import { judgeType } from './content-type.js';
import { describeChange } from './difference.js';
import { HintList } from './hint-list.js';
import { judgeHeaders } from './headers.js';
import type { Manifest } from './manifest.js';
import type { Checked, Found, Verification } from './verification.js';

/** Enough to be quick, few enough to burden no small server. */
const AT_ONCE = 6;
/** Whatever a server says about this address, it says about any that leads nowhere. */
const NOWHERE = 'fazhi-verify-no-such-page.html';

export async function checkUrl(
  base: URL,
  manifest: Manifest,
  patience: Patience,
): Promise<Pick<Verification, 'files' | 'addresses' | 'hints'>> {
  const fetchFile = async (file: ListedFile): Promise<Fetched> => ({
    file,
    answer: await ask(base, file.path, file.size, patience),
  });
  const hints = new HintList();
  const own = await fetchFile(manifest.self);
  if (own.answer.kind === 'failure' && own.answer.failure.cause === 'host')
    throw unreachable(base, own.answer.failure.words);
  const nowhere = await ask(base, NOWHERE, 0, patience);
  const judge = judgeBy(manifest, nowhere);

  const fetched = [...(await inTurn(manifest.files, fetchFile)), own];
  const files = fetched.map(judge);
  const [first] = files;
  if (first?.words && files.every(({ state }) => state === 'unreachable')) throw unreachable(base, first.words);

  const { addresses, unanswered } = await checkAddresses(fetched, judge, (path, size) =>
    ask(base, path, size, patience),
  );
  for (const { path, words } of unanswered)
    hints.add('folder-address', path, {
      zh: `${words.zh}，宜与 ${path}index.html 一样`,
      en: `${words.en}; it should show ${path}index.html`,
    });
  for (const { file, answer } of fetched) if (answer.kind === 'answer') addRemarks(file, answer, hints);
  addRemarkOnMissing(nowhere, hints);
  addRemarkOnCall(base, files, hints);
  return { files: [...files, ...listedBesides(own, manifest)], addresses, hints: hints.all() };
}

interface Fetched {
  file: ListedFile;
  answer: Answer;
}

type Judge = (fetched: Fetched) => Checked;

function judgeBy(manifest: Manifest, nowhere: Answer): Judge {
  const listed = [...manifest.files, manifest.self];
  const errorPage = nowhere.kind === 'answer' ? nowhere.body : undefined;
  return ({ file, answer }) => {
    const { path } = file;
    if (answer.kind === 'failure') return { path, state: 'unreachable', words: answer.failure.words };
    const { status } = answer;
    if (answer.kind === 'redirect')
      return { path, state: 'redirected', words: redirectWords(answer), found: { status, location: answer.location } };
    const { body } = answer;
    if (!body) return { path, ...statusFault(status), found: { status } };
    const type = answer.headers.get('content-type');
    const found: Found = {
      status,
      ...(type !== null && { type }),
      ...(body.isWhole && { size: body.size, sha256: body.sha256 }),
    };
    if (body.isWhole && body.sha256 === file.sha256) {
      const remark = judgeType(path, type);
      if (remark?.kind !== 'fault') return { path, state: 'same' };
      return { path, state: 'wrong-type', words: remark.words, found };
    }
    if (body.isWhole && body.sha256 === errorPage?.sha256)
      return {
        path,
        state: 'missing',
        words: {
          zh: '服务器回答 200，给的却是不存在的网页的提示页',
          en: 'the server answers 200, with its page for what is not there',
        },
        found,
      };
    const built = body.bytes && builtBytes(manifest, file);
    return { path, state: 'changed', words: describeChange({ file, body, listed, built }), found };
  };
}

function redirectWords({ status, location, isCircle }: Answer & { kind: 'redirect' }): Words {
  return isCircle
    ? {
        zh: `在站内转来转去没有尽头（${status}，转到“${location}”）`,
        en: `redirected within the site without an end (${status}, to “${location}”)`,
      }
    : { zh: `转到了别处（${status}）：${location}`, en: `redirected elsewhere (${status}): ${location}` };
}

function statusFault(status: number): Pick<Checked, 'state' | 'words'> {
  const words = { zh: `服务器回答 ${status}`, en: `the server answers ${status}` };
  if (status === 404 || status === 410) return { state: 'missing', words };
  if (status === 401 || status === 403 || status === 407) return { state: 'refused', words };
  return { state: 'unreachable', words };
}

/** `2022/` shows what `2022/index.html` is; people and search engines know the site by such addresses. */
async function checkAddresses(
  fetched: readonly Fetched[],
  judge: Judge,
  askFor: (path: string, size: number) => Promise<Answer>,
): Promise<{ addresses: Checked[]; unanswered: { path: string; words: Words }[] }> {
  const pages = fetched.filter(({ file, answer }) => isIndex(file.path) && answer.kind === 'answer' && answer.body);
  const checked = await inTurn(pages, async ({ file, answer: ofFile }): Promise<Checked> => {
    const folder = file.path.slice(0, -'index.html'.length);
    const answer = await askFor(folder, file.size);
    const { state, words, found } = judge({ file, answer });
    const path = folder === '' ? './' : folder;
    // A page that was tampered with is named once, by its file.
    const isAsFile =
      answer.kind === 'answer' && ofFile.kind === 'answer' && answer.body?.sha256 === ofFile.body?.sha256;
    if (state === 'same' || (isAsFile && answer.body)) return { path, state: 'same' };
    return { path, state, ...(words && { words }), ...(found && { found }) };
  });
  const isUnanswered = ({ state, found }: Checked): boolean =>
    state === 'refused' || (state === 'missing' && found?.status !== 200);
  return {
    addresses: checked.filter((one) => !isUnanswered(one)),
    unanswered: checked.flatMap((one) => (one.words && isUnanswered(one) ? { path: one.path, words: one.words } : [])),
  };
}

function isIndex(path: string): boolean {
  return path === 'index.html' || path.endsWith('/index.html');
}

function addRemarks({ path }: ListedFile, { headers, body }: Answer & { kind: 'answer' }, hints: HintList): void {
  if (!body) return;
  const remark = judgeType(path, headers.get('content-type'));
  if (remark && remark.kind !== 'fault') hints.add(remark.kind, path, remark.words);
  if (path.endsWith('.html')) for (const { kind, words } of judgeHeaders(headers)) hints.add(kind, path, words);
}

function addRemarkOnMissing(nowhere: Answer, hints: HintList): void {
  if (nowhere.kind === 'redirect')
    hints.add('missing-page', NOWHERE, {
      zh: `地址不存在时转到了“${nowhere.location}”，应当回答 404`,
      en: `an address that leads nowhere is redirected to “${nowhere.location}”; the answer should be 404`,
    });
  if (nowhere.kind === 'answer' && nowhere.body)
    hints.add('missing-page', NOWHERE, {
      zh: '地址不存在时回答 200，应当回答 404',
      en: 'an address that leads nowhere is answered with 200; it should be 404',
    });
}

/** What looks like a wrong call rather than a tampered site. */
function addRemarkOnCall(base: URL, files: readonly Checked[], hints: HintList): void {
  if (files.every(({ state }) => state === 'missing'))
    hints.add('no-such-address', undefined, {
      zh: '一个文件也没有：请核对网址，应为首页 index.html 所在的那一级',
      en: 'not a single file is there: check the address, which is where the first index.html lies',
    });
  const secure = base.href.replace(/^http:/, 'https:');
  if (base.protocol === 'http:' && files.every(({ found }) => found?.location?.startsWith(secure)))
    hints.add('https', undefined, {
      zh: `服务器只认 https，请核对 ${secure}`,
      en: `the server wants https: verify ${secure}`,
    });
}

/** Files that the served list names and that nobody built. */
function listedBesides({ answer }: Fetched, manifest: Manifest): Checked[] {
  const text = answer.kind === 'answer' ? answer.body?.bytes?.toString('utf8') : undefined;
  const built = new Set(manifest.files.map(({ path }) => path));
  return (filesIn(text ?? '') ?? [])
    .filter(({ path }) => !built.has(path))
    .map(({ path, size, sha256 }) => ({
      path,
      state: 'extra',
      words: {
        zh: '服务器上的 manifest.json 列了它，生成时没有',
        en: 'listed by the manifest.json on the server, never built',
      },
      found: { size, sha256 },
    }));
}

/** Does the work for each, so many at a time; the results are in the order of the items. */
async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

function unreachable(base: URL, words: Words): EnvironmentError {
  return new EnvironmentError({
    zh: `一个文件也取不到，无从核对：${words.zh}。请检查网址“${base.href}”和本机的网络。`,
    en: `Not a single file can be fetched, so nothing was verified: ${words.en}. Check the address “${base.href}” and the network of this machine.`,
  });
}
