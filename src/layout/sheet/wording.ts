import {
  DATE_LINE,
  FORM_TITLE,
  NUMBERED_LINE_OF_SHEET,
  SHEET_FORM_NUMBER,
  SHEET_LABELLED,
  SHEET_NOTE,
  SHEET_UNIT_LINE,
  SIGNATURE,
  YEAR_LINE,
} from "../../../schemas/forms/captions.ts";

/** 公开01表, 部门：…, 2024年度, 金额单位：万元: a line of a table's head. A bare number is none. */
export const isHeadLine = (squeezed: string): boolean =>
  SHEET_UNIT_LINE.test(squeezed) ||
  SHEET_LABELLED.test(squeezed) ||
  (SHEET_FORM_NUMBER.test(squeezed) && /[^\d（()）]/u.test(squeezed)) ||
  YEAR_LINE.test(squeezed) ||
  DATE_LINE.test(squeezed);

/** A line that states the unit of what stands below: 单位：万元. */
export const isUnitLine = (squeezed: string): boolean => SHEET_UNIT_LINE.test(squeezed);

/** 注：…, 备注：…, 填报说明：… */
export const isNote = (squeezed: string): boolean => SHEET_NOTE.test(squeezed);

/** 填表人：… 审核人：… 联系电话：…: who signs under a table. */
export const isSignature = (squeezed: string): boolean => SIGNATURE.test(squeezed);

/** 一般公共预算财政拨款支出决算表, 项目支出绩效自评表（2024年度）: the name of a published form. */
export const isFormTitle = (squeezed: string): boolean =>
  squeezed.length <= 50 && FORM_TITLE.test(squeezed) && !NUMBERED_LINE_OF_SHEET.test(squeezed);
