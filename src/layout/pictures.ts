import { createHash } from "node:crypto";
import { ExtractionError } from "../lib/errors.ts";
import type { Block, EmbeddedPicture, Layout, Page } from "../lib/layout.ts";
import { append, smallest } from "../lib/long-lists.ts";
import type { LayoutOptions, Reader } from "./options.ts";

/** Looking at a picture takes seconds: more than this many in one document are not looked at. */
const PICTURE_LIMIT = 40;

/**
 * A layout with what its embedded pictures show put where they stand. `readImage` is null where nothing can look at pictures; each
 * picture that is not read, or read in vain, is an entry in `trouble`.
 */
export async function withPictures(layout: Layout, readImage: Reader | null, options: LayoutOptions): Promise<Layout> {
  const { pictures = [], file } = layout;
  const trouble: ExtractionError[] = [];
  const unread = (code: ExtractionError["code"], message: string, picture: EmbeddedPicture): void => {
    trouble.push(new ExtractionError(code, `${message} (${picture.name})`, picture.address));
  };
  const found = new Map<number, Shown[]>();
  for (const [i, picture] of pictures.entries()) {
    if (readImage === null || options.ocr === "never")
      unread("unsupported-format", "a picture was not looked at", picture);
    else if (i >= PICTURE_LIMIT) unread("limit-exceeded", `only ${PICTURE_LIMIT} pictures are looked at`, picture);
    else
      try {
        const shown = await readImage(
          {
            path: `${file.path}/${picture.name}`,
            name: picture.name,
            bytes: picture.bytes,
            sha256: createHash("sha256").update(picture.bytes).digest("hex"),
            mediaType: "image",
            containers: [...file.containers, file.path],
          },
          options,
        );
        append(trouble, shown.trouble);
        const blocks = shown.trouble.length > 0 ? [] : shown.pages.flatMap((page) => page.blocks.map(placed(picture)));
        const onPage = found.get(picture.page) ?? [];
        const sure = shown.pages.flatMap((page) => page.confidence ?? []);
        found.set(picture.page, [...onPage, { address: picture.address, blocks, sure }]);
      } catch (error) {
        if (!(error instanceof ExtractionError)) throw error;
        unread(error.code, error.message, picture);
      }
  }
  const pages = layout.pages.map((page) => {
    const shown = (found.get(page.number) ?? []).filter(({ blocks }) => blocks.length > 0);
    return shown.length > 0 ? inserted(page, shown) : page;
  });
  return { ...layout, pages, trouble: [...layout.trouble, ...trouble] };
}

/** What one picture showed, and how sure its reader is of it. */
interface Shown {
  readonly address: string;
  readonly blocks: readonly Block[];
  readonly sure: readonly number[];
}

/** A block of a picture as one of the page it stands on: the picture's own coordinates mean nothing there. */
const placed =
  ({ page, address }: EmbeddedPicture) =>
  (block: Block): Block => {
    if (block.kind === "paragraph") {
      const { lines: _, ...rest } = block;
      return { ...rest, page, box: null, address };
    }
    const { edges: _, rowEdges: __, ...rest } = block;
    return { ...rest, page, box: null, address, cells: block.cells.map((cell) => ({ ...cell, page, box: null })) };
  };

function inserted(plain: Page, shown: readonly Shown[]): Page {
  const sure = shown.flatMap((picture) => picture.sure);
  const page = sure.length > 0 ? { ...plain, confidence: smallest(sure) } : plain;
  if (page.blocks.length === 0) return { ...page, from: "ocr", blocks: shown.flatMap(({ blocks }) => blocks) };
  const blocks = [...page.blocks];
  for (const { address, blocks: added } of [...shown].reverse()) {
    const numbered = order(address);
    const at = blocks.findLastIndex((block) =>
      Number.isFinite(numbered)
        ? order(block.address) <= numbered
        : block.address === address || block.address?.startsWith(`${address}!`),
    );
    blocks.splice(at < 0 && !Number.isFinite(numbered) ? blocks.length : at + 1, 0, ...added);
  }
  return { ...page, blocks };
}

/** `block 12` → 12; tables, sheets and pages have no place in that count. */
const order = (address: string | undefined): number =>
  Number(/^block (\d+)$/.exec(address ?? "")?.[1] ?? Number.POSITIVE_INFINITY);
