import type { Grid } from "../../../lib/layout.ts";
import { VALUE } from "../form-words.ts";
import { gridBlock } from "../grid-block.ts";
import type { Line } from "../lines.ts";

/** What heads the columns of a table of costs, each on a line of its own. */
const HEAD =
  /^(?:[“"]?三公[”"]?经费.{0,6}|合计|小计|因公出国.{0,8}|公务用车.{0,12}|公务接待.{0,6}|会议费|培训费|机关运行经费|(?:购置|运行(?:维护)?)费)$/u;
/** Fewer names are no header. */
const FEWEST = 3;

/**
 * A table of one row whose cells stand one a line: first all its heads, then as many values.
 * Returns null where none begins at `at`, else the grid and the index of the first line after it.
 */
export function readHeaderColumn(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  let heads = at;
  while (heads < lines.length && !lines[heads]!.cell && HEAD.test(lines[heads]!.text.trim())) heads++;
  const width = heads - at;
  if (width < FEWEST) return null;
  const values = lines.slice(heads, heads + width).map((line) => line.text.trim());
  const after = lines[heads + width]?.text.trim() ?? "";
  if (values.length < width || !values.every((text) => VALUE.test(text)) || VALUE.test(after)) return null;
  const names = lines.slice(at, heads).map((line) => line.text.trim());
  const rows = [names, values].map((row) => row.map((text) => ({ text })));
  return { grid: gridBlock(rows, lines[at]!.number), next: heads + width };
}
