import { afterEach, expect, test } from "vitest";
import type { Finding } from "../../schemas/index.ts";
import { openStore, save } from "../../src/store/index.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";
import { databaseWith, pagesOver, TODAY } from "./support.ts";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;
let close = async (): Promise<void> => {};
afterEach(() => close());

const side = (value: string, page: number): Finding["sides"][number] => ({
  value,
  unit: "万元",
  label: "合计",
  source: { page, bbox: [60, 110, 90, 120], table: page === 2 ? 1 : null, row: 1, col: 1, quote: value },
});
const finding = (value: string, message = "文中数与表一致"): Finding => ({
  kind: "finding",
  rule: "tpe-30-total-in-prose-equals-table",
  severity: "warning",
  message,
  scope: null,
  sides: [side("7.36", 2), side(value, 1)],
  expected: "7.36",
  difference: "0.04",
  tolerance: "0.01",
});
const file = (value: string, engine = "1", message?: string) => {
  const prose = storedFact({ basis: "narrative", value, source: { ...side(value, 1).source } });
  return storedFile({ engine, findings: [finding(value, message)], records: [storedFact(), prose] });
};
type Listed = {
  rows: { key: string; sha256: string; status: string; reopened: string | null; decisions: unknown[] }[];
};

test("a decision outlives a new reading and is open again, with what was said then, when a side changed", async () => {
  const database = databaseWith([file("7.40")]);
  const { ask, submit, close: end } = pagesOver(database, "王审计");
  close = end;
  const list = async (): Promise<Listed["rows"]> => ((await (await ask("/api/v1/findings")).json()) as Listed).rows;
  const [{ key, sha256, status }] = (await list()) as [Listed["rows"][0]];
  expect(status).toBe("open");
  const path = `/findings/${sha256}/${key}`;
  expect((await submit(path, path, { action: "accepted", reason: "  " })).status).toBe(400);
  expect((await submit(path, path, { action: "accepted", reason: "已向单位核实" })).status).toBe(303);
  const again = (value: string, engine: string): void => {
    const store = openStore(database);
    save(store, file(value, engine));
    store.close();
  };
  again("7.40", "2");
  expect(await list()).toMatchObject([
    {
      key,
      status: "accepted",
      decisions: [{ action: "accepted", reason: "已向单位核实", author: "王审计", on: TODAY }],
    },
  ]);
  again("7.50", "3");
  expect(await list()).toMatchObject([{ key, status: "open", reopened: "7.36万元 ≠ 7.40万元" }]);
  const shown = await (await ask(path)).text();
  expect(shown).toContain("7.36万元 ≠ 7.40万元");
  // The file is gone: the cell is shown as the store holds it, lit as the side it is.
  expect(shown).toMatch(/<p class="note">[^<]*原件/u);
  expect(shown).toMatch(/id="box:side:0" class="side" href="#side%3A0"/u);
});

test("findings are asked for by what was decided, page by page", async () => {
  const files = ["甲局", "丙局驻乙办", "丙局"].map((name) => ({
    ...storedFile({ name: `${name}.pdf`, entity: name, findings: [finding("7.40")] }),
  }));
  const database = databaseWith(files);
  const { ask, submit, close: end } = pagesOver(database, "王审计");
  close = end;
  const { rows } = (await (await ask("/api/v1/findings")).json()) as Listed;
  const second = rows[1]!;
  const path = `/findings/${second.sha256}/${second.key}`;
  await submit(path, path, { action: "ignored", reason: "口径不同" });
  const keys = async (query: string): Promise<string[]> =>
    ((await (await ask(`/api/v1/findings?${query}`)).json()) as Listed).rows.map(({ sha256 }) => sha256);
  expect(await keys("status=ignored")).toEqual([second.sha256]);
  expect(await keys("status=open")).toEqual([rows[0]!.sha256, rows[2]!.sha256]);
  expect(await keys("severity=error")).toEqual([]);
  expect(await keys("status=decided")).toEqual([second.sha256]);
  expect(await keys(`entity=${encodeURIComponent("丙局")}`)).toEqual([rows[1]!.sha256, rows[2]!.sha256]);
  expect(await (await ask("/api/v1/overview")).json()).toMatchObject({ warnings: 2, decided: 1 });
  // A body's own findings, not those of bodies whose names have its name in them.
  const bodies = (await (await ask("/api/v1/entities")).json()) as { rows: { id: string; name: string }[] };
  const { id } = bodies.rows.find(({ name }) => name === "丙局")!;
  expect(await keys(`entity_id=${id}`)).toEqual([rows[2]!.sha256]);
  const page = await (await ask(`/entities/${id}`)).text();
  expect(page.match(/class="severity/gu)).toHaveLength(1);
});

test("a correction from the page is a correction of the store", async () => {
  const database = databaseWith([storedFile()]);
  const { ask, submit, close: end } = pagesOver(database, "王审计");
  close = end;
  const { sha256 } = storedFile().file;
  const page = `/documents/${sha256}?page=2`;
  const records = async () =>
    ((await (await ask(`/api/v1/documents/${sha256}/records`)).json()) as { rows: Record<string, unknown>[] }).rows;
  const slot = String((await records())[0]!.slot);
  const sent = await submit(page, `/documents/${sha256}/correct`, {
    action: "set",
    slot,
    value: "7.63",
    reason: "看错了",
    page: "2",
  });
  expect(sent.status).toBe(303);
  expect(await records()).toMatchObject([
    { slot, value: "7.63", read: "7.36万元", status: "corrected", yuan: "76300.00" },
  ]);
  const added = {
    action: "add",
    concept: "sangong.reception",
    value: "1.20",
    unit: "万元",
    quote: "公务接待费 1.20",
    reason: "漏读",
    page: "2",
  };
  expect((await submit(page, `/documents/${sha256}/correct`, added)).status).toBe(303);
  expect(await records()).toHaveLength(2);
  expect((await submit(page, `/documents/${sha256}/correct`, { action: "burn", reason: "x" })).status).toBe(400);
});

test("nothing of a document becomes HTML, in any field of any page", async () => {
  const hostile = storedFile({
    name: `${HOSTILE.replaceAll("/", "∕")}.pdf`,
    entity: HOSTILE,
    findings: [finding("7.40", HOSTILE)],
    records: [storedFact({ item: HOSTILE, source: { ...storedFact().source, quote: HOSTILE } })],
  });
  const database = databaseWith([
    {
      ...hostile,
      document: { ...hostile.document, title: HOSTILE },
      trouble: [{ code: "damaged", where: HOSTILE, message: HOSTILE }],
    },
  ]);
  const { ask, close: end } = pagesOver(database, "王审计");
  close = end;
  const { sha256 } = hostile.file;
  const { rows } = (await (await ask("/api/v1/findings")).json()) as Listed;
  const bodies = (await (await ask("/api/v1/entities")).json()) as { rows: { id: string }[] };
  const addresses = [
    "/",
    "/documents",
    `/documents/${sha256}`,
    `/documents/${sha256}?page=2`,
    "/findings",
    `/findings/${sha256}/${rows[0]!.key}`,
    "/findings/report",
    "/panel?plot=series",
    "/panel?plot=ranking",
    "/entities",
    `/entities/${bodies.rows[0]!.id}`,
    `/search?words=${encodeURIComponent("7.36")}`,
    `/documents?words=${encodeURIComponent(HOSTILE)}`,
    `/${encodeURIComponent(HOSTILE)}`,
  ];
  for (const address of addresses) {
    const html = await (await ask(address)).text();
    expect(html, address).not.toMatch(/<script>|<img src=x|onerror=alert\(2\)>(?!&)/u);
  }
});
