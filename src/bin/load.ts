/**
 * Load: runs the files of the bundled program, with the code that V8 has made of them before.
 *
 * In:  `lib/bin/X.js`, a CommonJS module in ASCII, and `lib/code/X.js`, which `keep-code.ts` has left when the program
 *      was compiled.
 * Out: what the module exports. Where there is no such code, or it is another Node's, V8 makes it anew: that takes
 *      longer, and nothing else.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

interface Loaded {
  script: Script;
  module: { exports: unknown };
}

type Run = (exports: unknown, require: (name: string) => unknown, module: { exports: unknown }, folder: string) => void;

const WRAPPER = '(function (exports, require, module, __dirname) { ';

export class Loader {
  readonly #folder: string;
  readonly #requireElsewhere: (name: string) => unknown;
  readonly #loaded = new Map<string, Loaded>();

  /** `folder` is absolute. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#requireElsewhere = createRequire(join(folder, 'load.js'));
  }

  /** What the file of this name, such as `main.js`, exports. */
  load(name: string): unknown {
    const loaded = this.#loaded.get(name);
    if (loaded) return loaded.module.exports;
    const filename = join(this.#folder, name);
    const script = new Script(`${WRAPPER}${readFileSync(filename, 'latin1')}\n})`, {
      filename,
      columnOffset: -WRAPPER.length,
      cachedData: this.#codeOf(name),
    });
    const module = { exports: {} };
    this.#loaded.set(name, { script, module });
    const require = (other: string): unknown =>
      other.startsWith('./') ? this.load(other.slice('./'.length)) : this.#requireElsewhere(other);
    (script.runInThisContext() as Run)(module.exports, require, module, this.#folder);
    return module.exports;
  }

  /** Keeps what V8 has made of what has been loaded and has run. Files are put in place whole: nobody runs half of one. */
  keepCode(): void {
    for (const [name, { script }] of this.#loaded) {
      const beside = this.#codePath(`${name}.${process.pid}`);
      writeFileSync(beside, script.createCachedData());
      renameSync(beside, this.#codePath(name));
    }
  }

  #codeOf(name: string): Buffer | undefined {
    try {
      return readFileSync(this.#codePath(name));
    } catch {
      return undefined;
    }
  }

  #codePath(name: string): string {
    return join(this.#folder, '../code', name);
  }
}

/** Runs one of the files, as plainly as Node would where it is to show what went wrong. */
export function run(folder: string, name: string): void {
  if (process.env['FAZHI_DEBUG']) {
    // Then a stack names the modules as they were before they were bundled.
    process.setSourceMapsEnabled(true);
    createRequire(join(folder, 'load.js'))(`./${name}`);
  } else new Loader(folder).load(name);
}
