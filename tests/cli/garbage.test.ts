import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";

const samples = readdirSync(join(packageRoot, "samples"), { recursive: true, encoding: "utf8" }).map((file) =>
  join(packageRoot, "samples", file),
);
/** The same bytes in every run of the test: a linear congruential sequence. */
const noise = (length: number): Buffer => {
  let state = 20261120;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return state >> 16;
    }),
  );
};

/** What happens to files on their way: cut short, cut off at the head, overwritten, empty, something else altogether. */
const DAMAGES: Readonly<Record<string, (whole: Buffer) => Buffer>> = {
  empty: () => Buffer.alloc(0),
  "one-byte": (whole) => whole.subarray(0, 1),
  tenth: (whole) => whole.subarray(0, whole.length / 10),
  half: (whole) => whole.subarray(0, whole.length / 2),
  "all-but-the-end": (whole) => whole.subarray(0, whole.length * 0.97),
  "without-its-head": (whole) => whole.subarray(200),
  "head-then-noise": (whole) => Buffer.concat([whole.subarray(0, 8), noise(5000)]),
  "noise-within": (whole) => {
    const other = Buffer.from(whole);
    const bytes = noise(200);
    for (const [n, byte] of bytes.entries()) other[Math.floor((n / bytes.length) * other.length)] = byte;
    return other;
  },
  zeros: () => Buffer.alloc(4096),
};

test("damaged files of every format: one line for each that is not read, no stack, no bug of ours", () => {
  const folder = join(temporaryFolder(), "damaged");
  mkdirSync(folder);
  const formats = new Map(
    samples.filter((file) => /\.(?:pdf|docx?|xlsx?|ofd|html|txt)$/u.test(file)).map((file) => [extname(file), file]),
  );
  for (const [extension, file] of formats)
    for (const [damage, apply] of Object.entries(DAMAGES))
      writeFileSync(join(folder, damage + extension), apply(readFileSync(file)));
  const { code, err } = mingzhang(["extract", folder, "--ocr", "never"]);
  expect(code).toBe(1);
  // The last line counts the numbers that became no record.
  const lines = err.trim().split("\n").slice(0, -1);
  expect(err.trim().split("\n").at(-1)).toContain("show --unread");
  expect(lines.filter((line) => !line.startsWith(folder))).toEqual([]);
  expect(err).not.toContain("读这个文件时程序出错");
  expect(lines.filter((line) => line.includes("空文件")).length).toBeGreaterThanOrEqual(formats.size);
});
