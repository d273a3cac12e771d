/** The bytes of a file, as they come from a server or a disk: never more of them than need be. */
import { createHash } from 'node:crypto';

/** Beyond the size that was built, so that what somebody added can be named. */
const ALLOWANCE_BYTES = 64 * 1024;
/** Larger files are held against their sum alone. */
const KEPT_BYTES = 4 * 1024 * 1024;

export interface Body {
  /** In bytes; of one that is not whole, those that were read. */
  size: number;
  sha256: string;
  isWhole: boolean;
  /** Absent where there are too many. */
  bytes?: Buffer;
}

/** Reads what should have `size` bytes; leaving the loop early closes its source. */
export async function readBody(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Body> {
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  const limit = size + ALLOWANCE_BYTES;
  let read = 0;
  let isWhole = true;
  for await (const chunk of chunks) {
    read += chunk.length;
    if (read > limit) {
      isWhole = false;
      break;
    }
    hash.update(chunk);
    if (limit <= KEPT_BYTES) kept.push(chunk);
  }
  return {
    size: read,
    sha256: hash.digest('hex'),
    isWhole,
    ...(isWhole && limit <= KEPT_BYTES && { bytes: Buffer.concat(kept) }),
  };
}
