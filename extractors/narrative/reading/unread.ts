import type { UnreadNumber } from "../../../src/lib/reading.ts";
import { type Canonical, printedText } from "../text/canonical.ts";
import { type Passage, paragraphAt } from "../text/paragraphs.ts";
import type { Token } from "../text/token.ts";

/** How much of a long sentence is shown on either side of a number that was not read. */
const AROUND = 60;

/** A sentence in its paragraph. */
export interface SentencePlace {
  readonly passage: Passage;
  readonly whole: Canonical;
  readonly from: number;
  readonly text: string;
}

/** A number nobody was given, and where it begins in its sentence. */
export interface UnreadAt {
  readonly start: number;
  readonly item: UnreadNumber;
}

/** The numbers with a unit that a sentence states and nobody was given; `read` are the places of the others. */
export function unreadIn(
  words: readonly Token[],
  read: ReadonlySet<number>,
  { passage, whole, from, text }: SentencePlace,
): UnreadAt[] {
  return words.flatMap((word): readonly UnreadAt[] => {
    if (word.kind !== "number" || word.of === "bare" || read.has(word.start)) return [];
    const near = Math.max(0, Math.min(word.start - AROUND, text.length - 2 * AROUND));
    const { page, box } = paragraphAt(passage, whole.at[from + word.start] ?? 0);
    const item: UnreadNumber = {
      kind: "unread",
      page,
      box,
      printed: printedText(whole, from + word.start, from + word.end),
      sentence: printedText(whole, from + near, from + Math.min(text.length, near + 2 * AROUND), 2 * AROUND + 40),
    };
    return [{ start: word.start, item }];
  });
}
