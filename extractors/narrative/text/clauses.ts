import type { Token } from "./token.ts";

/** A word of a clause, by its place among the sentence's words; a bracket holds clauses of its own. */
export type Node =
  | { readonly kind: "word"; readonly at: number }
  | { readonly kind: "bracket"; readonly at: number; readonly clauses: readonly Clause[] };

/** What stands between two marks. `mark` is the place of the one it ends with; null at the end of the sentence or of a bracket. */
export interface Clause {
  readonly nodes: readonly Node[];
  readonly mark: number | null;
}

/** Between names a 、 ends no clause: 公务接待费、会议费. */
const ends = (words: readonly Token[], at: number): boolean => {
  const word = words[at];
  return word?.kind === "separator" && (word.mark !== "、" || words[at - 1]?.kind === "number");
};

/** The tree of a sentence: its clauses, brackets inside them with theirs. A bracket that is never closed holds all behind it. */
export function clausesOf(words: readonly Token[]): readonly Clause[] {
  let at = 0;
  const clauses = (inside: boolean): readonly Clause[] => {
    const found: Clause[] = [];
    let nodes: Node[] = [];
    for (; at < words.length; at++) {
      const kind = words[at]?.kind;
      if (kind === "close" && inside) break;
      if (kind === "open") {
        const opened = at++;
        nodes.push({ kind: "bracket", at: opened, clauses: clauses(true) });
      } else if (ends(words, at)) {
        found.push({ nodes, mark: at });
        nodes = [];
      } else nodes.push({ kind: "word", at });
    }
    if (nodes.length > 0) found.push({ nodes, mark: null });
    return found;
  };
  return clauses(false);
}
