/** A thread of the program, as it is started. */
import { run } from './load.js';

run(import.meta.dirname, 'make-towns.js');
