/** A file of the built site. `path` is relative to the site's folder, with `/`. */
export type Page = { path: string; text: string } | { path: string; copyOf: string };

/** The files that pages need, as they stand in `templates/`. */
export interface Theme {
  css: string;
  script: string;
  /** For the search page alone. */
  searchScript: string;
}
