import { NAMED_WHOLES } from "../../schemas/forms/wholes.ts";
import type { Indexed } from "./fact-index.ts";
import { plainText } from "./plain-text.ts";

/** Which whole a share is of, where the sentence does not name it: concept → terms, the usual one first. */
const WHOLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^revenue\.(?!total|current)/, ["revenue.current", "revenue.total"]],
  [/^expenditure\.(personnel|public)$/, ["general_public.basic", "expenditure.basic", "expenditure.personnel"]],
  [
    /^expenditure\.(?!total|current)/,
    ["expenditure.current", "expenditure.total", "funding.general_public", "funding.total"],
  ],
  [/^general_public\.(basic|project)$/, ["general_public.expenditure"]],
  [
    /^(general_public|government_fund|state_capital)\.expenditure$/,
    ["expenditure.current", "expenditure.total", "appropriation.expenditure.current"],
  ],
  [/^appropriation\.expenditure/, ["expenditure.current", "expenditure.total"]],
  [/^appropriation\.revenue/, ["revenue.current", "revenue.total"]],
  [
    /^function[./]/,
    [
      "general_public.expenditure",
      "appropriation.expenditure.current",
      "appropriation.expenditure.total",
      "expenditure.current",
      "expenditure.total",
      "government_fund.expenditure",
    ],
  ],
  [/^economic[./]/, ["general_public.basic", "expenditure.basic"]],
  [/^sangong\.(vehicle_purchase|vehicle_operation)$/, ["sangong.total", "sangong.vehicle"]],
  [/^sangong\./, ["sangong.total"]],
  [/^procurement\.(goods|works|services)$/, ["procurement.total"]],
  [
    /^procurement\.(sme|small_micro)$/,
    ["procurement.total", "procurement.sme", "procurement.goods", "procurement.works", "procurement.services"],
  ],
];

/** Words between 占 and the percentage itself: `占本年支出合计的`, empty in `占81.2%`; null where the quote does not show them. */
function namedWhole(stated: Indexed): string | null {
  const quote = plainText(stated.fact.source.quote ?? "");
  // The last one: a quote that runs over several shares ends with its own, and 0% also ends 100%.
  const own = [...quote.matchAll(/(\d+(?:\.\d+)?)%/g)].filter((m) => m[1] === stated.fact.value.replace("-", ""));
  const at = own.at(-1)?.index ?? -1;
  if (at < 0) return null;
  const from = quote.lastIndexOf("占", at);
  if (from < 0 || at - from > 40) return null;
  return quote
    .slice(from + 1, at)
    .replace(/[\d,.]+(万元|元|亿元)?/g, "")
    .replace(/的(比例|比重)?(为|是|达到?)?$|^比(例|重)?(为|是|达到?)?$/, "");
}

/** Whether words say what a share is of. */
export const namesWhole = (stated: Indexed): boolean => (namedWhole(stated) ?? "") !== "";

/** The wholes a share may be of: the one its sentence names, else the usual ones of its concept. Empty where another whole is named. */
export function wholesOf(stated: Indexed): readonly string[] {
  const usual = WHOLES.find(([concept]) => concept.test(stated.concept))?.[1].filter((w) => w !== stated.concept) ?? [];
  const words = namedWhole(stated);
  if (words === null || words === "") return usual;
  const named = NAMED_WHOLES.find(([pattern]) => pattern.test(words));
  if (!named) return [];
  return named[1].length === 0 ? usual : named[1].filter((w) => w !== stated.concept);
}
