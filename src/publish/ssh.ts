/**
 * Starts the system's own `ssh`, with the options that every way to a server shares.
 *
 * In:  a target, and the configuration file that `--ssh-config` names.
 * Out: arguments, a running program, and the command as a person would type it.
 * Not here: what the programs say when they fail (`ssh-refusals.ts`).
 *
 * Keys, agents, host keys, jump hosts and names of hosts are OpenSSH's business: only what makes a program of a person's
 * tool is set here. Whatever would ask (a password, a passphrase, an unknown host key) fails instead, in words.
 */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import type { SshTarget } from './ssh-target.js';

export interface SshOptions {
  /** Instead of ~/.ssh/config. */
  sshConfig?: string;
}

const OPTIONS = [
  'BatchMode=yes',
  'StrictHostKeyChecking=yes',
  'ConnectTimeout=20',
  // A line that went dead is noticed within a minute.
  'ServerAliveInterval=15',
  'ServerAliveCountMax=3',
  // A connection that is open already may be used, but none is left open after the end.
  'ControlMaster=no',
  'ClearAllForwardings=yes',
  'ForwardAgent=no',
  'ForwardX11=no',
  'PermitLocalCommand=no',
  'RequestTTY=no',
];

/** For `ssh`, up to and without the host. */
export function sshArguments(target: SshTarget, { sshConfig }: SshOptions): string[] {
  return [
    ...(sshConfig === undefined ? [] : ['-F', sshConfig]),
    ...OPTIONS.map((option) => `-o${option}`),
    ...(target.port === undefined ? [] : ['-p', String(target.port)]),
    ...(target.user === undefined ? [] : ['-l', target.user]),
  ];
}

/** What a person types to reach the server; `program` is `ssh`, or another that knows the same options. */
export function shownCommand({ host, user, port }: SshTarget, { sshConfig }: SshOptions): string {
  const words = [
    'ssh',
    ...(sshConfig === undefined ? [] : ['-F', sshConfig]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    user === undefined ? host : `${user}@${host}`,
  ];
  return words.map((word) => (/[^\w@%+=:,./\\-]/.test(word) ? `"${word}"` : word)).join(' ');
}

/** The server as messages name it. */
export function shownServer({ host, user, port }: SshTarget): string {
  const account = user === undefined ? host : `${user}@${host}`;
  return port === undefined ? account : `${account}:${port}`;
}

const running = new Set<ChildProcess>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A program that does not outlive this one, whatever ends it short of SIGKILL. */
export function startProgram(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  // No shell on either system: no argument is read twice.
  const child = spawn(program, args, { ...options, shell: false, windowsHide: true });
  if (running.size === 0) {
    process.on('exit', endAll);
    for (const signal of SIGNALS) process.on(signal, endAllAndSelf);
  }
  running.add(child);
  const forget = () => {
    if (!running.delete(child) || running.size > 0) return;
    process.off('exit', endAll);
    for (const signal of SIGNALS) process.off(signal, endAllAndSelf);
  };
  child.on('close', forget);
  child.on('error', forget);
  return child;
}

function endAll(): void {
  for (const child of running) child.kill();
}

function endAllAndSelf(signal: NodeJS.Signals): void {
  endAll();
  for (const known of SIGNALS) process.off(known, endAllAndSelf);
  // As it would have ended without us; if somebody else listens too, it is theirs to end the program.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
