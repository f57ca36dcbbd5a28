/** Words of a sentence → the whole a share is of. */

/** 占…的 C%: which whole the sentence names. The first that matches speaks. */
export const NAMED_WHOLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/货物/, ["procurement.goods"]],
  [/工程/, ["procurement.works"]],
  [/服务/, ["procurement.services"]],
  [/采购/, ["procurement.total"]],
  [/中小企业/, ["procurement.sme"]],
  [/三公/, ["sangong.total"]],
  [/一般公共预算.*基本支出/, ["general_public.basic"]],
  [/基本支出/, ["general_public.basic", "expenditure.basic"]],
  [/项目支出/, ["expenditure.project", "general_public.project"]],
  [/一般公共预算.*(资金|收入)/, ["funding.general_public", "revenue.general_public"]],
  [/一般公共预算/, ["general_public.expenditure"]],
  [
    /财政拨款.*支出/,
    ["appropriation.expenditure.current", "appropriation.expenditure.total", "general_public.expenditure"],
  ],
  [
    /财政拨款/,
    [
      "revenue.appropriation",
      "appropriation.revenue.total",
      "appropriation.expenditure.total",
      "appropriation.expenditure.current",
      "general_public.expenditure",
    ],
  ],
  [/支出/, ["expenditure.current", "expenditure.total"]],
  [/收入/, ["revenue.current", "revenue.total"]],
  [/总|合计|比重|比例|^占?比?[:：为达]?$/, []],
];
