/**
 * Whether an address leads off the government's sites, `gov.cn` and whatever is below it: what a reader is told before
 * following it, and what somebody has to sign off. A mail address or a telephone number is no site.
 */
export function isBeyondGovernment(address: string): boolean {
  // An address of the web that no browser can read: nobody can vouch for where it leads.
  if (!URL.canParse(address)) return /^\s*https?:/i.test(address);
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const host = hostname.replace(/\.$/, '');
  return host !== 'gov.cn' && !host.endsWith('.gov.cn');
}

/** Stands at the end of the words of such a link, so that whoever hears the link alone hears it too. */
export const OUTSIDE_WORDS = '（外部网站）';
