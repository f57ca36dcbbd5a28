import { expect, test } from "vitest";
import { exampleDocument } from "../../src/validate/example.ts";
import { validate } from "../../src/validate/index.ts";
import { growth } from "../support/work-done.ts";

type Lines = (n: number) => readonly string[];

/** A table of final accounts with `n` lines of the classification, each a 项 of its own 款; in `wrong` one of them is misprinted. */
const lines = (n: number, wrong: number): readonly string[] => {
  const items = Array.from(
    { length: n },
    (_, i) => `${201 + (i % 30)}${String(1 + Math.floor(i / 30)).padStart(2, "0")}`,
  );
  const row = (code: string, i: number, amount: string): readonly string[] => [
    `t3 function.${code}.total actual 2023 ${amount}万元 row=${i} col=1`,
    `t3 function.${code}.basic actual 2023 3.00万元 row=${i} col=2`,
    `t3 function.${code}.project actual 2023 7.00万元 row=${i} col=3`,
  ];
  return items.flatMap((code, i) => [
    ...row(code, 2 * i, "10.00"),
    ...row(`${code}01`, 2 * i + 1, i < wrong ? "19.00" : "10.00"),
  ]);
};
/** What grows in a document, so that each is told `n` times. */
const GROWING: Readonly<Record<string, Lines>> = {
  "lines of a table": (n) => lines(n, 0),
  "lines of a table, one of them wrong": (n) => lines(n, 1),
  "sentences of the prose": (n) =>
    Array.from({ length: n }, (_, i) => [
      `text 第${i}项经费支出${i}.50万元，比上年增加1.20万元，增长8.10%，其中培训费0.20万元。`,
      `n${i} operating_costs actual 2023 3.50万元 scope=第${i}项 quote=第${i}项经费支出3.50万元`,
    ]).flat(),
  "tables that say the same": (n) =>
    Array.from({ length: n }, (_, i) => [
      `t${i} sangong.total actual 2023 33.75万元 scope=第${i}处 row=1 col=1`,
      `t${i} sangong.reception actual 2023 1.08万元 scope=第${i}处 row=2 col=1`,
    ]).flat(),
  "indicators of a form": (n) =>
    Array.from(
      { length: n },
      (_, i) => `indicator t1 产出指标 数量指标 培训次数${i} target=≥4次 actual=4 weight=1 score=1`,
    ),
};

/** A document to be checked. */
const checking = (content: readonly string[]) => {
  const { records, sections } = exampleDocument(content);
  return () => validate(records, sections);
};

const SIZE = 150;
/** Twice the records, and what noise there is. */
const MOST_GROWTH = 2.3;

test.each(Object.keys(GROWING))(
  "twice the records are at most about twice the work: %s",
  { timeout: 120_000 },
  async (name) => {
    const of = GROWING[name]!;
    const grown = await growth(checking(of(SIZE)), checking(of(2 * SIZE)), MOST_GROWTH);
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(MOST_GROWTH);
  },
);
