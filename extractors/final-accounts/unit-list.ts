import { UNIT_LIST_HEAD, UNIT_NAME } from "../../schemas/forms/units.ts";
import { defineTableExtractor } from "../../src/lib/extractor.ts";
import { openSheet } from "../ledger/form.ts";

/**
 * 部门决算单位构成: which units the report covers. Claimed so that nobody takes it for unread; it holds no facts.
 *
 * Looks like   序号 | 单位名称 | 备注, sometimes with 单位性质 or 预算级次
 * Unit         none
 * Quirks       - the running numbers are no amounts
 */
export const unitList = defineTableExtractor({
  id: "final-accounts/unit-list",
  rank: -1,
  matches(section, hints) {
    const { table } = openSheet(section, hints);
    const heads = table.columns.map((column) => column.path.at(-1) ?? "");
    return (
      heads.length >= 2 &&
      heads.some((head) => UNIT_NAME.test(head)) &&
      heads.every((head) => UNIT_LIST_HEAD.test(head))
    );
  },
  *extract() {},
});
