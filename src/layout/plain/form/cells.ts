import type { ColumnRole } from "../../../../schemas/forms/performance/heads.ts";
import {
  COST_LEVEL,
  OUTPUT,
  SATISFACTION,
  SATISFACTION_LEVEL,
  STANDS_BELOW,
} from "../../../../schemas/forms/performance/levels.ts";
import { largest } from "../../../lib/long-lists.ts";
import type { PlainCell } from "../grid-block.ts";
import type { SolvedRow } from "./rows.ts";

type Role = ColumnRole | null;
/** Columns whose cells are merged over the lines that belong to them. */
const MERGED: ReadonlySet<Role> = new Set(["body", "scope", "objective", "budget", "level1", "level2"]);

/**
 * Lines of an indicator block as rows of cells: what stands left of the indicator merged over its lines, the way forms draw it. Cells that
 * might as well stand in another column stand apart from all heads, where they are counted as unread.
 */
export function indicatorCells(
  lines: readonly SolvedRow[],
  roles: readonly Role[],
  confirmed: ReadonlySet<number>,
): PlainCell[][] {
  const name = roles.includes("level3") ? roles.indexOf("level3") : roles.indexOf("name");
  const rows = regrouped(lines, roles);
  const opens = (r: number, c: number): boolean =>
    r === 0 ||
    !MERGED.has(roles[c]!) ||
    rows[r]!.slice(0, c + 1).some((text, k) => text !== "" && MERGED.has(roles[k]!));
  const isMark = (c: number): boolean => roles[c] === "weight" || roles[c] === "score";
  const unsure = lines.map((line, r) => [...line.unsure].filter((c) => !(confirmed.has(r) && isMark(c))));
  const apart = lines.map((line, r) => [...unsure[r]!.map((c) => rows[r]![c]!), ...(line.apart ?? [])]);
  const spare = Math.max(0, largest(apart.map((texts) => texts.length)));
  return rows.map((cells, r) => {
    const out: PlainCell[] = [];
    for (const [c, text] of cells.entries()) {
      if (c >= name || !MERGED.has(roles[c]!)) {
        out.push({ text: unsure[r]!.includes(c) ? "" : text });
        continue;
      }
      if (!opens(r, c)) continue;
      let rs = 1;
      while (r + rs < rows.length && !opens(r + rs, c)) rs++;
      out.push({ text, rs });
    }
    if (spare > 0) out.push({ text: "" }, ...apart[r]!.map((text) => ({ text })));
    return out;
  });
}

/** 成本指标 below 产出指标 and 满意度指标 below itself name second levels, although they are first levels elsewhere. */
function regrouped(lines: readonly SolvedRow[], roles: readonly Role[]): string[][] {
  const [one, two] = [roles.indexOf("level1"), roles.indexOf("level2")];
  let group = "";
  let second = "";
  return lines.map(({ cells }, r) => {
    const row = [...cells];
    // a first level printed at the middle of its lines: those above it in the group say by their second level that they are its own
    if (one >= 0 && two >= 0 && row[one] === "" && row[two] !== "") {
      const below = STANDS_BELOW.find(([name]) => name.test(row[two]!))?.[1];
      const next = lines.slice(r + 1).find((line) => line.cells[one] !== "")?.cells[one];
      if (below && !below.test(group) && next !== undefined && below.test(next)) row[one] = next;
    } else if (one >= 0 && row[one] === group && r > 0 && row[two] !== "") row[one] = "";
    if (one < 0 || two < 0) return row;
    const first = row[one]!;
    const misread =
      row[two] === "" &&
      ((first === COST_LEVEL && OUTPUT.test(group)) ||
        (first === SATISFACTION_LEVEL && SATISFACTION.test(group) && second === ""));
    if (misread) [row[one], row[two]] = ["", first];
    if (row[one] !== "") [group, second] = [row[one]!, ""];
    if (row[two] !== "") second = row[two]!;
    return row;
  });
}
