/** What publishing must do at any place, done to a real OpenSSH server on this machine. */
import { beforeAll, describe } from 'vitest';
import { openSftpPlace } from '../../src/publish/sftp-place.js';
import { temporaryFolder } from '../support/folder.js';
import { publishScenarios } from './scenarios.js';
import { shareConnection, startSshServer } from './sshd.js';

describe('a folder behind sftp', () => {
  let port = 0;
  let sshConfig = '';
  beforeAll(async () => {
    const server = await startSshServer();
    ({ port } = server);
    sshConfig = await shareConnection(server);
  });
  publishScenarios(
    () => {
      const parent = temporaryFolder();
      const target = { by: 'sftp', host: '127.0.0.1', port, parent, name: 'site' } as const;
      return { parent, open: () => openSftpPlace({ target, sshConfig }) };
    },
    { stride: 11 },
  );
});
