/**
 * A build for tests of `write`, in a process of its own: `node build-pages.mjs OUT VERSION`. It writes one of two
 * versions, `a` or `b`, of a site of several hundred pages that share a third of their pages, change a third, and have
 * a third to themselves; folders become files and files folders between them.
 *
 * In:  the compiled program; the environment may hold `ORDINARY_USER`, whom root shall act as.
 * Out: the result as JSON on standard output; or the words of an `EnvironmentError` on standard error, and exit code 2.
 */
import { write } from '../../lib/src/write/write.js';

const [out, version] = process.argv.slice(2);

const pages = Array.from({ length: 70 }, (_, i) => [
  page(`2022/same/${i}/index.html`, `不变 ${i}`),
  page(`2022/changed/第 ${i} 页.html`, `${version} ${i}`),
  page(`2022/only in ${version}/${i}/index.html`, `${i}`),
]).flat();
pages.push(page(version === 'a' ? 'switch' : 'switch/page.html', 'file or folder'));
pages.push(page(version === 'a' ? 'turn/deep/page.html' : 'turn', 'folder or file'));

// Root may write anywhere; a test of permissions needs somebody who may not.
if (process.env.ORDINARY_USER !== undefined && process.getuid() === 0)
  process.seteuid(Number(process.env.ORDINARY_USER));
try {
  process.stdout.write(JSON.stringify(write(pages, out)));
} catch (error) {
  if (error.words === undefined) throw error;
  process.stderr.write(error.words.zh);
  process.exitCode = 2;
}

function page(path, words) {
  return { path, text: `<!doctype html><title>${words}</title>${`<p>${words}</p>`.repeat(200)}` };
}
