/** A link whose address somebody else wrote: one that leads off the government's sites says so, and is asked about. */
import type { ComponentChildren } from 'preact';
import { isBeyondGovernment, OUTSIDE_WORDS } from '../src/model/beyond-government.js';

/** Without an address it is its words alone. */
export function Link({ href, children }: { href?: string | undefined; children: ComponentChildren }) {
  if (href === undefined) return <>{children}</>;
  if (!isBeyondGovernment(href)) return <a href={href}>{children}</a>;
  return (
    <a href={href} rel="external noopener" data-outside="">
      {children}
      <span class="outside">{OUTSIDE_WORDS}</span>
    </a>
  );
}
