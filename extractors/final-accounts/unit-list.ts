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
      heads.some((head) => /^(?:预算|决算)?单位(?:全称|名称)?$|^机构名称$/u.test(head)) &&
      heads.every((head) =>
        /^(?:序号|编号|备注|说明|)$|单位|名称|性质|级次|类型|类别|代码|编码|层级|经费|隶属/u.test(head),
      )
    );
  },
  *extract() {},
});
