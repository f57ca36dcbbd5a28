import type { Box } from "../../schemas/index.ts";
import type { ExtractionError } from "./errors.ts";
import { smallest } from "./long-lists.ts";
import type { SourceFile } from "./source-file.ts";

/** Where the content of a page came from. After `layout` this is the only trace of the file's format. */
export type PageOrigin = "text" | "ocr" | "office" | "html" | "plain" | "ofd";

/** One cell of a grid: `r`, `c` from 0, spans at least 1. Lines inside a cell are joined with "\n". */
export interface Cell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
  readonly page: number;
  readonly box: Box | null;
  /** Set by OCR: the readings that were not chosen; present only where the reading is in doubt. */
  readonly alternatives?: readonly string[];
  /** Set by OCR: the text as read, where a word of the forms was put in the place of what is not one (`金颜` in that of `金额`). */
  readonly asRead?: string;
  /** Set by OCR: the confidence of its least sure character, 0–100. */
  readonly confidence?: number;
  /** Sheet cell (`B7`) or another address inside the page. */
  readonly address?: string;
}

/** A table: cells do not overlap and every grid position belongs to exactly one cell. */
export interface Grid {
  readonly kind: "grid";
  readonly page: number;
  readonly box: Box | null;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly Cell[];
  /** Column edges in points (cols + 1 of them) where positions are known: how a continued table is recognised. */
  readonly edges?: readonly number[];
  /** Where the row lines stand (rows + 1), when known. */
  readonly rowEdges?: readonly number[];
  /** Whether it was drawn with lines; unruled tables come from alignment. */
  readonly ruled?: boolean;
  /** Rows of running text that were not rebuilt: nothing is known of their columns, and nothing is read from them. */
  readonly columnsUnknown?: true;
  /** Running text was made a table: its cells are those that marks between them told, or its columns were found by heads and sums alone. */
  readonly ofText?: "cells" | "columns";
  /** It stands beside the table before it, under one caption for both. */
  readonly beside?: true;
  readonly address?: string;
}

/** One printed line of a paragraph. */
export interface TextLine {
  readonly text: string;
  readonly box: Box | null;
}

/** A run of text outside tables: one paragraph, its wrapped lines joined (no space between Han characters). */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly page: number;
  readonly box: Box | null;
  readonly text: string;
  /** The lines it was printed on, where known. */
  readonly lines?: readonly TextLine[];
  /** Font size in points relative to nothing; larger than the page's body marks a heading. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right";
  /** Outline level where the format says so (Word, HTML), from 1. */
  readonly level?: number;
  /** Set by OCR: the confidence of its least sure character, 0–100. */
  readonly confidence?: number;
  /** Set by OCR: numbers in it that are in doubt, with the readings that were not chosen. */
  readonly doubts?: readonly Doubt[];
  readonly address?: string;
}

/** A number as read, and what other readings say instead. */
export interface Doubt {
  readonly text: string;
  readonly alternatives: readonly string[];
}

/** What OCR says of several lines or paragraphs together; nothing of text that was not read by OCR. */
export function recognition(
  parts: readonly Pick<Paragraph, "confidence" | "doubts">[],
): Pick<Paragraph, "confidence" | "doubts"> {
  const sure = parts.flatMap(({ confidence }) => confidence ?? []);
  const doubts = parts.flatMap((part) => part.doubts ?? []);
  return {
    ...(sure.length > 0 ? { confidence: smallest(sure) } : {}),
    ...(doubts.length > 0 ? { doubts } : {}),
  };
}

/** What a page is made of, in reading order. */
export type Block = Paragraph | Grid;

/** One page as read: its size, where its text comes from, its blocks. */
export interface Page {
  readonly number: number;
  /** Points, after rotation. */
  readonly width: number;
  readonly height: number;
  readonly from: PageOrigin;
  /** In reading order. Headers, footers and page numbers are not blocks. */
  readonly blocks: readonly Block[];
  /** How sure the reader is of the worst tenth of the lines it looked at, 0–100: of the page, or of the pictures that stand on it. */
  readonly confidence?: number;
}

/** Whether anything on a page was read by looking at it: all of it, or a picture that stands on it. */
export const wasLookedAt = ({ from, confidence }: Page): boolean => from === "ocr" || confidence !== undefined;

/** A picture standing inside a Word, Excel or web document, for the OCR reader: large enough to be a table or a page. */
export interface EmbeddedPicture {
  readonly bytes: Uint8Array;
  /** Name of the part it was kept in: `word/media/image1.png`. */
  readonly name: string;
  readonly page: number;
  /** Address of the block it stands in or after, as in `Block.address`. */
  readonly address: string;
}

/** A file the document links to as its attachment. `href` as written, never followed here. */
export interface Attachment {
  readonly text: string;
  readonly href: string;
}

/** A file as pages of blocks, whatever it was. */
export interface Layout {
  readonly file: SourceFile;
  /** `pdfium`, `pdfjs`, `docx`, … with version where it matters for repeating a reading. */
  readonly reader: string;
  readonly pages: readonly Page[];
  readonly pictures?: readonly EmbeddedPicture[];
  readonly attachments?: readonly Attachment[];
  /** The text as it stands, where its tables are given in another spelling: traditional characters in the standard of the mainland. */
  readonly printed?: string;
  /** What could not be read: one entry a page or part. Never silent. */
  readonly trouble: readonly ExtractionError[];
}
