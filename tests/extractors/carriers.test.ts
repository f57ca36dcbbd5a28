import { describe, expect, test } from "vitest";
import { unreadCells } from "../../src/batch/unread.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { type Processed, process as read } from "../../src/pipeline.ts";
import { AS_HTML, CARRIERS, type Carrier } from "../support/forms/carriers.ts";
import { PRINTED_FORMS, type PrintedForm } from "../support/forms/printed.ts";
import { say } from "../support/sections.ts";
import { sourceFile } from "../support/source-file.ts";

const HEADING = "东溪市水利局2024年度部门决算";
const readAs = (carrier: Carrier, form: PrintedForm): Promise<Processed> =>
  read(sourceFile(carrier.put(HEADING, form), carrier.type));
const factsOf = ({ records }: Processed): string[] =>
  records.flatMap((record) => (record.kind === "fact" && record.basis === "table" ? [say(record)] : [])).sort();

/** The numbers a reading lists as unread: cells of tables that no record points at, and lines that are no table. */
function unread({ sections, records }: Processed): string[] {
  const tables = sections.filter((section): section is TableSection => section.kind === "table");
  const lines = sections.flatMap((section) =>
    section.kind === "prose" ? section.paragraphs.map(({ text }) => text) : [],
  );
  // lines are glued to paragraphs where their margin is not known: each number of them is listed by itself
  const numbers = lines.flatMap((line) => line.match(/-?\d[\d,]*(?:\.\d+)?/gu) ?? []);
  return [...unreadCells(tables, records).map(({ text }) => text.replace(/[%％]$/u, "")), ...numbers];
}

/** The form with a word no form prints in the place of the last head of its columns. */
function withUnknownHead(form: PrintedForm): PrintedForm {
  const rows = form.rows.trim().split("\n");
  // 收入 | < | 支出 | <: what stands over the halves heads no column
  const at = rows[0]!.includes("<") && !rows[1]!.includes("^") ? 1 : 0;
  const heads = rows[at]!.split("|");
  const last = heads.findLastIndex((text) => text !== "<" && text !== "^");
  return { ...form, rows: rows.with(at, heads.with(last, "统筹事项").join("|")).join("\n") };
}

/** Every form in its own words, and again with each other word for one of its heads. */
const worded = PRINTED_FORMS.flatMap((form): [string, PrintedForm][] => [
  [form.name, form],
  ...form.wordings.map(([from, to]): [string, PrintedForm] => [
    `${form.name}, ${to.replaceAll("|", " ")}`,
    { ...form, rows: form.rows.replaceAll(from, to) },
  ]),
]);

describe.each(worded)("%s", (_, form) => {
  test("is read from a page", async () => {
    expect(factsOf(await readAs(AS_HTML, form)).length).toBeGreaterThan(3);
  });
  test.each(CARRIERS.map((carrier) => [carrier.name, carrier] as const))(
    "%s says the same, or lists what it lost",
    async (_, carrier) => {
      const wanted = factsOf(await readAs(AS_HTML, form));
      const result = await readAs(carrier, form);
      const found = factsOf(result);
      // nothing that the page does not say
      expect(found.filter((fact) => !wanted.includes(fact))).toEqual([]);
      const left = unread(result);
      const lost = wanted.filter((fact) => !found.includes(fact));
      expect(lost.filter((fact) => !left.includes(/ (-?[\d.]+)\S*$/u.exec(fact)![1]!))).toEqual([]);
      // a form whose cells are all filled loses nothing to text either
      if (form.blanks !== true) expect(lost).toEqual([]);
    },
  );
});

describe.each(PRINTED_FORMS.map((form) => [form.name, withUnknownHead(form)] as const))(
  "%s with a head that is not known",
  (_, form) => {
    test.each(CARRIERS.map((carrier) => [carrier.name, carrier] as const))(
      "%s: nothing stands in another column than on the page",
      async (_, carrier) => {
        const wanted = factsOf(await readAs(AS_HTML, form));
        const result = await readAs(carrier, form);
        const found = factsOf(result);
        expect(found.filter((fact) => !wanted.includes(fact))).toEqual([]);
        const left = unread(result);
        const lost = wanted.filter((fact) => !found.includes(fact));
        expect(lost.filter((fact) => !left.includes(/ (-?[\d.]+)\S*$/u.exec(fact)![1]!))).toEqual([]);
      },
    );
  },
);
