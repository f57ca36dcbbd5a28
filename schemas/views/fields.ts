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

/** 收入支出: field → concept. */
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

/** 机关运行经费: field → concept. */
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

/** 政府采购: field → concept. */
export const PROCUREMENT = {
  total: "procurement.total",
  goods: "procurement.goods",
  works: "procurement.works",
  services: "procurement.services",
  smallAndMedium: "procurement.sme",
  smallAndMicro: "procurement.small_micro",
} as const;

/** 国有资产占用: field → concept. */
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

/** 人员编制: field → concept. */
export const STAFFING = {
  established: "staff.established",
  actual: "staff.actual",
  controlRate: "staff.control_rate",
} as const;

/** The 资金 block of a performance form: field → concept. */
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
