/** The language of the messages, which `--lang` tells before the command or after it. */
import { Option } from 'commander';
import { LANGUAGES, type Language } from '../diagnostics/diagnostic.js';
import { HELP } from './words.js';

const DEFAULT: Language = 'zh';

/** Of the last `--lang`, known before the options are read: mistakes in them are told in it too. */
export function languageOf(argv: readonly string[]): Language {
  const told = argv.flatMap((word, index) => {
    if (word === '--lang') return argv[index + 1] ?? [];
    return word.startsWith('--lang=') ? word.slice('--lang='.length) : [];
  });
  return LANGUAGES.find((language) => language === told.at(-1)) ?? DEFAULT;
}

/** For the program and each command: a command that is told none speaks as the program was told. */
export function languageOption(language: Language): Option {
  return new Option('--lang <language>', HELP[language].lang).choices(LANGUAGES).default(language, DEFAULT);
}
