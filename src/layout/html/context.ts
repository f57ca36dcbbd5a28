import type { ExtractionError } from "../../lib/errors.ts";
import type { Attachment, EmbeddedPicture } from "../../lib/layout.ts";
import type { SavedPart } from "./mhtml.ts";
import type { HtmlElement } from "./nodes.ts";
import type { Rules } from "./rules.ts";

/** What a page shares while it is read, and what is gathered on the way. */
export interface HtmlContext {
  rules: Rules;
  /** The parts a saved page was kept with, and the address of the page that is read. */
  readonly parts: readonly SavedPart[];
  base: string;
  readonly count: { block: number; table: number };
  readonly attachments: Attachment[];
  readonly pictures: EmbeddedPicture[];
  readonly trouble: ExtractionError[];
  /** Next number of each ordered list. */
  readonly lists: Map<HtmlElement, number>;
  /** How deep in the page's elements the reading is. */
  depth: number;
  /** Whether the ground behind the text is known. */
  paper: boolean;
  /** Pieces of text in characters only a font of the page's own knows. */
  strange: number;
  /** Pieces of text that are struck out or in the paper's colour. */
  gone: number;
}
