import { absolute, elements, type Page, rawText } from "../page.ts";
import { type ListForm, NOTHING } from "./form.ts";

/** More than any list has; a count beyond it is no count. */
const MOST_PAGES = 2_000;

/**
 * Pages of lists that TRS and its kin publish as files: `index.html`, `index_1.html`, `index_2.html` …
 *
 * Looks like   `<script>createPageHTML(12, 0, "index", "shtml");</script>`: how many, which this is (from 0), name, ending; other
 *              arguments may stand before and behind them
 * Articles     `./202308/t20230815_12345.shtml`; files beside them: `./P020230815….pdf`; the entries are plain ones
 */
export const trsPages: ListForm = (page) => {
  for (const script of elements(page.root, "script"))
    for (const [, list] of rawText(script).matchAll(/\bcreatePageHTML\s*\(([^()]*)\)/gu)) {
      const more = pagesOf(list!, page);
      if (more.length > 0) return { entries: [], more };
    }
  return NOTHING;
};

function pagesOf(list: string, page: Page): URL[] {
  const values = [...list.matchAll(/(['"])([^'"]*)\1|([^,'"\s]+)/gu)].map(([, , text, bare]) => ({ text, bare }));
  // The count and the number stand side by side, the name and its ending behind them.
  const at = values.findIndex(({ bare }, i) => isNumber(bare) && isNumber(values[i + 1]?.bare));
  if (at < 0) return [];
  const [count, current] = [Number(values[at]!.bare), Number(values[at + 1]!.bare)];
  const [name, ending] = values.slice(at + 2).flatMap(({ text }) => (text ? [text] : []));
  if (!name || !ending || count < 2 || count > MOST_PAGES || !/^[\w.-]+$/u.test(name + ending)) return [];
  return Array.from({ length: count }, (_, n) => (n === 0 ? `${name}.${ending}` : `${name}_${n}.${ending}`))
    .filter((_, n) => n > 0 && n !== current)
    .flatMap((file) => absolute(file, page.base) ?? []);
}

const isNumber = (text: string | undefined): boolean => text !== undefined && /^\d+$/u.test(text);
