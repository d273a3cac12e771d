/**
 * A UUID made from names alone (RFC 9562, version 8): the same names give the same id on every machine, in every build.
 *
 * Calendars and feed readers know an entry by its id. A column is named by its address without the scheme, so that the
 * day the portal moves to https does not make everything new; a column whose address nobody has told, by its organ.
 */
import { createHash } from 'node:crypto';
import type { Portal } from '../../model/site.js';

export function lastingId(...names: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(names)).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function columnName({ column: { url } }: Portal, organ: string): string {
  return url === undefined ? organ : url.value.replace(/^[a-z]+:\/\//i, '').replace(/\/*$/, '/');
}
