import { expect, test } from "vitest";
import { storedFile } from "../support/stored-file.ts";
import { databaseWith, pagesOver } from "./support.ts";

test("a number of the prose that became no record is listed on its page with its sentence", async () => {
  const sentence = "机动预备金9.4万元，增长12%。";
  const box: [number, number, number, number] = [72, 90, 300, 104];
  const file = storedFile({ unreadNumbers: [{ page: 1, box, printed: "9.4万元", sentence }] });
  const pages = pagesOver(databaseWith([file]));
  const page = async (n: number) => await (await pages.ask(`/documents/${file.file.sha256}?page=${n}`)).text();
  const first = await page(1);
  expect(first).toContain(`9.4万元\u3000${sentence}`);
  expect(await page(2)).not.toContain(sentence);
  const { rows } = (await (await pages.ask(`/api/v1/documents/${file.file.sha256}/unread`)).json()) as {
    rows: { text: string; sentence: string | null; box: number[] | null }[];
  };
  expect(rows.find((row) => row.sentence === sentence)).toMatchObject({ text: "9.4万元", box });
  await pages.close();
});
