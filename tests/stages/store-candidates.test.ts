import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { coreOf } from "../../src/store/entities/candidates.ts";
import { nameKey } from "../../src/store/entities/names.ts";
import { organKey } from "../../src/store/entities/organs.ts";
import {
  entities,
  entityCandidates,
  entityHistory,
  importDecisions,
  openStore,
  type Store,
  save,
} from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "bodies.sqlite"));
  return () => store.close();
});

const held = (name: string, entity: string | null, region: string | null = "430212", above: string | null = null) => {
  const file = storedFile({ name, entity: entity ?? "" });
  const [table] = file.sections;
  return {
    ...file,
    sections: [{ ...table!, entity: above } as (typeof file.sections)[number]],
    document: { ...file.document, entity, title: null, region: region === null ? null : { code: region, path: [] } },
  };
};

test.each([
  ["湖南省株洲市渌口区财政局", "财政局"],
  ["渌口区财政局（本级）", "财政局"],
  ["财政局", "财政局"],
  ["渌口区", "渌口区"],
])("the core of %s is %s", (name, core) => expect(coreOf(nameKey(name))).toBe(core));

test("bodies of one place and one core, and names that stand in documents without a body", () => {
  save(store, held("一.pdf", "渌口区财政局"));
  save(store, held("二.pdf", "株洲市渌口区财政局", "430221"));
  save(store, held("三.pdf", "渌口区财政局（本级）"));
  save(store, held("四.pdf", "东城区财政局", "110101"));
  save(store, held("五.pdf", null, null, "渌口区财政局"));
  save(store, held("六.pdf", null, null, "渌口区教育局"));
  const found = entityCandidates(store).map(({ suggested, entity, otherName, why }) => [
    suggested,
    entity,
    otherName,
    why,
  ]);
  expect(found).toEqual([
    ["merge", "渌口区财政局", "株洲市渌口区财政局", "same_name"],
    ["merge", "渌口区财政局", "五.pdf", "in_text"],
    ["rename", "六.pdf", "渌口区教育局", "in_text"],
  ]);
});

test("organs of party and assembly have one key under their long and short names", () => {
  const office = ["中国共产党湖南省委员会办公厅", "中共湖南省委办公厅", "湖南省委办公厅"];
  expect(office.map(organKey)).toEqual(office.map(() => "湖南省委办公厅"));
  expect(organKey("中国人民政治协商会议湖南省委员会办公厅")).toBe(organKey("湖南省政协办公厅"));
  expect(organKey("湖南省人民代表大会常务委员会办公厅")).toBe(organKey("湖南省人大常委会办公厅"));
  expect(organKey("湖南省发展和改革委员会")).toBe("湖南省发展和改革委员会");
});

test("one body spelt three ways is proposed as one", () => {
  for (const name of ["中国共产党渌口区委员会办公室", "中共渌口区委办公室", "渌口区委办公室"])
    save(store, held(`${name}.pdf`, name));
  const found = entityCandidates(store);
  expect(found.map(({ suggested, why }) => `${suggested} ${why}`)).toEqual(["merge same_name", "merge same_name"]);
  expect(new Set(found.map(({ body }) => body)).size).toBe(1);
});

test("the list of candidates, filled in, is taken back: all of it or nothing", () => {
  save(store, held("一.pdf", "渌口区财政局"));
  save(store, held("二.pdf", "株洲市渌口区财政局"));
  save(store, held("六.pdf", null, null, "渌口区教育局"));
  const [pair, named] = entityCandidates(store);
  const csv = (rename: string) =>
    [
      "action,suggested,body,entity,other,other_name",
      `merge,merge,${pair!.body},,${pair!.other},`,
      `${rename},rename,${named!.body},,,${named!.otherName}`,
      `,merge,1,,2,`,
    ].join("\n");
  expect(() => importDecisions(store, csv("删除"))).toThrow(expect.objectContaining({ code: "bad-line" }));
  expect(entityHistory(store)).toEqual([]);
  expect(importDecisions(store, csv("改名"))).toHaveLength(2);
  const names = entities(store).filter(({ documents }) => documents > 0);
  expect(names.map(({ name, documents }) => [name, documents])).toEqual([
    ["渌口区教育局", 1],
    ["渌口区财政局", 2],
  ]);
  expect(() => importDecisions(store, "单位\n1")).toThrow(expect.objectContaining({ code: "no-columns" }));
});
