import type { RuledLooks } from "./ruled-looks.ts";
import type { SheetView } from "./sheet-view.ts";

/** What the reader behind does not hand over of a sheet, by address. */
export interface SheetExtras {
  /** Cells struck out as a whole, or printed in the paper's colour. */
  readonly gone: ReadonlySet<string>;
  /** Formats that are known by number alone. */
  readonly formats: ReadonlyMap<string, string>;
  /** Text as printed, where runs of it are struck out or raised. */
  readonly texts: ReadonlyMap<string, string>;
  /** Cells of which some runs are struck out or in the paper's colour. */
  readonly cut: ReadonlySet<string>;
  /** Whether formulas stand on the sheet that no program has worked out. */
  readonly unsolved: boolean;
  readonly view: SheetView;
  /** What rules (conditional formats) change of the numbers shown. */
  readonly rules: RuledLooks | null;
  /** Lines in text boxes over the sheet. */
  readonly boxes?: readonly string[];
  /** What the page header prints, with its codes. */
  readonly header?: string;
}
