import { readFileSync } from "node:fs";
import { dataPath } from "../../lib/package-root.ts";
import type { Shape } from "./digit-shapes.ts";

let shapes: readonly (readonly Shape[])[] | undefined;

/** The digits 0 to 9 as standard faces draw them, a shape a face: `data/digit-shapes.tsv`, which is drawn by PDFium itself. */
export function referenceDigits(): readonly (readonly Shape[])[] {
  shapes ??= read();
  return shapes;
}

function read(): Shape[][] {
  const digits: Shape[][] = Array.from({ length: 10 }, () => []);
  for (const line of readFileSync(dataPath("digit-shapes.tsv"), "latin1").split("\n")) {
    const [digit = "", , aspect, holes, grid = ""] = line.split("\t");
    if (!/^\d$/.test(digit)) continue;
    const ink = Float32Array.from(Buffer.from(grid, "hex"), (value) => value / 255);
    digits[Number(digit)]!.push({ grid: ink, aspect: Number(aspect), holes: Number(holes) });
  }
  return digits;
}

/** A shape as the columns of a line: aspect, holes, grid. */
export const shapeText = ({ grid, aspect, holes }: Shape): string[] => [
  aspect.toFixed(6),
  String(holes),
  Buffer.from(grid.map((value) => Math.round(value * 255))).toString("hex"),
];
