import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";

const STAGES = ["ingest", "layout", "sections", "extract", "normalise", "validate", "store"];
const sources = ["src", "extractors", "schemas"].flatMap((top) =>
  readdirSync(join(packageRoot, top), { recursive: true, encoding: "utf8" })
    .filter((f) => /\.tsx?$/u.test(f))
    .map((f) => join(top, f)),
);
const placeOf = (file: string): string => {
  const [top, second] = file.split(sep);
  if (top !== "src") return top!;
  return second!.endsWith(".ts") ? second!.replace(/\.ts$/, "") : second!;
};
const importsOf = (file: string): string[] =>
  [...readFileSync(join(packageRoot, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((m) =>
    relative(packageRoot, resolve(packageRoot, file, "..", m[1]!)),
  );

/** Who may import whom: `schemas ← lib ← { extractors, stages, store } ← pipeline, across, batch, export, review, collect ← cli`. */
const LIB_ONLY = ["schemas", "lib"];
const allowed: Record<string, readonly string[]> = {
  schemas: ["schemas"],
  lib: LIB_ONLY,
  extractors: [...LIB_ONLY, "extractors"],
  ...Object.fromEntries(STAGES.map((stage) => [stage, [...LIB_ONLY, stage]])),
  extract: [...LIB_ONLY, "extract", "extractors"],
  pipeline: [...LIB_ONLY, ...STAGES],
  across: [...LIB_ONLY, "validate"],
  batch: [...LIB_ONLY, "batch", "pipeline", "across", "ingest", "store"],
  export: [...LIB_ONLY, "export", "store"],
  questions: [...LIB_ONLY, "questions", "store"],
  review: [...LIB_ONLY, "review", "questions", "store", "export", "batch", "ingest", "layout"],
  collect: [...LIB_ONLY, "collect", "store", "ingest", "layout"],
  fleet: [...LIB_ONLY, "fleet", "batch", "store"],
  tables: [...LIB_ONLY, "tables", "layout", "sections"],
  index: [...LIB_ONLY, "pipeline", "ingest", "layout"],
};

describe("who may import whom", () => {
  test.each(sources.filter((f) => placeOf(f) !== "cli"))("%s", (file) => {
    const from = placeOf(file);
    expect(allowed[from], `no rule for src/${from}`).toBeDefined();
    for (const target of importsOf(file)) expect(allowed[from], `${file} imports ${target}`).toContain(placeOf(target));
  });
});

test("no file imports itself by way of others", () => {
  const edges = new Map(sources.map((file) => [file, importsOf(file).filter((to) => sources.includes(to))]));
  const done = new Set<string>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    if (open.includes(file)) {
      circles.push([...open.slice(open.indexOf(file)), file]);
      return;
    }
    if (done.has(file)) return;
    open.push(file);
    for (const to of edges.get(file) ?? []) visit(to);
    open.pop();
    done.add(file);
  };
  for (const file of sources) visit(file);
  expect(circles).toEqual([]);
});
