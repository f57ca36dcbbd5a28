import { raised as above } from "../../lib/note-marks.ts";

/** How words are printed. */
export interface RunLook {
  readonly raised: boolean;
  readonly struck: boolean;
  readonly white: boolean;
}

/** One run of a cell's text; without a look of its own it is printed as the cell is. */
export interface Run {
  readonly text: string;
  readonly look: RunLook | null;
}

/** A cell's own look where nothing is said of it. */
export const PLAIN: RunLook = { raised: false, struck: false, white: false };

/** A text with runs that are struck out, raised or white. */
interface PrintedText {
  readonly onPaper: string;
  /** On a ground that is not the paper's, white is meant to be read. */
  readonly onGround: string;
  /** Whether words of it are not to be seen on either. */
  readonly cut: { readonly onPaper: boolean; readonly onGround: boolean };
}

/** The runs that are to be seen in a cell of the look `own`, raised digits as such; null where cell and runs are plain. */
function printedRuns(runs: readonly Run[], own: RunLook): PrintedText | null {
  let special = false;
  const cut = { onPaper: false, onGround: false };
  const shown = { onPaper: "", onGround: "" };
  for (const { text: printed, look } of runs) {
    const { raised, struck, white } = look ?? own;
    special ||= raised || struck || white || own.struck || own.white;
    const text = raised ? above(printed) : printed;
    if (!struck) shown.onGround += text;
    if (!struck && !white) shown.onPaper += text;
    cut.onGround ||= struck && printed.trim() !== "";
    cut.onPaper ||= (struck || white) && printed.trim() !== "";
  }
  return special ? { ...shown, cut } : null;
}

/** Which cells of a sheet are not to be seen, as a whole or in part. */
export class CellLooks {
  readonly found = { gone: new Set<string>(), texts: new Map<string, string>(), cut: new Set<string>() };
  private readonly coloured: boolean;

  /** `coloured`: rules may put a dark ground under white figures of the sheet. */
  constructor(coloured: boolean) {
    this.coloured = coloured;
  }

  /** A cell, its own look and the runs of its text, none where it is all of one look. */
  add(address: string, own: RunLook, filled: boolean, runs: readonly Run[]): void {
    const text = runs.length === 0 ? null : printedRuns(runs, own);
    const onGround = filled || this.coloured;
    if (!text && (own.struck || (own.white && !onGround))) this.found.gone.add(address);
    if (!text) return;
    const on = onGround ? "onGround" : "onPaper";
    this.found.texts.set(address, text[on]);
    if (text.cut[on]) this.found.cut.add(address);
  }
}
