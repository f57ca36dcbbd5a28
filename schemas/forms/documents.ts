import type { DocumentType } from "../vocabulary.ts";

/** Words of titles, headings and table titles → what the document holds. */
export const FORMS: readonly (readonly [RegExp, DocumentType])[] = [
  [
    /(?:部门|单位|年度|财务)决算(?:公开|表|报告|报表|情况|说明|$)|收入支出决算(?:总)?(?:表|情况|总体)|收支决算(?:总体)?(?:说明|情况)|收入决算(?:情况|说明)|(?<!三公.{0,20})支出决算(?:情况|说明)|决算公开/u,
    "final_accounts",
  ],
  [
    /(?:部门|单位|级|年度|财政)(?:综合|收支)?预算(?:收支|基本支出|项目支出|公开|草案|编制|编报|安排|报告|说明|情况说明|表|$)|部门.{0,14}预算(?:总表|表)$|(?:收支|收入|支出)预算(?:总)?表|收支总表|预算公开/u,
    "budget",
  ],
  [/整体(?:支出)?(?:预算)?绩效(?:目标)?(?:自评|评价|自我评价)/u, "overall_self_evaluation"],
  [
    /项目(?:支出)?(?:预算)?绩效(?:目标)?(?:完成情况)?(?:单位|部门)?(?:自评|自我评价|评价自评)|项目(?:支出)?绩效评价表|项目绩效目标自评|项目自评价|(?:专项|补助|转移支付|公益金|资金)[^，。；]{0,24}绩效(?:目标)?自评|(?<!整体.{0,6})绩效目标自评表/u,
    "project_self_evaluation",
  ],
  [
    /项目(?:支出)?(?:预算)?绩效评价报告|(?:部门|重点|财政)(?:项目)?(?:绩效)?评价(?:项目)?(?:绩效评价)?报告|项目支出(?:部门|重点)评价报告/u,
    "project_evaluation",
  ],
  [/绩效(?:评价|自评)?基础数据表|基础数据表/u, "base_data"],
];
/** A title on the three public expenses. */
export const SANGONG_TITLE = /[“"”]?三公[“"”]?\s*经费/u;
/** Lines that speak of a form without being its title: 附件：1.…, 见…, lists in the prose. */
export const MENTION = /[，。；]|^附件[:：]|详见|见附件|是指|《.*》/u;
/** 附件：, 附件2, before a title. */
export const ATTACHED = /^附件\s*\d{0,2}\s*[:：]?\s*/u;
