import { openContents } from "../../../src/layout/pdf/contents.ts";
import { process as read } from "../../../src/pipeline.ts";
import { type OfdPage, ofdOf } from "../ofd-writer.ts";
import { sourceFile } from "../source-file.ts";
import { workbookOf } from "../workbook-of.ts";

/** A PDF as an OFD document of the same drawn pages. */
export async function ofdFromPdf(pdf: Uint8Array): Promise<Uint8Array> {
  const contents = await openContents(pdf, {}, {});
  const pages: OfdPage[] = [];
  for await (const { content } of contents.pages()) pages.push(content);
  await contents.close();
  return ofdOf(pages);
}

/** The tables of a Word document as a workbook, one a sheet. */
export async function workbookFromDocx(docx: Uint8Array): Promise<Uint8Array> {
  return workbookOf((await read(sourceFile(docx, "docx", "sample"))).layout);
}
