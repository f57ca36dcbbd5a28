/** The head of the column that names bodies in 部门决算单位构成. */
export const UNIT_NAME = /^(?:预算|决算)?单位(?:全称|名称)?$|^机构名称$/u;
/** Heads such a list may print. */
export const UNIT_LIST_HEAD = /^(?:序号|编号|备注|说明|)$|单位|名称|性质|级次|类型|类别|代码|编码|层级|经费|隶属/u;
/** Heads that count bodies instead of lines. */
export const UNIT_HEAD = /(?:单位|部门|机构)(?:编码|代码|名称)|^单位$|预算单位/u;
/** A label whose last word is a unit: 国内公务接待人次, 接待批次数. */
export const NOUN_UNIT = /(人次|批次)数?(?:量)?$/u;
