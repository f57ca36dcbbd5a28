import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { process } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

/**
 * Short statements as bodies all over the country write them, with what a person reads off each: bodies, sentences and figures are
 * made up. `<n>.txt` holds the statements, `<n>.tsv` a line for every document, fact, indicator and evaluation; `may` marks what may be
 * read and need not be. A line of kind `gap` names what is known to be read wrongly (`− missed`, `+ wrong`): the list must not grow.
 */
const FOLDER = join(import.meta.dirname, "../support/narrative-manners");

interface Line {
  readonly kind: string;
  readonly what: string;
  readonly measure: string;
  readonly year: string;
  readonly value: string;
  readonly unit: string;
  readonly basis: string;
  readonly note: string;
}

function linesOf(path: string): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  for (const row of readFileSync(path, "utf8").trimEnd().split("\n").slice(1)) {
    const [id = "", kind = "", what = "", measure = "", year = "", value = "", unit = "", basis = "", note = ""] =
      row.split("\t");
    found.set(id, [...(found.get(id) ?? []), { kind, what, measure, year, value, unit, basis, note }]);
  }
  return found;
}

const stripped = (value: string | null): string => (value ?? "").replace(/\s/g, "");
/** 社会保障和就业（类）支出 and 社会保障和就业支出 are one name. */
const nameOf = (text: string | null): string =>
  stripped(text)
    .replace(/[（(][类款项][）)]|支出/g, "")
    .split("/")
    .at(-1) ?? "";
const factKey = (concept: string, measure: string, year: unknown, value: string, unit: string | null, basis: string) =>
  [concept, measure, year, value, unit, basis].join(" ");

function wanted(line: Line): string {
  if (line.kind !== "fact")
    return [line.kind, line.what, line.value, line.note].filter((part) => part !== "").join(" ");
  const [family = "", name] = line.what.split(":");
  const concept = name === undefined ? family : `${family}:${nameOf(name)}`;
  return factKey(concept, line.measure, line.year, line.value, line.unit, line.basis);
}

async function read(text: string): Promise<string[]> {
  const { document, records } = await process(sourceFile(text, "text"));
  const out = [`document ${document.entity ?? ""} ${document.fiscalYear ?? ""} ${document.types.join(",")}`];
  for (const r of records) {
    if (r.kind === "fact") {
      const named = /^(?:function|economic|project)$/.test(r.concept);
      const concept = named ? `${r.concept}:${nameOf(r.concept === "project" ? r.scope : r.item)}` : r.concept;
      out.push(factKey(concept, r.measure, r.fiscalYear, r.value, r.unit, r.basis));
    } else if (r.kind === "indicator")
      out.push(
        `indicator ${[r.level1, r.level2, r.level3].join("/")} ${stripped(r.target)} ${[r.actual, r.weight, r.score, r.reason].map((x) => stripped(x)).join("/")}`,
      );
    else if (r.kind === "evaluation" && r.basis === "narrative")
      out.push(`evaluation ${r.score ?? ""} ${r.grade ?? ""}`.trim());
  }
  return [...new Set(out)];
}

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".txt"))) {
  const gold = linesOf(join(FOLDER, name.replace(/txt$/, "tsv")));
  describe(name, () => {
    for (const part of readFileSync(join(FOLDER, name), "utf8").split(/^=== /m).slice(1)) {
      const id = part.slice(0, part.indexOf("\n"));
      test(id, async () => {
        const lines = gold.get(id) ?? [];
        const must = new Set<string>();
        const may = new Set<string>();
        const gaps: string[] = [];
        for (const line of lines) {
          if (line.kind === "gap") gaps.push(line.what);
          else if (line.kind === "document") must.add(`document ${line.what} ${line.year} ${line.note}`);
          else (line.note === "may" ? may : must).add(wanted(line));
        }
        const found = await read(part.slice(part.indexOf("\n") + 1));
        const differences = [
          ...[...must].filter((key) => !found.includes(key)).map((key) => `− ${key}`),
          ...found.filter((key) => !must.has(key) && !may.has(key)).map((key) => `+ ${key}`),
        ];
        expect(differences.sort()).toEqual(gaps.sort());
      });
    }
  });
}
