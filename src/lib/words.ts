import type { Words } from "../../schemas/forms/form.ts";
import { REMARK } from "../../schemas/forms/funds.ts";
import { labelKey } from "./label.ts";
import { remembered } from "./remembered.ts";

const compiled = new WeakMap<Words<unknown>, { whole: readonly RegExp[]; meanings: Map<string, number> }>();

function of(words: Words<unknown>): { whole: readonly RegExp[]; meanings: Map<string, number> } {
  const known = compiled.get(words);
  if (known) return known;
  const made = { whole: words.map(([printed]) => new RegExp(`^(?:${printed})$`, "u")), meanings: new Map() };
  compiled.set(words, made);
  return made;
}

/** Remembered labels at most: a batch of many files prints the same few hundred. */
const MOST = 20_000;

/** What a text means by the first of `words` that fits all of it; null where none does. `text` in one width, without white space. */
export function wholeMeaning<T>(text: string, words: Words<T>): T | null {
  const { whole, meanings } = of(words);
  let at = meanings.get(text);
  if (at === undefined) {
    at = whole.findIndex((pattern) => pattern.test(text));
    if (meanings.size >= MOST) meanings.clear();
    meanings.set(text, at);
  }
  return at < 0 ? null : words[at]![1];
}

/** A label without the remarks in brackets that change nothing: 使用非财政拨款结余（含专用结余）, 政府性基金预算拨款收入（万元）. */
export const bareLabel = remembered((label) =>
  labelKey(label)
    .replace(REMARK, "")
    .replace(/^[（(]([^（）()]+)[)）]$/u, "$1"),
);

/** What a printed label means by the first of `words` that fits it whole, without numbering and remarks; null where none does. */
export const meaningOf = <T>(label: string, words: Words<T>): T | null => wholeMeaning(bareLabel(label), words);
