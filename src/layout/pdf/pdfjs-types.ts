import type { Matrix } from "./frame.ts";

/** What pdf.js makes of a page's content stream: operator numbers and their arguments. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<readonly unknown[] | null>;
}

/** Operator numbers by name, as pdf.js exports them. */
export type OperatorNumbers = Readonly<Record<string, number>>;

/** The parts of a pdf.js font that place its characters. */
export interface PdfjsFont {
  readonly loadedName?: string;
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  /** pdf.js could not make sense of it: what it shows are codes, not characters. */
  readonly broken?: boolean;
  readonly fontMatrix?: Matrix;
  readonly composite?: boolean;
  /** Unicode by character code; `firstChar` to `lastChar` where pdf.js knows nothing better than the code itself. */
  readonly toUnicode?: { readonly firstChar?: number; readonly lastChar?: number };
  readonly defaultVMetrics?: readonly [number, number, number];
}
