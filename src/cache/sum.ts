import { createHash } from 'node:crypto';

/** Tells one content from another: SHA-256 in base64. */
export function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}

/** The same of numbers, each eight bytes. */
export function sumOfNumbers(numbers: Float64Array): string {
  return sumOf(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

/** The same of plain data. */
export function sumOfData(data: unknown): string {
  return sumOf(JSON.stringify(data));
}
