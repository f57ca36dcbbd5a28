import type { ExtractionError } from "../../lib/errors.ts";
import type { Numbering } from "./numbering.ts";
import type { InlinePicture } from "./runs.ts";
import type { StyleSheet } from "./styles.ts";

/** What a whole Word document shares while its blocks are read, and what is gathered on the way. */
export interface WordContext {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  readonly where: string;
  /** Numbers of blocks and tables handed out so far: the addresses `block 12`, `table 3`. */
  readonly count: { block: number; table: number };
  readonly notes: string[];
  readonly pictures: (InlinePicture & { address: string })[];
  readonly trouble: ExtractionError[];
  /** Parts in other formats (altChunk, embedded workbooks) by the address of the empty paragraph that stands in their place. */
  readonly parts: Map<string, EmbeddedPart>;
  /** The cells of paragraphs that tabs part, by address. */
  readonly tabbed: Map<string, readonly string[]>;
  /** How many grounds other than the paper lie under what is read: shaded cells, filled boxes. */
  ground: number;
  /** Pieces of text struck out or in the paper's colour. */
  gone: number;
}

/** A part in another format, by the relation that holds it. */
export interface EmbeddedPart {
  readonly relation: string;
  /** The picture shown instead of it, to be looked at where the part cannot be read. */
  readonly pictures: readonly InlinePicture[];
}
