/** What files that anybody may read must not carry. Each check returns a line for each fault. */

/** Folders of one machine: a home, a checkout, the place for temporary files. */
const MACHINE_PATHS = [
  /(?<![\w.*])\/(?:home|root|Users|work|workspace|workspaces|tmp|private|github)\/[\w.-]+/,
  /\b[A-Z]:\\+(?:Users|Documents and Settings)\b/,
];

/** Where packages were loaded from. */
const REGISTRY_HOSTS = [
  /\bregistry\.[a-z\d-]+\.[a-z]+/i,
  /\bnpmmirror\b/i,
  /https?:\/\/[^\s"'/]*(?:npm|registry|artifactory|nexus)[^\s"'/]*\//i,
];

export function machineFaults(path: string, text: string): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const found = [...MACHINE_PATHS, ...REGISTRY_HOSTS].map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
    return found === undefined ? [] : [`${path}:${index + 1}: ${found}`];
  });
}

/** Addresses in a lock file: with them an installation asks the place that wrote the lock, not its own registry. */
export function lockFaults(lock: string): string[] {
  return addressesIn('', JSON.parse(lock));
}

function addressesIn(key: string, value: unknown): string[] {
  if (key === 'funding') return []; // where to thank the authors, not where to load from
  if (key === 'resolved') return [`resolved: ${String(value)}`];
  if (typeof value === 'string') return /^(?:https?|file|git\+\w+):/.test(value) ? [`${key}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => addressesIn(name, below));
}
