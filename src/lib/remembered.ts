/** So many answers are kept at a time. */
const MOST_ANSWERS = 4_000;
/** Longer texts hardly come twice. */
const LONGEST = 400;

/**
 * A pure function of a text that keeps its answers: labels are the same in every row, table and file of a form, and each is asked for by
 * many. When too many have gathered it forgets them all.
 */
export function remembered<T extends string | null>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    let found = known.get(text);
    if (found === undefined) {
      if (known.size >= MOST_ANSWERS) known.clear();
      found = answer(text);
      known.set(text, found);
    }
    return found;
  };
}
