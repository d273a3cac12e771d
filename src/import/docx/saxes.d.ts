/**
 * Of the package `saxes`, what `xml.ts` uses: its own declarations do not compile under this project's settings
 * (`exactOptionalPropertyTypes`), which `tsconfig.json` therefore points here.
 */
export interface SaxesTag {
  name: string;
  attributes: Record<string, string>;
}

interface Handlers {
  error: (error: Error) => void;
  doctype: () => void;
  opentag: (tag: SaxesTag) => void;
  closetag: (tag: SaxesTag) => void;
  text: (text: string) => void;
  cdata: (text: string) => void;
}

export class SaxesParser {
  constructor(options: { position: boolean });
  on<Name extends keyof Handlers>(name: Name, handler: Handlers[Name]): void;
  write(chunk: string): this;
  close(): this;
}
