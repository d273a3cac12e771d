/**
 * A real OpenSSH server on this machine's own address, with keys and configuration of its own, for the user who runs
 * the test; it and its sessions are gone when the test file is done.
 *
 * Nothing of the machine's own ssh takes part: neither its configuration, nor its keys, agent and list of known hosts.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { findProgram } from '../support/machine.mjs';

export interface SshServer {
  port: number;
  /** For `ssh -F`: it knows the user's key and the server's. */
  config: string;
  user: string;
  /** The user's key that the server accepts. */
  key: string;
  /** A configuration with other lines before those of `config`. */
  configWith: (...lines: string[]) => string;
  /** `known_hosts` of `config`. */
  knownHosts: string;
  /** As `ssh-keygen -l` shows it. */
  fingerprint: string;
  /** Kills, without a word, every process that serves a session now, as a crash or a pulled plug does. */
  killSessions: () => void;
  stop: () => Promise<void>;
}

export interface ServerOptions {
  /** What answers to `sftp`; nothing, where it is empty. */
  sftp?: string;
  /** Other lines of `sshd_config`. */
  lines?: readonly string[];
}

const running: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

/** The program that sshd starts for `sftp` where it does not speak it itself. */
const SFTP_SERVER = [
  '/usr/lib/openssh/sftp-server',
  '/usr/libexec/openssh/sftp-server',
  '/usr/libexec/sftp-server',
].find((path) => existsSync(path));

/** Every session is begun by a script, after these lines of it. */
export function sessionsAfter(...lines: string[]): ServerOptions {
  const script = join(temporaryFolder(), 'session.sh');
  writeFileSync(script, ['#!/bin/sh', ...lines, 'eval "exec $SSH_ORIGINAL_COMMAND"', ''].join('\n'), { mode: 0o755 });
  return { sftp: SFTP_SERVER ?? 'sftp-server', lines: [`ForceCommand ${script}`] };
}

export async function startSshServer({ sftp = 'internal-sftp', lines = [] }: ServerOptions = {}): Promise<SshServer> {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const user = userInfo().username;
  makeKey(at('host_key'));
  makeKey(at('user_key'));
  writeFileSync(at('authorized_keys'), readFileSync(at('user_key.pub')), { mode: 0o600 });
  const port = await freePort();
  writeFileSync(
    at('sshd_config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${at('host_key')}`,
      `AuthorizedKeysFile ${at('authorized_keys')}`,
      `PidFile ${at('sshd.pid')}`,
      'PermitRootLogin yes',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      // Where an account has no password at all, only PAM lets it in by key.
      `UsePAM ${hasLockedPassword(user) ? 'yes' : 'no'}`,
      // The folder lies where everybody may write.
      'StrictModes no',
      'MaxStartups 100',
      'MaxSessions 100',
      'UseDNS no',
      ...(sftp === '' ? [] : [`Subsystem sftp ${sftp}`]),
      ...lines,
      '',
    ].join('\n'),
  );
  // Where sshd puts the half of itself that talks to strangers.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const sshd = findProgram('sshd') ?? 'sshd';
  const child = spawn(sshd, ['-D', '-e', '-f', at('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const log: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => log.push(text));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async () => {
    killSessionsOf(child);
    child.kill('SIGKILL');
    await ended;
  };
  running.push(stop);
  await listening(port, child, log);

  const knownHosts = at('known_hosts');
  writeFileSync(knownHosts, knownHost(port, at('host_key.pub')));
  const common = [
    `IdentityFile "${at('user_key')}"`,
    'IdentitiesOnly yes',
    'IdentityAgent none',
    `UserKnownHostsFile "${knownHosts}"`,
    'GlobalKnownHostsFile none',
    'UpdateHostKeys no',
    // Also when it is reached at the port of something in between.
    `HostKeyAlias [127.0.0.1]:${port}`,
    `Port ${port}`,
    '',
  ];
  let configs = 0;
  const configWith = (...more: string[]) => {
    const config = at(`ssh_config_${(configs += 1)}`);
    writeFileSync(config, [...more, ...common].join('\n'), { mode: 0o600 });
    return config;
  };
  return {
    port,
    user,
    key: at('user_key'),
    knownHosts,
    config: configWith(),
    configWith,
    fingerprint: run('ssh-keygen', ['-l', '-f', at('host_key.pub')]).split(' ')[1] ?? '',
    killSessions: () => killSessionsOf(child),
    stop,
  };
}

/** A key without a passphrase, and its `.pub`. */
export function makeKey(file: string): void {
  run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', file]);
}

/** A line of `known_hosts`. */
export function knownHost(port: number, publicKey: string): string {
  return `[127.0.0.1]:${port} ${readFileSync(publicKey, 'utf8')}`;
}

/**
 * A configuration that uses one connection for all, as `ControlPath` in a person's own does: logging in takes longer
 * than most of what a test asks. For what is not about connections.
 */
export async function shareConnection(server: SshServer): Promise<string> {
  const socket = join(temporaryFolder(), 'socket');
  const config = server.configWith(`ControlPath "${socket}"`);
  const master = spawn('ssh', ['-F', config, '-M', '-N', '127.0.0.1'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => master.on('close', () => resolve()));
  running.push(() => {
    master.kill();
    return ended;
  });
  while (!existsSync(socket)) {
    if (master.exitCode !== null) throw new Error('The connection to share did not come about.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return config;
}

export interface Proxy {
  port: number;
  /** What the clients have said so far. */
  bytesSaid: () => number;
}

/**
 * Hands on what clients and a server say to each other. Once the clients have said so many bytes, it hangs up, or goes
 * on listening and hands on nothing more.
 */
export async function startProxy(to: number, limit = Infinity, then: 'hang up' | 'stall' = 'hang up'): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let said = 0;
  const server: Server = createServer((client) => {
    const behind = createConnection(to, '127.0.0.1');
    const hangUp = () => [client, behind].forEach((socket) => socket.destroy());
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', hangUp).on('close', hangUp);
    }
    client.on('data', (bytes: Buffer) => {
      said += bytes.length;
      if (said <= limit) behind.write(bytes);
      else if (then === 'hang up') hangUp();
    });
    behind.on('data', (bytes: Buffer) => client.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(() => {
    sockets.forEach((socket) => socket.destroy());
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return { port: (server.address() as AddressInfo).port, bytesSaid: () => said };
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(findProgram(program) ?? program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the server answers, however busy the machine is; it is an error if it has ended instead. */
async function listening(port: number, child: ChildProcess, log: readonly string[]): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`sshd did not start: ${log.join('')}`);
    // Each attempt is made when the one before has failed.
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.on('data', () => resolve(true)).on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      socket.on('data', () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** All below the server itself: what separates privileges, serves a session, or was started by one. */
function killSessionsOf(server: ChildProcess): void {
  if (server.pid === undefined) return;
  for (const pid of processesBelow(server.pid)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

export function processesBelow(parent: number): number[] {
  const table = existsSync('/proc/self/stat') ? fromProc() : fromPs();
  const children = (of: number): number[] =>
    table.filter(([, above]) => above === of).flatMap(([pid]) => [pid, ...children(pid)]);
  return children(parent);
}

function fromProc(): [pid: number, parent: number][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): [number, number][] => {
      try {
        // The name of the program, in brackets, may hold anything.
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return fields[0] === 'Z' ? [] : [[Number(name), Number(fields[1])]];
      } catch {
        return [];
      }
    });
}

function fromPs(): [pid: number, parent: number][] {
  return run('ps', ['-A', '-o', 'pid=,ppid='])
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]): [number, number][] => (pid && parent !== undefined ? [[pid, parent]] : []));
}

function hasLockedPassword(user: string): boolean {
  try {
    return (
      readFileSync('/etc/shadow', 'utf8').includes(`\n${user}:!`) ||
      readFileSync('/etc/shadow', 'utf8').startsWith(`${user}:!`)
    );
  } catch {
    return false;
  }
}
