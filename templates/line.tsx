import type { ComponentChildren } from 'preact';

/** A line more about what stands above it. Where the eye sees a new line, whoever hears the page hears a pause. */
export function Line({ class: name, children }: { class: string; children: ComponentChildren }) {
  return (
    <span class={name}>
      <span class="visually-hidden">，</span>
      {children}
    </span>
  );
}
