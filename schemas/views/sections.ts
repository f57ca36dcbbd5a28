import { z } from "zod";
import { Fund } from "../common.ts";
import { type ClosedConcept, CONCEPTS } from "../concepts.ts";
import { Figure } from "./figure.ts";

type Figures<T> = z.ZodObject<{ [K in keyof T]: typeof Figure }, z.core.$strict>;

/** An object of figures, one a concept; each field is described by the concept's Chinese term. */
function figures<const T extends Readonly<Record<string, ClosedConcept>>>(concepts: T): Figures<T> {
  const shape = Object.entries(concepts).map(([field, concept]) => [
    field,
    Figure.meta({ description: `${CONCEPTS[concept]} ${concept}` }),
  ]);
  return z.strictObject(Object.fromEntries(shape)) as unknown as Figures<T>;
}

/** Which concept stands behind each field of the views that are plain lists of figures. */
export const SANGONG = {
  total: "sangong.total",
  overseas: "sangong.overseas",
  vehicle: "sangong.vehicle",
  vehiclePurchase: "sangong.vehicle_purchase",
  vehicleOperation: "sangong.vehicle_operation",
  reception: "sangong.reception",
  receptionDomestic: "sangong.reception_domestic",
  receptionForeignGuests: "sangong.reception_foreign_guests",
  receptionForeign: "sangong.reception_foreign",
  overseasGroups: "sangong.overseas_groups",
  overseasPersons: "sangong.overseas_persons",
  vehiclesPurchased: "sangong.vehicles_purchased",
  vehiclesHeld: "sangong.vehicles_held",
  receptionBatches: "sangong.reception_batches",
  receptionPersons: "sangong.reception_persons",
} as const;
/** “三公”经费: trips abroad, official cars, receptions, with the things and persons counted. */
export const Sangong = figures(SANGONG).meta({ id: "sangong", title: "“三公”经费" });
export type Sangong = z.infer<typeof Sangong>;

export const INCOME_AND_EXPENDITURE = {
  revenueTotal: "revenue.total",
  revenue: "revenue.current",
  generalPublicRevenue: "revenue.general_public",
  governmentFundRevenue: "revenue.government_fund",
  stateCapitalRevenue: "revenue.state_capital",
  appropriationRevenue: "revenue.appropriation",
  superiorRevenue: "revenue.superior",
  businessRevenue: "revenue.business",
  operatingRevenue: "revenue.operating",
  subordinateRevenue: "revenue.subordinate",
  otherRevenue: "revenue.other",
  carriedIn: "revenue.carryover",
  surplusUsed: "revenue.surplus_used",
  expenditureTotal: "expenditure.total",
  expenditure: "expenditure.current",
  basic: "expenditure.basic",
  project: "expenditure.project",
  personnel: "expenditure.personnel",
  public: "expenditure.public",
  upward: "expenditure.upward",
  operatingExpenditure: "expenditure.operating",
  subsidy: "expenditure.subsidy",
  carriedOut: "expenditure.carryover",
  surplusDistributed: "expenditure.surplus_distributed",
  appropriationRevenueTotal: "appropriation.revenue.total",
  appropriationExpenditureTotal: "appropriation.expenditure.total",
  appropriationExpenditure: "appropriation.expenditure.current",
  generalPublicExpenditure: "general_public.expenditure",
  generalPublicBasic: "general_public.basic",
  generalPublicProject: "general_public.project",
  governmentFundExpenditure: "government_fund.expenditure",
  stateCapitalExpenditure: "state_capital.expenditure",
} as const;
/** 收入支出: the sums of both sides, by kind and by fund. */
export const IncomeAndExpenditure = figures(INCOME_AND_EXPENDITURE).meta({
  id: "income-and-expenditure",
  title: "收入支出",
});
export type IncomeAndExpenditure = z.infer<typeof IncomeAndExpenditure>;

export const OPERATING_COSTS = {
  operatingCosts: "operating_costs",
  meetings: "meetings",
  training: "training",
  meetingsAndTraining: "meetings_training",
  office: "office",
  utilitiesAndTravel: "utilities_travel",
  basicExpenditureAdjustment: "basic_expenditure_adjustment",
  projectOperations: "project_operations",
  projectMaintenance: "project_maintenance",
  projectSpecial: "project_special",
} as const;
/** 机关运行经费 and the costs a 基础数据表 controls. */
export const OperatingCosts = figures(OPERATING_COSTS).meta({ id: "operating-costs", title: "机关运行经费" });
export type OperatingCosts = z.infer<typeof OperatingCosts>;

export const PROCUREMENT = {
  total: "procurement.total",
  goods: "procurement.goods",
  works: "procurement.works",
  services: "procurement.services",
  smallAndMedium: "procurement.sme",
  smallAndMicro: "procurement.small_micro",
} as const;
/** 政府采购: the sum by kind, and what small enterprises were awarded. */
export const Procurement = figures(PROCUREMENT).meta({ id: "procurement", title: "政府采购" });
export type Procurement = z.infer<typeof Procurement>;

export const STATE_ASSETS = {
  vehicles: "assets.vehicles",
  vehiclesLeader: "assets.vehicles_leader",
  vehiclesMainLeader: "assets.vehicles_main_leader",
  vehiclesConfidential: "assets.vehicles_confidential",
  vehiclesEmergency: "assets.vehicles_emergency",
  vehiclesLawEnforcement: "assets.vehicles_law_enforcement",
  vehiclesSpecial: "assets.vehicles_special",
  vehiclesRetired: "assets.vehicles_retired",
  vehiclesOther: "assets.vehicles_other",
  equipmentGeneral: "assets.equipment_general",
  equipmentSpecial: "assets.equipment_special",
  equipment: "assets.equipment",
} as const;
/** 国有资产占用: vehicles by use and large equipment, counted. */
export const StateAssets = figures(STATE_ASSETS).meta({ id: "state-assets", title: "国有资产占用" });
export type StateAssets = z.infer<typeof StateAssets>;

export const STAFFING = {
  established: "staff.established",
  actual: "staff.actual",
  controlRate: "staff.control_rate",
} as const;
/** 人员编制: posts, persons and their ratio. */
export const Staffing = figures(STAFFING).meta({ id: "staffing", title: "人员编制" });
export type Staffing = z.infer<typeof Staffing>;

const lineFields = {
  code: z.string().nullable().meta({ description: "科目编码 printed code, null where the line is named in words" }),
  name: z.string().nullable().meta({ description: "科目名称 as printed" }),
  fund: Fund.nullable(),
};

/** A line of the functional classification 支出功能分类, once a fund. */
export const FunctionalLine = z
  .strictObject({
    ...lineFields,
    total: Figure.meta({ description: "合计" }),
    basic: Figure.meta({ description: "基本支出" }),
    project: Figure.meta({ description: "项目支出" }),
    revenue: Figure.meta({ description: "本年收入合计" }),
    revenueAppropriation: Figure.meta({ description: "财政拨款收入" }),
  })
  .meta({ id: "functional-line", title: "功能分类科目" });
export type FunctionalLine = z.infer<typeof FunctionalLine>;

/** A line of the economic classification 支出经济分类, once a fund. */
export const EconomicLine = z
  .strictObject({ ...lineFields, amount: Figure.meta({ description: "金额" }) })
  .meta({ id: "economic-line", title: "经济分类科目" });
export type EconomicLine = z.infer<typeof EconomicLine>;

/** A project with its money: a line of 项目支出明细, or a project the prose names. */
export const ProjectLine = z
  .strictObject({
    name: z.string().meta({ description: "项目名称" }),
    amount: Figure.meta({ description: "金额" }),
  })
  .meta({ id: "project-line", title: "项目支出" });
export type ProjectLine = z.infer<typeof ProjectLine>;

export const FUNDING = {
  total: "funding.total",
  appropriation: "funding.appropriation",
  carryover: "funding.carryover",
  other: "funding.other",
  generalPublic: "funding.general_public",
  governmentFund: "funding.government_fund",
  specialAccount: "funding.special_account",
  basic: "funding.basic",
  project: "funding.project",
} as const;
/** The 资金 block of a performance form. */
export const Funding = figures(FUNDING).meta({ id: "funding", title: "资金" });
export type Funding = z.infer<typeof Funding>;
