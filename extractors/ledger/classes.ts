import { readFileSync } from "node:fs";
import { dataPath } from "../../src/lib/package-root.ts";
import { bareLabel } from "../../src/lib/words.ts";

const column = (file: string, index: number): string[] =>
  readFileSync(dataPath(file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t")[index]!);

const FUNCTION_CLASSES = new Set(column("function-classes.tsv", 1).map(bareLabel));
const ECONOMIC_CLASSES = new Set(column("economic-classes.tsv", 1).map(bareLabel));

/** Whether a label is a 类 of the functional classification, under any of the names it ever had. */
export const isFunctionClass = (label: string): boolean => FUNCTION_CLASSES.has(bareLabel(label));
/** Whether a label is a 类 of the economic classification (departments' or governments'). */
export const isEconomicClass = (label: string): boolean => ECONOMIC_CLASSES.has(bareLabel(label));
