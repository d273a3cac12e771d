/** Writes a file so that it has its name only when all of it is on the disk, even if the power fails the moment after. */
import { open, rename, rm } from 'node:fs/promises';

/** `part` is where it waits for its name, on the same disk. */
export async function writeWhole(file: string, part: string, bytes: Uint8Array): Promise<void> {
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}
