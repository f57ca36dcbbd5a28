import { defineForm, type Sheet } from "../ledger/form.ts";
import { PROCUREMENT } from "../ledger/item-words.ts";
import type { Item } from "../ledger/items.ts";
import { listsColumns, listsRows, readItems } from "../ledger/items.ts";
import type { Words } from "../ledger/words.ts";

const ID = "budget/procurement-table";

/** In a form on 政府采购 alone, 合计 is its whole. */
const WORDS: Words<Item> = [
  ...PROCUREMENT,
  [/^(?:合计|总计|采购金额|采购预算|预算金额|总额)$/u, { concept: "procurement.total" }],
];
const kinds = (sheet: Sheet): boolean =>
  /货物/u.test(sheet.heads) && /工程/u.test(sheet.heads) && /服务/u.test(sheet.heads);

/**
 * 政府采购预算表, 政府采购情况表: what is to be bought, by kind.
 *
 * Looks like   合计 | 货物 | 工程 | 服务 over one line a unit or item and their 合计; or the kinds down the rows
 * Unit         above the table, at the right
 * Quirks       - lists of single purchases are read from their 合计 only
 *              - 授予中小企业合同金额 stands in final accounts
 */
export const procurementTable = defineForm({
  id: ID,
  title: /政府采购.*表/u,
  not: /绩效|运行信息|购买服务/u,
  fits: (sheet) => kinds(sheet) || listsRows(sheet, PROCUREMENT),
  byHeader: (sheet) => /采购/u.test(sheet.heads) && kinds(sheet) && listsColumns(sheet, WORDS),
  read: (sheet) => readItems(sheet, ID, WORDS),
});
