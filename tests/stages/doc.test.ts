import { describe, expect, test } from "vitest";
import { readDoc } from "../../src/layout/word/doc.ts";
import { findLibreOffice } from "../../src/layout/word/libre-office.ts";
import { printed, sourceFile } from "../support/source-file.ts";

const program = findLibreOffice();
const rtf = String.raw`{\rtf1\ansi\ansicpg936 {\b Final accounts}\par\trowd\cellx2000\cellx4000\intbl Item\cell Amount\cell\row\trowd\cellx2000\cellx4000\intbl Travel\cell 3.20\cell\row\pard The end.\par}`;

describe("documents only LibreOffice reads", () => {
  test.skipIf(program === null)(
    program === null ? "through LibreOffice (not installed: skipped)" : "through LibreOffice, tables as grids",
    async () => {
      const layout = await readDoc(sourceFile(rtf, "doc"));
      expect(printed(layout)).toEqual(["Final accounts", ["Item | Amount", "Travel | 3.20"], "The end."]);
      expect(layout.trouble).toEqual([]);
    },
  );

  test("without LibreOffice are one clear line", async () => {
    await expect(readDoc(sourceFile(rtf, "doc"), undefined, null)).rejects.toMatchObject({ code: "missing-program" });
  });

  test("a damaged .doc is damaged", async () => {
    const head = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000, 7)]);
    await expect(readDoc(sourceFile(head, "doc"), undefined, null)).rejects.toMatchObject({ code: "damaged" });
  });
});
