import { expect, test } from "vitest";
import { asPrinted } from "../../src/normalise/as-printed.ts";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

test("labels and quotes of a text in traditional characters are as printed, in prose and tables", async () => {
  const text = [
    "白鷺縣檔案館2023年度部門決算",
    "2023年度醫療衛生支出12.50萬元。",
    "收入支出決算總表",
    "單位：萬元",
    "收入 | 支出 | ||||",
    "項目 | 行次 | 決算數 | 項目 | 行次 | 決算數 |",
    "一、財政撥款收入 | 1 | 412.50 | 一、一般公共服務支出 | 9 | |",
    "二、上級補助收入 | 2 | 二、外交支出 | 10 | ||",
    "三、事業收入 | 3 | 三、國防支出 | 11 | 412.50 | |",
  ].join("\n");
  const { records } = await read(sourceFile(text, "text", "a.txt"));
  const facts = records.flatMap((record) => (record.kind === "fact" ? [record] : []));
  expect(facts.map(({ item }) => item)).toEqual(["醫療衛生支出", "財政撥款收入", "國防支出"]);
  expect(facts[1]!.source.quote).toContain("一、財政撥款收入 1 412.50");
  expect(facts[0]!.source.quote).toContain("醫療衛生支出12.50萬元");
});

test("a text in standard characters is left as it is, and what is spelt in two ways stays as understood", async () => {
  const { records } = await read(sourceFile("白鹭县档案馆2023年决算\n2023年度总支出12.50万元。", "text", "a.txt"));
  const [fact] = records;
  expect(asPrinted("白鹭县档案馆2023年决算")(fact!)).toBe(fact);
  const other = { ...fact!, item: "总支出" } as typeof fact & { item: string };
  expect(asPrinted("總支出與总支出")(other!)).toMatchObject({ item: "总支出" });
  expect(asPrinted("總支出與總支出")(other!)).toMatchObject({ item: "總支出" });
});

test("pages put through a converter keep their characters, without the readings behind them; what they contradict is found", async () => {
  const text = [
    "白鷺縣(xiàn)2023年“三公”經(jīng)費(fèi)決(jué)算說(shuō)明",
    "2023年公務(wù)接待費(fèi)決(jué)算5.20萬(wàn)元,與2022年決(jué)算數(shù)相比增加1.30萬(wàn)元,增長(zhǎng)43.33%。",
  ].join("\n");
  const { records, findings } = await read(sourceFile(text, "text", "a.txt"));
  expect(records.flatMap((record) => (record.kind === "fact" ? [record.item] : []))[0]).toBe("公務接待費");
  expect(findings.map(({ rule }) => rule.replace(/-\D.*$/, ""))).toEqual(["tpe-39"]);
});
