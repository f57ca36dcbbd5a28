import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { type Serving, serve } from "../../src/review/serve.ts";
import { databaseOf } from "./support.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((p) =>
  existsSync(p),
);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

if (!CHROMIUM)
  console.warn("no Chromium on this machine: the pages are not tried in a browser (apt-get install chromium)");

describe.skipIf(!CHROMIUM)("in a browser", () => {
  let browser: Browser;
  let serving: Serving;
  let page: Page;
  let sha256 = "";
  const bugs: Error[] = [];
  const open = (path: string) => page.goto(new URL(path, serving.address).href);
  beforeAll(async () => {
    const samples = ["contradictions", "sangong-columns"].map((name) =>
      join(packageRoot, "samples", name, `${name}.pdf`),
    );
    const workbook = join(packageRoot, "samples/jiangxi-final-accounts/jiangxi-final-accounts.xlsx");
    const database = await databaseOf([...samples, workbook]);
    serving = await serve({
      database,
      host: "127.0.0.1",
      port: 0,
      token: null,
      author: "王审计",
      version: "0.0.0",
      onBug: (error) => bugs.push(error),
    });
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
    const { rows } = (await (await fetch(`${serving.address}api/v1/documents`)).json()) as {
      rows: { sha256: string; file: string }[];
    };
    sha256 = rows.find(({ file }) => file.endsWith("contradictions.pdf"))!.sha256;
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    expect(bugs).toEqual([]);
  });

  test("a number and its box light together: by mouse, by focus, by the address", async () => {
    await open(`/documents/${sha256}`);
    const record = page.locator(".records > li[data-slot]").first();
    const id = (await record.getAttribute("id"))!;
    const box = page.locator(`a[data-for="${id}"]`).first();
    await record.hover();
    expect(await box.getAttribute("class")).toContain("lit");
    await page.locator("h1").hover();
    expect(await box.getAttribute("class")).not.toContain("lit");
    await box.focus();
    expect(await record.getAttribute("class")).toContain("lit");
    await open(`/documents/${sha256}#${encodeURIComponent(id)}`);
    expect(await record.getAttribute("class")).toContain("lit");
    expect(await box.getAttribute("class")).toContain("lit");
  });

  test("a finding is decided with the keyboard alone", async () => {
    await open("/findings");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/findings\/[0-9a-f]{64}\//u);
    const address = page.url();
    await page.keyboard.press("a");
    expect(await page.locator(":focus").getAttribute("name")).toBe("reason");
    await page.keyboard.type("表和文字各写一个数");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForURL((url) => url.href !== address), page.keyboard.press("Enter")]);
    await page.goto(address);
    expect(await page.locator("main").innerText()).toContain("表和文字各写一个数");
  });

  test("without scripts everything but the highlight works", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
    const plain = await context.newPage();
    await plain.goto(`${serving.address}documents`);
    await plain.fill("input[name=words]", "contradictions");
    await plain.click("form.ask button");
    await plain.locator("table a").first().click();
    expect(await plain.locator(".records > li").count()).toBeGreaterThan(0);
    await plain.goto(`${serving.address}panel?concept=sangong.total&plot=series`);
    expect(await plain.locator("svg .dot").count()).toBeGreaterThan(0);
    await context.close();
  });

  test("a file without pages is drawn from its stored cells and says so", async () => {
    const { rows } = (await (await fetch(`${serving.address}api/v1/documents`)).json()) as {
      rows: { sha256: string; file: string }[];
    };
    await open(`/documents/${rows.find(({ file }) => file.endsWith(".xlsx"))!.sha256}`);
    expect(await page.locator(".note").first().innerText()).toContain("没有页面图");
    expect(await page.locator(".stored td").count()).toBeGreaterThan(10);
  });

  test("the list of findings shows the piece of the page that each side is printed in", async () => {
    await open("/findings/report");
    const widths = (await page.evaluate(`(async () => {
      const pictures = [...document.images];
      for (const picture of pictures) picture.loading = "eager";
      await Promise.all(pictures.map((picture) => picture.decode()));
      return pictures.map(({ naturalWidth, naturalHeight }) => naturalWidth / naturalHeight);
    })()`)) as number[];
    expect(widths.length).toBeGreaterThan(3);
    for (const shape of widths) expect(shape).toBeGreaterThan(3);
  });

  test("no page asks another machine for anything, none breaks its own policy", async () => {
    const asked: string[] = [];
    const told: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    page.on("console", (message) => told.push(message.text()));
    for (const path of ["/", `/documents/${sha256}`, "/panel?plot=ranking"]) await open(path);
    expect(new Set(asked)).toEqual(new Set([new URL(serving.address).host]));
    expect(told.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
  });

  test.each(["zh", "en"])("axe finds nothing on any page (%s), nor at a phone's width", async (language) => {
    const [finding] = (
      (await (await fetch(`${serving.address}api/v1/findings`)).json()) as { rows: { sha256: string; key: string }[] }
    ).rows;
    const [body] = ((await (await fetch(`${serving.address}api/v1/entities`)).json()) as { rows: { id: string }[] })
      .rows;
    const paths = [
      "/",
      "/documents",
      `/documents/${sha256}`,
      "/findings",
      `/findings/${finding!.sha256}/${finding!.key}`,
      "/findings/report",
      "/panel?plot=series",
      "/panel?plot=ranking",
      "/panel?plot=distribution",
      "/panel?plot=against&against=sangong.reception",
      "/entities",
      `/entities/${body!.id}`,
      `/search?words=${encodeURIComponent("三公")}`,
      "/nothing",
    ];
    for (const path of paths) {
      await open(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      const violations = await violationsOf(page);
      expect(violations, path).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await open(`/documents/${sha256}?lang=${language}`);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  }, RULES);
}
