/** Finds a port to listen on. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvironmentError } from '../diagnostics/environment-error.js';

const HOST = '127.0.0.1';
const LAST_PORT = 65535;
/** Beyond that, it is not other programs that are in the way. */
const ATTEMPTS = 100;

/**
 * Listens on this machine alone, on `port` or the next one that is free (`0`: on any); returns the one it got.
 * Errors: `EnvironmentError` when none is free or the system does not allow it.
 */
export async function listen(server: Server, port: number): Promise<number> {
  for (let tried = port; tried <= Math.min(port + ATTEMPTS, LAST_PORT); tried += 1) {
    try {
      // One after the other: the first that is free is the one to take.
      // oxlint-disable-next-line eslint/no-await-in-loop
      return await listenOn(server, tried);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE') continue;
      throw refused(tried, String(code), error);
    }
  }
  throw refused(port, 'EADDRINUSE');
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function refused(port: number, code: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `不能使用端口 ${port}（系统报告 ${code}）。请用 --port 换一个端口，例如 --port 8080；--port 0 表示任选一个。`,
      en: `Port ${port} cannot be used (the system reports ${code}). Choose another with --port, such as --port 8080; --port 0 takes any.`,
    },
    { cause },
  );
}
