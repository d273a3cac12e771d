import type { Theme } from '../model/page.js';
import { ownPath, readOwnFile } from '../own-files.js';

const CSS = 'templates/site.css';
/** Made for browsers by `bundle.mjs`. */
const SCRIPT = 'lib/browser/client.js';
const SEARCH_SCRIPT = 'lib/browser/search.js';

/** Where the theme stands on disk, absolute: whoever edits it wants to see the change. */
export const THEME_FILES: readonly string[] = [CSS, SCRIPT, SEARCH_SCRIPT].map(ownPath);

/** The style sheet as it stands in `templates/`, and the scripts as they were compiled into `lib/`. */
export function readTheme(): Theme {
  return { css: readOwnFile(CSS), script: readOwnFile(SCRIPT), searchScript: readOwnFile(SEARCH_SCRIPT) };
}
