import { readOwnFile } from '../own-files.js';

/** Of the program, as `package.json` has it. */
export const { version: VERSION } = JSON.parse(readOwnFile('package.json')) as { version: string };
