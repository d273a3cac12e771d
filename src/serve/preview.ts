/**
 * Preview: the site as it is served, and what is wrong with its content, from one build to the next.
 *
 * In:  the content folder, read anew by each `rebuild`.
 * Out: the pages of the last build that succeeded; what the last build, good or bad, had to say; and for each file the
 *      build since which it is what it is, so that a page is told no more than what concerns it.
 * Not here: when to rebuild (`watch.ts`), and how a browser learns of it (`events.ts`).
 */
import { statSync } from 'node:fs';
import { preview, type PreviewResult, type Rebuild } from '../build.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { Keep } from '../keep.js';
import type { Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { LiveState } from './live-state.js';
import { countBySeverity, mistakesOf, type MistakeOptions } from './mistakes.js';

export interface PreviewOptions extends MistakeOptions {
  /** The words for what was thrown by a bug in the program. */
  describeBug: (error: unknown) => string;
  /** Everything but the writing; another one only where a test needs it to fail. */
  build?: ((content: string, options: Rebuild) => PreviewResult) | undefined;
}

/** What a build had to say; `result` is absent when there was a problem. */
export interface Outcome {
  /** Something differs from the build before: a page, a mistake, a problem. */
  isNews: boolean;
  result?: PreviewResult;
  problem?: string;
  /** Behind the problem, when it is not the program itself. */
  cause?: EnvironmentError;
}

type Said = Omit<LiveState, 'version' | 'changed'>;

export class Preview {
  /** The last good site, to answer from. */
  pages: ReadonlyMap<string, Page> | undefined;
  site: Site | undefined;
  readonly #options: PreviewOptions;
  /** Tells the versions of this server from those of one that ran before it on the same port. */
  readonly #run = Date.now().toString(36);
  #keep = new Keep();
  #build = 0;
  /** The build since which each file is what it is, or is gone. */
  readonly #since = new Map<string, number>();
  #stamps: ReadonlyMap<string, string> = new Map();
  #said: Said = {
    hasSite: false,
    counts: { error: 0, warning: 0, info: 0 },
    mistakes: [],
  };

  constructor(options: PreviewOptions) {
    this.#options = options;
  }

  get version(): string {
    return `${this.#run}.${this.#build}`;
  }

  /** The files that are not what they were in an earlier version. */
  changedSince(version: string): string[] | 'all' {
    const [run, build] = version.split('.');
    if (run !== this.#run) return 'all';
    return [...this.#since].filter(([, since]) => since > Number(build)).map(([path]) => path);
  }

  /** What to tell a page that came from `version`. */
  stateSince(version: string): LiveState {
    return { version: this.version, changed: this.changedSince(version), ...this.#said };
  }

  /**
   * Builds again, looking at nothing but `changed` if it is known. Never throws: a mistake, a folder that is gone and a
   * bug all leave the last good site as it is.
   */
  rebuild(changed?: readonly string[]): Outcome {
    try {
      return this.#take(
        (this.#options.build ?? preview)(this.#options.content, { keep: this.#keep, ...(changed && { changed }) }),
      );
    } catch (error) {
      // Whatever threw may have left it half done.
      this.#keep = new Keep();
      const problem =
        error instanceof EnvironmentError ? error.words[this.#options.language] : this.#options.describeBug(error);
      const isNews = this.#say({ ...this.#said, problem, counts: { error: 0, warning: 0, info: 0 }, mistakes: [] });
      return { isNews, problem, ...(error instanceof EnvironmentError && { cause: error }) };
    }
  }

  #take(result: PreviewResult): Outcome {
    const { pages, site, diagnostics } = result;
    const hasNewPages = pages !== undefined && this.#show(pages);
    if (pages !== undefined) this.site = site;
    const hasNewWords = this.#say({
      hasSite: this.pages !== undefined,
      counts: countBySeverity(diagnostics),
      mistakes: mistakesOf(result, this.#options),
    });
    return { isNews: hasNewPages || hasNewWords, result };
  }

  /** Makes `pages` the site that is served; false when it is the one that was. */
  #show(pages: readonly Page[]): boolean {
    const before = this.pages ?? new Map<string, Page>();
    const after = new Map(pages.map((page) => [page.path, page]));
    const stamps = new Map(pages.flatMap((page) => ('copyOf' in page ? [[page.path, stampOf(page.copyOf)]] : [])));
    const next = this.#build + 1;
    let isNews = this.pages === undefined;
    for (const [path, page] of after) {
      const old = before.get(path);
      if (isSame(old, page) && this.#stamps.get(path) === stamps.get(path)) continue;
      isNews = true;
      if (!differsInStyleOnly(old, page)) this.#since.set(path, next);
    }
    for (const path of before.keys()) {
      if (after.has(path)) continue;
      isNews = true;
      this.#since.set(path, next);
    }
    if (isNews) this.#build = next;
    this.pages = after;
    this.#stamps = stamps;
    return isNews;
  }

  #say(said: Said): boolean {
    const isNews = JSON.stringify(said) !== JSON.stringify(this.#said);
    this.#said = said;
    return isNews;
  }
}

function isSame(a: Page | undefined, b: Page): boolean {
  if (a === undefined || a === b) return a === b;
  if ('text' in a) return 'text' in b && a.text === b.text;
  return 'copyOf' in b && a.copyOf === b.copyOf;
}

/** The address of the style sheet carries its hash, so a new sheet changes every page, and none needs to be loaded again. */
function differsInStyleOnly(a: Page | undefined, b: Page): boolean {
  if (a === undefined || !('text' in a && 'text' in b) || !b.path.endsWith('.html')) return false;
  return withoutStyleVersion(a.text) === withoutStyleVersion(b.text);
}

function withoutStyleVersion(html: string): string {
  return html.replace(/(href="[^"?]*assets\/site\.css)\?v=[0-9a-f]+/, '$1');
}

/** Tells one content of an attachment from another without reading it. */
function stampOf(file: string): string {
  const status = statSync(file, { bigint: true, throwIfNoEntry: false });
  return status === undefined ? 'gone' : `${status.size} ${status.mtimeNs} ${status.ino}`;
}
