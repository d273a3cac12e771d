/**
 * What stops the program without being a mistake in content or a bug: a full disk, a folder nobody may write, a wrong
 * path. Its words say what happened, where, and what to do; the command line prints them and exits with 2.
 */
import type { Words } from './diagnostic.js';

export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly words: Words;

  constructor(words: Words, options?: ErrorOptions) {
    super(words.en, options);
    this.words = words;
  }
}
