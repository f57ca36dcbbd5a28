/** What stands above a table on a sheet without belonging to its columns. All on text without white space. */
const UNIT_LINE =
  /^[（(]?(金额|货币|计量)?单位[:：]?[（(]?(人民币)?([百千万亿]*元|%|[台辆套个人户件项次]+([、/,，][台辆套个人户件项次]+)*)[）)]*$/u;
const LABELLED =
  /^(编制|填报|编报|预算|决算|公开|申报|填表|制表|报送)?(部门|单位|日期|时间|机构)(名称)?([（(][^）)]{1,6}[）)])?[:：]/u;
const FORM_NUMBER =
  /^(预算|决算)?(公开|附|表|附件|附表|部门)?(预算|决算)?(公开)?第?[（(]?[\d一二三四五六七八九十]{1,3}([-—]\d{1,2})?[）)]?(表|号)?([:：])?$/u;
const YEAR_LINE = /^[（(]?\d{4}年度?[）)]?$/u;
const DATE_LINE = /^\d{4}年\d{1,2}月(\d{1,2}日)?$/u;

/** 公开01表, 部门：…, 2024年度, 金额单位：万元: a line of a table's head. A bare number is none. */
export const isHeadLine = (squeezed: string): boolean =>
  UNIT_LINE.test(squeezed) ||
  LABELLED.test(squeezed) ||
  (FORM_NUMBER.test(squeezed) && /[^\d（()）]/u.test(squeezed)) ||
  YEAR_LINE.test(squeezed) ||
  DATE_LINE.test(squeezed);

/** A line that states the unit of what stands below: 单位：万元. */
export const isUnitLine = (squeezed: string): boolean => UNIT_LINE.test(squeezed);

/** 注：…, 备注：…, 填报说明：… */
export const isNote = (squeezed: string): boolean =>
  /^[*＊※]?(注|备注|说明|附注|填[报表]说明)\d?[:：.、]/u.test(squeezed);

/** 填表人：… 审核人：… 联系电话：…: who signs under a table. */
export const isSignature = (squeezed: string): boolean =>
  /^(填[表报]人|制表人?|审核人?|复核人?|经办人|负责人|(单位|部门|财务)负责人|联系人|联系电话|电话|填[报表]日期)([（(][^）)]{1,6}[）)])?[:：]/u.test(
    squeezed,
  );

/** 一般公共预算财政拨款支出决算表, 项目支出绩效自评表（2024年度）: the name of a published form. */
export const isFormTitle = (squeezed: string): boolean =>
  squeezed.length <= 50 &&
  /(?:(?:决算|预算)总?|收支总|收入总?|支出总?|自评|数据|情况|明细|目标|绩效[^，。；：]{1,14})表(?:[（(]\d{4}年度[)）])?$/u.test(
    squeezed,
  ) &&
  !/^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]/u.test(squeezed);
