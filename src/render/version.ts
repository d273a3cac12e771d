import { createHash } from 'node:crypto';

/** `?v=0a1b2c3d`. A portal's cache keeps a file by its whole address: a new content makes a new one. */
export function version(text: string): string {
  return `?v=${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
