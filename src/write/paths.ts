/** What a build keeps in the working folder, relative to the site's; gone when it is done. */
import { WORK } from '../model/manifest.js';

/** Which files the build under way is going to own. */
export const JOURNAL = `${WORK}/journal.json`;
/** The files it is about to put in place. */
export const STAGED = `${WORK}/staged`;
