import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";

const sources = ["src", "extractors", "schemas"].flatMap((top) =>
  readdirSync(join(packageRoot, top), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(top, file)),
);
const lines = (file: string): readonly string[] => readFileSync(join(packageRoot, file), "utf8").split("\n");
/** Code without its comments and without what it quotes as a printed example. */
const code = (file: string): string =>
  readFileSync(join(packageRoot, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//gu, "")
    .replace(/(^|\s)\/\/.*$/gmu, "");
const PROVINCES =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆/u;

describe("the sources", () => {
  test("no file is over 400 lines", () => {
    expect(sources.filter((file) => lines(file).length > 400)).toEqual([]);
  });

  test("only the command line talks: no console", () => {
    const talking = sources.filter((file) => !file.startsWith(join("src", "cli")) && /\bconsole\./u.test(code(file)));
    // pdf.js warns on the console of its thread, which is kept quiet there.
    expect(talking).toEqual([join("src", "layout", "pdf", "pdfjs-worker.ts")]);
  });

  test("no code is keyed to a province: a form's difference is data about the form", () => {
    expect(sources.filter((file) => PROVINCES.test(code(file)))).toEqual([]);
  });
});
