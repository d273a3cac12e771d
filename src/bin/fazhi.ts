#!/usr/bin/env node
/** The program, as it is called. */
import { run } from './load.js';

run(import.meta.dirname, 'main.js');
