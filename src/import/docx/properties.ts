/** Properties of paragraphs and runs that matter to the text, read alike from the text itself and from styles. */
import type { Attributes } from './xml.js';

export interface ParagraphProperties {
  style?: string;
  /** The outline level from 0; 9 is body text. */
  outline?: number;
  isCentred?: boolean;
  /** The list's number definition; `0` takes the paragraph out of its style's list. */
  list?: string;
  /** The level within the list, from 0. */
  level?: number;
}

export interface RunProperties {
  style?: string;
  isBold?: boolean;
  isHidden?: boolean;
}

/** An element within `w:pPr`, or within its `w:numPr`. */
export function readParagraphProperty(into: ParagraphProperties, name: string, attributes: Attributes): void {
  const value = attributes.get('w:val') ?? '';
  if (name === 'w:pStyle') into.style = value;
  else if (name === 'w:outlineLvl') into.outline = wholeNumber(value) ?? 9;
  else if (name === 'w:jc') into.isCentred = value === 'center';
  else if (name === 'w:numId') into.list = value;
  else if (name === 'w:ilvl') into.level = wholeNumber(value) ?? 0;
}

/** An element within `w:rPr`. */
export function readRunProperty(into: RunProperties, name: string, attributes: Attributes): void {
  if (name === 'w:rStyle') into.style = attributes.get('w:val') ?? '';
  else if (name === 'w:b') into.isBold = isOn(attributes);
  else if (name === 'w:vanish') into.isHidden = isOn(attributes);
}

/** Whether a property that is either on or off is on: its name alone means that it is. */
export function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(attributes.get('w:val') ?? '');
}

export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
