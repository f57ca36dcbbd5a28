import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { grayPicture } from "../../src/layout/scan/picture.ts";
import { tesseractJs } from "../../src/layout/scan/tesseract-js.ts";
import { abandonPdfium, pdfium } from "../../src/lib/pdfium-module.ts";

const drawn = (text: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="330" height="40"><rect width="100%" height="100%" fill="#fff"/><text x="6" y="30" font-size="28" font-family="sans-serif">${text}</text></svg>`,
    ),
  );

/** Processes this one started whose command names such a file. */
function childrenOfThis(file: string): number[] {
  const pids = readdirSync("/proc/self/task").flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" "),
  );
  return pids.filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(file)).map(Number);
}

describe.runIf(process.platform === "linux")("what is native runs in processes of its own, and ends alone", () => {
  const engine = tesseractJs(1);
  afterAll(() => engine.close());

  test("tesseract.js: a process that is killed takes no picture with it", async () => {
    const { data, info } = await drawn("4873.59").greyscale().raw().toBuffer({ resolveWithObject: true });
    const picture = { width: info.width, height: info.height, pixels: new Uint8Array(data) };
    const said = async (): Promise<string> => (await engine.read(picture, "best")).map(({ text }) => text).join("");
    const first = await said();
    expect(first).toContain("73.59");
    const processes = childrenOfThis("tesseract-process");
    expect(processes).toHaveLength(1);
    for (const one of processes) process.kill(one, "SIGKILL");
    expect(await said()).toBe(first);
    expect(childrenOfThis("tesseract-process")).not.toEqual(processes);
  }, 60_000);

  test("foreign pictures: a decoder that was killed is replaced", async () => {
    const png = await drawn("1").png().toBuffer();
    expect(await grayPicture(png)).toMatchObject({ width: 330, height: 40 });
    const processes = childrenOfThis("picture-work");
    expect(processes).toHaveLength(1);
    for (const one of processes) process.kill(one, "SIGKILL");
    expect(await grayPicture(png)).toMatchObject({ width: 330, height: 40 });
  }, 60_000);
});

test("PDFium is given no more memory than its limit, and says so", async () => {
  const engine = await pdfium();
  expect(engine.isShort()).toBe(false);
  expect(engine.call.malloc(600 << 20)).toBe(0);
  expect(engine.isShort()).toBe(true);
  abandonPdfium(engine);
  expect((await pdfium()).isShort()).toBe(false);
});
