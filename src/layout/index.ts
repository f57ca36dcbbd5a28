import { ExtractionError } from "../lib/errors.ts";
import type { Layout } from "../lib/layout.ts";
import type { MediaType, SourceFile } from "../lib/source-file.ts";
import { asText } from "./as-text.ts";
import type { LayoutOptions, Reader, ReaderOf } from "./options.ts";
import { withoutPersonsIn } from "./persons.ts";

export type { LayoutOptions } from "./options.ts";

/** Loaded on first use, so that reading a PDF loads no Word reader. */
const READERS: Partial<Record<MediaType, () => Promise<Reader>>> = {
  pdf: async () => {
    const { pdfReader } = await import("./pdf/index.ts");
    const scan = () => import("./scan/index.ts");
    return (file, options) =>
      pdfReader({
        ocrPage: async (page) => (await scan()).lookAt(page, options),
        ocrPicture: async (picture) => (await scan()).lookAtPicture(picture, options),
      })(file, options);
  },
  image: async () => (await import("./scan/index.ts")).readPicture,
  text: async () => (await import("./plain/index.ts")).readPlainText,
  docx: async () => {
    const { readDocx } = await import("./word/docx.ts");
    return (file) => readDocx(file, readerOf);
  },
  doc: async () => {
    const { readDoc } = await import("./word/doc.ts");
    return (file) => readDoc(file, readerOf);
  },
  html: async () => (await import("./html/html.ts")).readHtml,
  ofd: async () => (await import("./ofd/ofd.ts")).readOfd,
  xlsx: async () => (await import("./sheet/sheet.ts")).readSheets,
  xls: async () => (await import("./sheet/sheet.ts")).readSheets,
};

/** For documents that hold others. */
const readerOf: ReaderOf = async (mediaType) => (await READERS[mediaType]?.()) ?? null;

/** A file as pages of blocks, its embedded pictures looked at. */
export async function layout(file: SourceFile, options: LayoutOptions = {}): Promise<Layout> {
  const load = READERS[file.mediaType];
  if (!load) throw new ExtractionError("unsupported-format", `no reader for ${file.mediaType}`, file.path);
  const read = await (await load())(file, options);
  if (!read.pictures) return told(asText(read));
  const { withPictures } = await import("./pictures.ts");
  return told(asText(await withPictures(read, await readerOf("image"), options)));
}

/** What is handed on: no name or number of a person; a document that holds nothing says so, lest it look like one that was read. */
function told(layout: Layout): Layout {
  const read = withoutPersonsIn(layout);
  if (read.trouble.length > 0 || read.pages.some(({ blocks }) => blocks.length > 0)) return read;
  const nothing = new ExtractionError("empty-file", "the document holds neither text nor tables", read.file.path);
  return { ...read, trouble: [nothing] };
}
