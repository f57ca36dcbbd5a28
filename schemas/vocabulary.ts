/**
 * The closed words of the contract, without the machinery that checks records against it: the program that reads documents needs the
 * words only.
 */

/** Concept → Chinese term: the closed part of the vocabulary. Classification lines are open (see `Concept`). */
export const CONCEPTS = {
  "revenue.total": "收入总计",
  "expenditure.total": "支出总计",
  "revenue.current": "本年收入合计",
  "expenditure.current": "本年支出合计",
  "revenue.general_public": "一般公共预算财政拨款收入",
  "revenue.government_fund": "政府性基金预算财政拨款收入",
  "revenue.state_capital": "国有资本经营预算财政拨款收入",
  "revenue.appropriation": "财政拨款收入",
  "revenue.superior": "上级补助收入",
  "revenue.business": "事业收入",
  "revenue.operating": "经营收入",
  "revenue.subordinate": "附属单位上缴收入",
  "revenue.other": "其他收入",
  "revenue.carryover": "年初结转和结余",
  "revenue.surplus_used": "使用非财政拨款结余",
  "expenditure.basic": "基本支出",
  "expenditure.project": "项目支出",
  "expenditure.upward": "上缴上级支出",
  "expenditure.operating": "经营支出",
  "expenditure.subsidy": "对附属单位补助支出",
  "expenditure.personnel": "人员经费",
  "expenditure.public": "公用经费",
  "expenditure.carryover": "年末结转和结余",
  "expenditure.surplus_distributed": "结余分配",
  "appropriation.revenue.total": "财政拨款收入总计",
  "appropriation.expenditure.total": "财政拨款支出总计",
  "appropriation.expenditure.current": "财政拨款本年支出合计",
  "general_public.expenditure": "一般公共预算财政拨款支出",
  "general_public.basic": "一般公共预算财政拨款基本支出",
  "general_public.project": "一般公共预算财政拨款项目支出",
  "government_fund.expenditure": "政府性基金预算财政拨款支出",
  "state_capital.expenditure": "国有资本经营预算财政拨款支出",
  "sangong.total": "“三公”经费合计",
  "sangong.overseas": "因公出国（境）费",
  "sangong.vehicle": "公务用车购置及运行维护费",
  "sangong.vehicle_purchase": "公务用车购置费",
  "sangong.vehicle_operation": "公务用车运行维护费",
  "sangong.reception": "公务接待费",
  "sangong.reception_domestic": "国内接待费",
  "sangong.reception_foreign": "国（境）外接待费",
  "sangong.reception_foreign_guests": "外事接待费",
  "sangong.overseas_groups": "因公出国（境）团组数",
  "sangong.overseas_persons": "因公出国（境）人次数",
  "sangong.vehicles_purchased": "公务用车购置数",
  "sangong.vehicles_held": "公务用车保有量",
  "sangong.reception_batches": "公务接待批次",
  "sangong.reception_persons": "公务接待人次",
  operating_costs: "机关运行经费",
  meetings: "会议费",
  training: "培训费",
  meetings_training: "会议费、培训费",
  office: "办公经费",
  utilities_travel: "水费、电费、差旅费",
  "procurement.total": "政府采购支出总额",
  "procurement.goods": "政府采购货物支出",
  "procurement.works": "政府采购工程支出",
  "procurement.services": "政府采购服务支出",
  "procurement.sme": "授予中小企业合同金额",
  "procurement.small_micro": "授予小微企业合同金额",
  "assets.vehicles": "车辆数合计",
  "assets.vehicles_leader": "副部（省）级及以上领导用车",
  "assets.vehicles_main_leader": "主要负责人用车",
  "assets.vehicles_confidential": "机要通信用车",
  "assets.vehicles_emergency": "应急保障用车",
  "assets.vehicles_law_enforcement": "执法执勤用车",
  "assets.vehicles_special": "特种专业技术用车",
  "assets.vehicles_retired": "离退休干部服务用车",
  "assets.vehicles_other": "其他用车",
  "assets.equipment_general": "通用设备",
  "assets.equipment_special": "专用设备",
  "assets.equipment": "单价100万元（含）以上设备",
  "staff.established": "编制数",
  "staff.actual": "实有人数",
  "staff.control_rate": "控制率",
  "funding.total": "年度资金总额",
  "funding.appropriation": "当年财政拨款",
  "funding.carryover": "上年结转资金",
  "funding.other": "其他资金",
  "funding.general_public": "一般公共预算资金",
  "funding.government_fund": "政府性基金资金",
  "funding.special_account": "财政专户管理资金",
  "funding.basic": "基本支出资金",
  "funding.project": "项目支出资金",
  basic_expenditure_adjustment: "部门基本支出预算调整",
  project_operations: "业务工作经费",
  project_maintenance: "运行维护经费",
  project_special: "市／区级专项资金",
} as const;

/** A concept of the closed list. */
export type ClosedConcept = keyof typeof CONCEPTS;
/** What may be counted, as the compiler sees it: a concept of the list or of an open family; `Concept` checks a family's codes. */
export type ConceptName =
  | ClosedConcept
  | "function"
  | "economic"
  | "project"
  | `function.${string}`
  | `economic.${string}`
  | `project.${string}`;

/**
 * Open families: `function` / `economic` / `project` alone where a line is named in words only;
 * `function.<3|5|7 digits>[.total|.basic|.project|.revenue|.revenue_appropriation]`, `economic.<3|5 digits>`, `project.<n>`;
 */
export const OPEN_CONCEPT =
  /^(function|economic|project)$|^function\.(\d{3}|\d{5}|\d{7})(\.(total|basic|project|revenue|revenue_appropriation))?$|^economic\.(\d{3}|\d{5})$|^project\.\d{1,3}$/;

/** Whether a name is a concept of the list or of an open family. */
export const isConcept = (name: string): name is ConceptName => name in CONCEPTS || OPEN_CONCEPT.test(name);

/** Measure → Chinese term. The phase of a value (budget, actual) or its relation to another (change, share). */
export const MEASURES = {
  initial_budget: "年初预算数",
  final_budget: "全年预算数",
  adjustment: "调整数",
  carried_in: "上年结转",
  actual: "决算数",
  balance: "结转结余",
  change: "比上年增减额",
  change_rate: "比上年增减率",
  execution_rate: "完成预算／执行率",
  share: "占比",
  count: "数量",
  saving: "节约额",
  saving_rate: "节约率",
  budget_variance: "比年初预算增减额",
  budget_variance_rate: "比年初预算增减率",
} as const;

/** Levels of government (层级). */
export const FUNDS = ["appropriation", "general_public", "government_fund", "state_capital"] as const;
export const BASES = ["table", "narrative"] as const;
export const LEVELS = ["province", "prefecture", "county", "township", "central"] as const;
/** Kinds of disclosure a document holds. */
export const DOCUMENT_TYPES = [
  "final_accounts",
  "budget",
  "overall_self_evaluation",
  "project_self_evaluation",
  "project_evaluation",
  "base_data",
  "sangong_statement",
] as const;
/** One of them. */
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
