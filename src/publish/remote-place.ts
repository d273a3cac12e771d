/** A folder of a server as a place to publish to, by the program that its address asks for. */
import type { Place } from './place.js';
import { openRsyncPlace } from './rsync-place.js';
import { openSftpPlace } from './sftp-place.js';
import type { SshOptions } from './ssh.js';
import type { RemoteTarget } from './target.js';

/** The folder that holds the target's. Errors: `EnvironmentError` where it cannot be reached, or is not there. */
export function openRemote(target: RemoteTarget, options: SshOptions = {}): Promise<Place> {
  const way = { ...options, target };
  return target.kind === 'sftp' ? openSftpPlace(way) : openRsyncPlace(way);
}
