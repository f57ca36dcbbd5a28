import type { Meaning, Sample } from "./model.ts";

export type GoldRecord = Record<string, unknown> & { kind: string };

/** `concept measure [year] key=value …` → a golden fact. */
function fact(
  meaning: Meaning,
  sample: Sample,
  basis: "table" | "narrative",
  printed: string | null,
  unit: string,
): GoldRecord {
  const [concept, measure, ...rest] = meaning.split(/\s+/);
  const options = new Map<string, string>();
  let year: number | null = sample.year;
  for (const word of rest) {
    const at = word.indexOf("=");
    if (at >= 0) options.set(word.slice(0, at), word.slice(at + 1));
    else if (/^\d{4}$/.test(word)) year = Number(word);
    else throw new Error(`${sample.id}: cannot read meaning «${meaning}»`);
  }
  const value = options.get("") ?? printed;
  if (value === null) throw new Error(`${sample.id}: no value in «${meaning}»`);
  return {
    kind: "fact",
    concept: concept!,
    measure: measure!,
    fiscalYear: options.get("year") === "none" ? null : year,
    scope: options.get("scope") ?? null,
    fund: options.get("fund") ?? null,
    code: options.get("code") ?? null,
    value: value.replace(/[,，%]/g, ""),
    unit: options.get("unit") ?? unit,
    basis,
    ...(options.has("item") ? { item: options.get("item") } : {}),
  };
}

/** The golden records of a sample, in the order of the page. */
export function goldRecords(sample: Sample): GoldRecord[] {
  const { region, ...document } = sample.document;
  const records: GoldRecord[] = [{ kind: "document", ...document, regionCode: region }];
  for (const block of sample.blocks) {
    if (block.kind === "paragraph")
      for (const meaning of block.means ?? []) records.push(fact(meaning, sample, "narrative", null, "万元"));
    if (block.kind === "records") records.push(...(block.records as GoldRecord[]));
    if (block.kind === "table")
      for (const cells of [...block.head, ...block.rows])
        for (const { text, means = [] } of cells)
          for (const meaning of means) records.push(fact(meaning, sample, "table", text, block.unit ?? sample.unit));
  }
  return records;
}
