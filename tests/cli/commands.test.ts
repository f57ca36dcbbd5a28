import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Record_, TableRecord } from "../../schemas/index.ts";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";

const sample = join(packageRoot, "samples/jiangxi-final-accounts/jiangxi-final-accounts.html");
const lines = (text: string): unknown[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});

describe("help", () => {
  test.each(COMMANDS.map(({ command }) => command.name()))("%s has an example and the exit codes", (name) => {
    const { code, out } = mingzhang([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`mingzhang ${name} `);
    expect(out).toContain("退出码");
  });

  test("is English where the locale is", () => {
    expect(mingzhang(["--help"], "en_US.UTF-8").out).toContain("Exit codes:");
    expect(mingzhang(["--help"], "C").out).toContain("退出码：");
  });
});

describe("wrong usage is one line and exit code 2", () => {
  test.each([
    [["ectract"], "没有这个命令：ectract"],
    [["extract"], "缺少参数：file"],
    [["extract", "a.pdf", "--fast"], "没有这个选项：--fast"],
    [["panel"], "缺少选项：--concept <name>"],
    [["ingest", "x", "--jobs", "0"], "--jobs <n> 不能是“0”：要正整数"],
    [["extract", "x", "--ocr", "sometimes"], "--ocr <when> 不能是“sometimes”：可用 auto, always, never"],
    [["ingest", "x", "--db", ""], "要一个文件"],
    [["ingest", "x", "--db", ":memory:"], "要一个文件"],
    [["extract", "x", "--out", "package.json"], "不能写 package.json（那里是文件，不是文件夹）"],
    [["tables", "x", "--draw", "/dev/null/x"], "不能写 /dev/null/x（那里是文件，不是文件夹）"],
  ])("%s", (args, message) => {
    const { code, err } = mingzhang(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("--ocr-engine list", () => {
  test.each([
    ["extract", "--ocr-engine", "list"],
    ["ingest", "--ocr-engine=list", "nowhere.pdf"],
    ["tables", "--ocr-engine", "list", "--timeout", "9"],
  ])("%s needs no file and reads none", (...args) => {
    const { code, out, err } = mingzhang(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n").map((line) => line.split(" ")[0])).toEqual(["pp-ocr", "tesseract.js", "tesseract", ""]);
  });
});

describe("extract", () => {
  test("records of the contract, the document first", () => {
    const { code, out, err } = mingzhang(["extract", sample]);
    expect(code).toBe(0);
    expect(err).toMatch(/^\d+ 个数没有读成记录（mingzhang show --unread 文件 可逐条查看）\n$/u);
    const records = lines(out).map((record) => Record_.parse(record));
    expect(records.length).toBeGreaterThan(100);
    expect(records.map(({ kind }) => kind).indexOf("document")).toBe(0);
  });

  test("a bad file among good ones is one line and exit code 1", () => {
    const empty = join(folder, "空.pdf");
    writeFileSync(empty, "");
    const { code, out, err } = mingzhang(["extract", empty, join(folder, "没有.pdf"), sample]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([
      expect.stringContaining("空文件"),
      expect.stringContaining("找不到"),
      expect.stringContaining("个数没有读成记录"),
    ]);
    expect(lines(out).length).toBeGreaterThan(100);
  });

  test("a line break or a control sequence in a file's name stays in its one line", () => {
    const { code, err } = mingzhang(["extract", join(folder, "a\nb\u001b[2J.pdf")]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([expect.stringContaining("a\\nb\\u001b[2J.pdf: 找不到")]);
  });

  test("--out writes a file for each, names used twice kept apart", () => {
    const out = join(folder, "records");
    const copy = join(folder, "copy");
    mkdirSync(copy);
    writeFileSync(join(copy, "jiangxi-final-accounts.html"), readFileSync(sample));
    expect(mingzhang(["extract", sample, copy, "--out", out])).toMatchObject({ code: 0, out: "" });
    expect(readdirSync(out).sort()).toEqual([
      ".mingzhang",
      "jiangxi-final-accounts.html-2.jsonl",
      "jiangxi-final-accounts.html.jsonl",
    ]);
  });

  test("a reader that leaves early is no error", async () => {
    const child = spawn(
      "bash",
      [
        "-c",
        `set -o pipefail; "${process.execPath}" dist/src/cli/main.js tables ${"samples/jiangxi-final-accounts/jiangxi-final-accounts.html ".repeat(20)} | head -c 10 >/dev/null`,
      ],
      { cwd: packageRoot, stdio: ["ignore", "ignore", "pipe"] },
    );
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

describe("tables", () => {
  test("grids as JSON Lines", () => {
    const tables = lines(mingzhang(["tables", sample]).out).map((table) => TableRecord.parse(table));
    expect(tables).toHaveLength(10);
  });

  test("--html is a page with every table", () => {
    const { out } = mingzhang(["tables", sample, "--html"]);
    expect(out.match(/<table>/g)).toHaveLength(10);
    expect(out).toContain('colspan="');
  });
});

describe("tables --draw", () => {
  test("paints a picture of each page of a PDF", () => {
    const pictures = join(folder, "图");
    const pdf = join(packageRoot, "samples/sangong-columns/sangong-columns.pdf");
    expect(mingzhang(["tables", pdf, sample, "--draw", pictures])).toMatchObject({
      code: 0,
      out: "",
      err: expect.stringContaining("只有 PDF 能画"),
    });
    expect(readdirSync(pictures).sort()).toEqual([".mingzhang", "sangong-columns.pdf.p1.png"]);
    expect([...readFileSync(join(pictures, "sangong-columns.pdf.p1.png")).subarray(1, 4)]).toEqual([80, 78, 71]);
  });
});

describe("the store", () => {
  test("ingest, again, panel", () => {
    const db = join(folder, "three.sqlite");
    const broken = join(folder, "damaged.pdf");
    writeFileSync(broken, "%PDF-1.7\nnothing else\n");
    const first = mingzhang(["ingest", sample, broken, "--db", db]);
    expect(first.code).toBe(1);
    expect(first.out).toContain("新增 1, 未读 1");
    const second = mingzhang(["ingest", sample, "--db", db], "en_US.UTF-8");
    expect(second.code).toBe(0);
    expect(second.out).toContain("unchanged 1");
    const unknown = mingzhang(["panel", "--concept", "revenue.none", "--db", db]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("没有这个概念: revenue.none")]);
    const rows = lines(mingzhang(["panel", "--concept", "sangong.total", "--db", db, "--json"]).out);
    expect(rows[0]).toMatchObject({ unit: "万元", page: expect.any(Number), file: basename(sample) });
    expect(mingzhang(["panel", "--concept", "sangong.total", "--db", db, "--csv"]).out).toMatch(/^entity_id,entity,/);
  });

  test("search, a panel of several concepts, coverage, export", () => {
    const db = join(folder, "three.sqlite");
    const hits = lines(mingzhang(["search", "三公", "接待", "--db", db, "--json"]).out);
    expect(hits[0]).toMatchObject({ file: sample, page: 1, snippet: expect.stringContaining("三公") });
    expect(mingzhang(["search", "没有这样的词", "--db", db]).err).toContain("没有找到");
    const panel = ["panel", "--concept", "sangong.*", "--measure", "actual,initial_budget", "--db", db];
    const wide = mingzhang([...panel, "--wide", "--csv"]);
    expect(wide.out.split("\n")[0]).toContain(
      "sangong.total:actual,sangong.total:actual:unit,sangong.total:actual:marks",
    );
    expect(wide.err).toContain("覆盖");
    expect(mingzhang([...panel, "--long", "--wide"]).code).toBe(2);
    const places = lines(mingzhang([...panel, "--years", "2023-2024", "--coverage", "--json"]).out);
    expect(places[0]).toMatchObject({ fiscal_year: 2023, coverage: expect.any(String) });
    const out = join(folder, "数据");
    expect(mingzhang(["export", "--format", "csv", "--out", out, "--db", db]).code).toBe(0);
    expect(readdirSync(out)).toContain("sangong.csv");
    expect(mingzhang(["export", "--format", "pdf", "--out", out, "--db", db]).code).toBe(2);
  });

  test("a database that cannot be used is one line and exit code 3", () => {
    const { code, err } = mingzhang(["panel", "--concept", "sangong.total", "--db", join(packageRoot, "package.json")]);
    expect(code).toBe(3);
    expect(err.trim().split("\n")).toEqual([expect.stringContaining("不是 SQLite 数据库")]);
  });
});

describe("show", () => {
  test("the document in sections", () => {
    const { code, out } = mingzhang(["show", sample]);
    expect(code).toBe(0);
    expect(out.match(/^## 表 /gm)).toHaveLength(10);
  });

  test("--unread lists what was not understood, as CSV without formulas", () => {
    const csv = mingzhang(["show", "--unread", "--csv", sample]).out;
    expect(csv.split("\n")[0]).toBe("类别,页,表,位置,内容");
    expect(csv).not.toMatch(/(^|,)[=+@]/m);
  });
});
