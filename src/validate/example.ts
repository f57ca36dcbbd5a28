import type {
  DocumentRecord,
  DocumentType,
  Evaluation,
  Fact,
  Fund,
  Indicator,
  Measure,
  Record_,
  Source,
} from "../../schemas/index.ts";
import { conceptNamed } from "../lib/concept.ts";
import type { Grid } from "../lib/layout.ts";
import { largest } from "../lib/long-lists.ts";
import { parseTarget } from "../lib/measured.ts";
import type { Section } from "../lib/section.ts";
import { moneyScale } from "./quantity.ts";

/** A small document written in compact notation, for the examples of the rules and their tests. */
export interface ExampleDocument {
  readonly records: readonly Record_[];
  readonly sections: readonly Section[];
}

/**
 * One line a record:
 * `t1 sangong.total actual 2023 7.36万元` in table 1, `n2 …` in sentence 2 of the prose; `concept@fund`; then `key=value` for scope, item, row, col, quote, of, inferred;
 * `indicator t1 产出指标 数量指标 培训次数 target=≥4次 actual=4 weight=10 score=10`; `evaluation t1 96.5 scope=… grade=优`, `evaluation n …`;
 * `document fiscalYear=2026 types=budget entity=…`; `heading 第三部分 …`; `text …` a paragraph; `grid t1 a|b / c|d` the cells of a table.
 */
export function exampleDocument(lines: readonly string[]): ExampleDocument {
  const records: Record_[] = [];
  const sections: Section[] = [];
  let document: DocumentRecord = DOCUMENT;
  let headings: string[] = [];
  for (const line of lines) {
    const [word, ...rest] = line.split(" ");
    const tail = rest.join(" ");
    if (word === "document") document = { ...document, ...documentFields(rest) };
    else if (word === "heading") headings = [tail];
    else if (word === "text") sections.push(prose(tail, headings, sections.length));
    else if (word === "grid") sections.push(table(rest[0]!, tail.slice(rest[0]!.length + 1), sections.length));
    else if (word === "indicator") records.push(indicator(rest));
    else if (word === "evaluation") records.push(evaluation(rest));
    else records.push(fact(word!, rest));
  }
  return { records: [document, ...records], sections };
}

const DOCUMENT: DocumentRecord = {
  kind: "document",
  file: "example.txt",
  sha256: "0".repeat(64),
  title: null,
  entity: "青山县示范局",
  region: null,
  level: null,
  fiscalYear: 2023,
  types: ["final_accounts"],
  filledOn: null,
  pages: 1,
  ocr: false,
};

const options = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    words.filter((w) => w.includes("=")).map((w) => [w.slice(0, w.indexOf("=")), w.slice(w.indexOf("=") + 1)]),
  );

function documentFields(words: readonly string[]): Partial<DocumentRecord> {
  const o = options(words);
  return {
    ...(o.fiscalYear ? { fiscalYear: Number(o.fiscalYear) } : {}),
    ...(o.types ? { types: o.types.split(",") as DocumentType[] } : {}),
    ...(o.entity ? { entity: o.entity } : {}),
  };
}

function place(word: string, o: Record<string, string>, quote: string): Source {
  const table = word.startsWith("t") ? Number(word.slice(1)) : null;
  return {
    page: 1,
    bbox: null,
    table,
    row: o.row ? Number(o.row) : null,
    col: o.col ? Number(o.col) : null,
    quote: o.quote ?? (table === null ? `句${word.slice(1)}` : quote),
  };
}

function fact(where: string, words: readonly string[]): Fact {
  const [term, measure, year, amount] = words;
  const o = options(words.slice(4));
  const [concept, fund] = term!.split("@");
  const [, value, unit] = /^(-?[\d.]+)(.*)$/.exec(amount!)!;
  const scale = moneyScale(unit || null);
  return {
    kind: "fact",
    concept: conceptNamed(concept!),
    item: o.item ?? null,
    code: /\.(\d{3,7})/.exec(concept!)?.[1] ?? null,
    measure: measure as Measure,
    fiscalYear: Number(year),
    scope: o.scope ?? null,
    fund: (fund as Fund | undefined) ?? null,
    value: value!,
    unit: unit || null,
    yuan: scale ? scale.times(value!).toFixed() : null,
    basis: where.startsWith("t") ? "table" : "narrative",
    source: place(where, o, `${term} ${measure} ${year}`),
    ...(o.of ? { changeOf: o.of as Measure } : {}),
    ...(o.inferred ? { unitInferred: true as const } : {}),
  };
}

function indicator(words: readonly string[]): Indicator {
  const [where, level1, level2, level3] = words;
  const o = options(words);
  return {
    kind: "indicator",
    table: Number(where!.slice(1)),
    scope: o.scope ?? null,
    level1: level1!,
    level1Weight: o.group ?? null,
    level2: level2!,
    level2Weight: null,
    level3: level3!,
    target: o.target ?? null,
    actual: o.actual ?? null,
    weight: o.weight ?? null,
    score: o.score ?? null,
    reason: o.reason ?? null,
    targetParsed: parseTarget(o.target ?? null),
    source: place(where!, o, `${level3} ${o.target ?? ""} ${o.actual ?? ""}`),
  };
}

function evaluation(words: readonly string[]): Evaluation {
  const o = options(words);
  return {
    kind: "evaluation",
    table: words[0]!.startsWith("t") ? Number(words[0]!.slice(1)) : null,
    scope: o.scope ?? null,
    score: words[1]!,
    fullScore: o.full ?? "100",
    grade: (o.grade as Evaluation["grade"]) ?? null,
    basis: words[0]!.startsWith("t") ? "table" : "narrative",
    source: place(words[0]!, o, `总分 ${words[1]}`),
  };
}

const prose = (text: string, headings: readonly string[], index: number): Section => ({
  kind: "prose",
  index,
  headings,
  year: null,
  paragraphs: [{ kind: "paragraph", page: 1, box: null, text }],
});

function table(where: string, text: string, index: number): Section {
  const rows = text.split(" / ").map((r) => r.split("|"));
  const grid: Grid = {
    kind: "grid",
    page: 1,
    box: null,
    rows: rows.length,
    cols: largest(rows.map((r) => r.length)),
    cells: rows.flatMap((r, i) => r.map((cell, c) => ({ r: i, c, rs: 1, cs: 1, text: cell, page: 1, box: null }))),
  };
  const base = { index, headings: [], year: null, title: null, unit: null, entity: null, caption: [], notes: [] };
  return { kind: "table", ...base, table: Number(where.slice(1)), grid, pages: [1] };
}
