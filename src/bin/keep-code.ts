/** Makes a call of the bundled program, and keeps the code that V8 has made of it meanwhile, for `load.ts`. */
import { join } from 'node:path';
import { ownPath } from '../own-files.js';
import { Loader } from './load.js';

const program = new Loader(ownPath('lib/bin'));
process.argv[1] = join(ownPath('lib/bin'), 'fazhi.js');
process.on('exit', () => program.keepCode());
program.load('main.js');
