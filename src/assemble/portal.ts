/** The `portal` block of `site.yaml`: what the portal around the column says of itself. */
import { FRAGMENT_PLACES, type Footer, type FooterField, type FragmentPlace, type Portal } from '../model/site.js';
import type { TextSource } from '../model/source.js';
import { startOf, type Located } from '../model/span.js';
import type { Keys } from './keys.js';

/** How a clerk says that the portal's own template prints a footer field. */
const BY_PORTAL = /^(?:portal|由门户模板提供)$/;

export function readPortal(keys: Keys<'site'>, fragments: readonly TextSource[], isWhole: boolean): Portal {
  const { portal = {} } = keys.values;
  const { column = {} } = portal;
  const words = (value: string | undefined, ...path: string[]): Located<string> | undefined =>
    value === undefined ? undefined : { value, at: keys.at('portal', ...path) };
  return defined<Portal>({
    name: words(portal.name, 'name'),
    domain: words(portal.domain, 'domain'),
    url: words(portal.url, 'url'),
    code: words(portal.code, 'code'),
    column: defined<Portal['column']>({
      name: words(column.name, 'column', 'name'),
      url: words(column.url && folder(column.url), 'column', 'url'),
      description: words(column.description, 'column', 'description'),
      keywords: (column.keywords ?? []).map((value, index) => ({
        value,
        at: keys.at('portal', 'column', 'keywords', index),
      })),
      type: words(column.type, 'column', 'type'),
    }),
    breadcrumb: (portal.breadcrumb ?? []).map(({ name, url }, index) => ({
      name,
      ...(url !== undefined && { url }),
      at: keys.at('portal', 'breadcrumb', index),
    })),
    footer: readFooter(keys),
    fragments: readFragments(fragments),
    isWhole,
    at: keys.at('portal'),
  });
}

/** `portal/header.html` and `portal/footer.html`. */
function readFragments(sources: readonly TextSource[]): Portal['fragments'] {
  const fragments: Portal['fragments'] = {};
  for (const place of FRAGMENT_PLACES) {
    const source = sources.find(({ path }) => fragmentPlace(path) === place);
    if (source && !source.broken) fragments[place] = { value: source.body, at: startOf(source.path) };
  }
  return fragments;
}

/** Where a fragment goes, by its name; `undefined` for a name that says none. */
export function fragmentPlace(path: string): FragmentPlace | undefined {
  const name = /^portal\/(?<name>[^/]+)\.html$/.exec(path)?.groups?.['name'];
  return FRAGMENT_PLACES.find((place) => place === name);
}

function readFooter(keys: Keys<'site'>): Footer {
  const footer: Footer = {};
  for (const [field, value] of Object.entries(keys.values.portal?.footer ?? {})) {
    if (value === undefined) continue;
    const at = keys.at('portal', 'footer', field);
    const words =
      typeof value === 'string'
        ? { text: value }
        : { text: value.text, ...(value.url !== undefined && { url: value.url }) };
    footer[field as FooterField] = { value: BY_PORTAL.test(words.text) ? 'portal' : words, at };
  }
  return footer;
}

function folder(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** Leaves out what is undefined: optional properties are absent. */
function defined<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
