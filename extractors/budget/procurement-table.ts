import { PROCUREMENT } from "../../schemas/forms/procurement.ts";
import {
  NAMES_PROCUREMENT,
  PROCUREMENT_KINDS,
  PROCUREMENT_TABLE,
  PROCUREMENT_WORDS,
} from "../../schemas/forms/procurement-table.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { listsColumns, listsRows, readItems } from "../ledger/items.ts";

const kinds = (sheet: Sheet): boolean => PROCUREMENT_KINDS.every((kind) => kind.test(sheet.heads));

/**
 * 政府采购预算表, 政府采购情况表: what is to be bought, by kind.
 *
 * Looks like   合计 | 货物 | 工程 | 服务 over one line a unit or item and their 合计; or the kinds down the rows
 * Unit         above the table, at the right
 * Quirks       - lists of single purchases are read from their 合计 only
 *              - 授予中小企业合同金额 stands in final accounts
 */
export const procurementTable = defineForm({
  is: PROCUREMENT_TABLE,
  fits: (sheet) => kinds(sheet) || listsRows(sheet, PROCUREMENT),
  byHeader: (sheet) => NAMES_PROCUREMENT.test(sheet.heads) && kinds(sheet) && listsColumns(sheet, PROCUREMENT_WORDS),
  read: (sheet) => readItems(sheet, PROCUREMENT_TABLE.id, PROCUREMENT_WORDS),
});
