/** What the scripts of the search page make and walk through. */

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** The arrow keys go from a field to the links of its list, from one to the next, and back to the field. */
export function step(event: KeyboardEvent, field: HTMLElement, links: readonly HTMLElement[], at: number): void {
  const isTyping = event.target === field;
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || (!isTyping && at < 0)) return;
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  if (next >= links.length || (isTyping && next < 0)) return;
  event.preventDefault();
  (links[next] ?? field).focus();
}

/** Keys that mean something to the browser, or to an input method. */
export function isForeign({ isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return isComposing || ctrlKey || metaKey || altKey;
}
