import { describe, expect, test } from "vitest";
import { listedUnits } from "../../src/normalise/units.ts";
import { exampleDocument } from "../../src/validate/example.ts";

const units = (...lines: string[]) => listedUnits(exampleDocument(lines).sections).map(({ name }) => name);

describe("units a department's report covers", () => {
  test("a sentence that lists as many as it announces", () => {
    expect(units("text 纳入本套部门决算汇编范围的单位共2个，包括：青山县示范局（本级）、青山县示范中心。")).toEqual([
      "青山县示范局（本级）",
      "青山县示范中心",
    ]);
    expect(units("text 纳入本套部门决算汇编范围的单位共 1 个，即青山县示范中心（本级）。")).toEqual([
      "青山县示范中心（本级）",
    ]);
  });

  test("lines below, numbered", () => {
    const lines = [
      "纳入本部门2024年度部门决算编制范围的预算单位共三个，包括：",
      "1.青山县示范局本级",
      "2.青山县示范站",
      "3.青山县档案馆",
    ];
    const [section] = exampleDocument([`text ${lines[0]}`]).sections;
    if (section?.kind !== "prose") throw new Error("no prose");
    const paragraphs = lines.map((text) => ({ kind: "paragraph" as const, page: 3, box: null, text }));
    expect(listedUnits([{ ...section, paragraphs }]).map(({ name }) => name)).toEqual([
      "青山县示范局本级",
      "青山县示范站",
      "青山县档案馆",
    ]);
  });

  test("a table under its heading", () => {
    const { sections } = exampleDocument(["grid t1 序号|单位名称|备注 / 1|青山县示范局（本级）| / 2|青山县示范中心|"]);
    expect(listedUnits(sections)).toEqual([]);
    const under = sections.map((section) => ({ ...section, headings: ["二、部门决算单位构成"] }));
    expect(listedUnits(under).map(({ name }) => name)).toEqual(["青山县示范局（本级）", "青山县示范中心"]);
  });

  test("a list read in part, or of offices inside the body, is none", () => {
    expect(units("text 纳入本部门决算编制范围的单位共3个，包括：青山县示范局（本级）、青山县示范中心。")).toEqual([]);
    expect(units("text 本部门设3个内设机构，分别是：办公室、财务科、人事科。")).toEqual([]);
    expect(units("text 本单位无独立核算的下属单位。")).toEqual([]);
  });
});
