import type { Measure } from "../../../schemas/index.ts";
import { defineRules } from "../rule.ts";
import { atMostRule, equalRule, sumRule } from "./forms.ts";
import { togetherRule } from "./forms-rows.ts";

const FORM = "财预〔2016〕143号 “三公”经费公开";
const MEASURES: readonly Measure[] = ["actual", "initial_budget", "final_budget"];
const PARTS = ["sangong.overseas", "sangong.vehicle", "sangong.reception"] as const;

/** “三公”经费: items add up to the total, the car's two halves to the car, counts agree with money. */
export const sangong = defineRules([
  sumRule(
    "tpe-01-sangong-total-is-sum-of-three-items",
    [
      "“三公”经费合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费",
      "The three public expenses are overseas travel, vehicles and reception together",
    ],
    "sangong.total",
    PARTS,
    { basis: FORM, measures: MEASURES },
  ),
  sumRule(
    "tpe-02-vehicle-is-purchase-plus-operation",
    ["公务用车购置及运行维护费 = 购置费 + 运行维护费", "Vehicle expenses are purchase plus operation"],
    "sangong.vehicle",
    ["sangong.vehicle_purchase", "sangong.vehicle_operation"],
    { basis: FORM, measures: MEASURES },
  ),
  equalRule(
    "tpe-43-vehicle-is-operation-where-nothing-was-bought",
    ["没有购置费时，公务用车费等于运行维护费", "Without purchases vehicle expenses are those of operation"],
    "sangong.vehicle",
    "sangong.vehicle_operation",
    { basis: FORM, severity: "warning", measures: ["actual"], whereZero: ["sangong.vehicle_purchase"] },
  ),
  sumRule(
    "tpe-03-sangong-total-is-sum-of-four-items",
    [
      "“三公”经费合计 = 出国 + 购置 + 运行 + 接待",
      "The three public expenses are overseas travel, purchase, operation and reception together",
    ],
    "sangong.total",
    ["sangong.overseas", "sangong.vehicle_purchase", "sangong.vehicle_operation", "sangong.reception"],
    { basis: FORM, measures: MEASURES, unless: ["sangong.vehicle"] },
  ),
  sumRule(
    "tpe-24-sangong-total-without-purchase",
    [
      "没有购置费时，“三公”经费合计 = 出国 + 用车运行 + 接待",
      "Without purchases the three public expenses are overseas travel, operation and reception together",
    ],
    "sangong.total",
    ["sangong.overseas", "sangong.vehicle_operation", "sangong.reception"],
    { basis: FORM, measures: MEASURES, unless: ["sangong.vehicle", "sangong.vehicle_purchase"] },
  ),
  sumRule(
    "tpe-25-sangong-change-is-sum-of-changes",
    [
      "“三公”经费增减额 = 各项增减额之和",
      "The change of the three public expenses is the sum of the changes of its items",
    ],
    "sangong.total",
    ["sangong.vehicle", "sangong.reception"],
    { basis: FORM, measures: ["change", "budget_variance", "saving"], sentence: true, optional: ["sangong.overseas"] },
  ),
  sumRule(
    "tpe-26-sangong-change-is-sum-of-operation-and-reception",
    [
      "没有购置和出国时，增减额 = 用车运行 + 接待的增减额",
      "Without purchases and travel the change is that of operation and reception",
    ],
    "sangong.total",
    ["sangong.vehicle_operation", "sangong.reception"],
    {
      basis: FORM,
      measures: ["change", "budget_variance", "saving"],
      sentence: true,
      optional: ["sangong.overseas", "sangong.vehicle_purchase"],
      unless: ["sangong.vehicle"],
    },
  ),
  sumRule(
    "tpe-27-vehicle-change-is-sum-of-changes",
    ["公务用车费增减额 = 购置 + 运行的增减额", "The change of vehicle expenses is that of purchase and operation"],
    "sangong.vehicle",
    ["sangong.vehicle_purchase", "sangong.vehicle_operation"],
    { basis: FORM, measures: ["change", "budget_variance", "saving"], sentence: true },
  ),
  sumRule(
    "tpe-17-reception-is-domestic-plus-foreign",
    ["公务接待费 = 国内接待费 + 国（境）外接待费", "Reception is domestic plus foreign reception"],
    "sangong.reception",
    ["sangong.reception_domestic", "sangong.reception_foreign"],
    { basis: FORM, measures: MEASURES },
  ),
  ...(["overseas", "vehicle", "vehicle_purchase", "vehicle_operation", "reception"] as const).map((item) =>
    atMostRule(
      `tpe-28-${item.replace("_", "-")}-within-sangong-total`,
      [`“三公”经费中 ${item} 一项不超过合计`, `The item ${item} does not exceed the three public expenses`],
      [`sangong.${item}`],
      "sangong.total",
      { basis: FORM, measures: MEASURES },
    ),
  ),
  atMostRule(
    "tpe-29-domestic-reception-within-reception",
    ["国内接待费不超过公务接待费", "Domestic reception does not exceed reception"],
    ["sangong.reception_domestic"],
    "sangong.reception",
    { basis: FORM, measures: MEASURES },
  ),
  atMostRule(
    "tpe-30-foreign-guests-within-reception",
    ["外事接待费不超过公务接待费", "Reception of foreign guests does not exceed reception"],
    ["sangong.reception_foreign_guests"],
    "sangong.reception",
    { basis: FORM, measures: MEASURES },
  ),
  atMostRule(
    "tpe-31-vehicle-halves-within-vehicle",
    ["购置费与运行维护费之和不超过公务用车费", "Purchase and operation together do not exceed vehicle expenses"],
    ["sangong.vehicle_purchase", "sangong.vehicle_operation"],
    "sangong.vehicle",
    { basis: FORM, measures: MEASURES },
  ),
  atMostRule(
    "tpe-11-overseas-groups-within-persons",
    ["因公出国（境）团组数不超过人次数", "There are no more groups than persons going abroad"],
    ["sangong.overseas_groups"],
    "sangong.overseas_persons",
    { basis: FORM, measures: ["count"], unit: "个" },
  ),
  atMostRule(
    "tpe-16-reception-batches-within-persons",
    ["公务接待批次不超过人次", "There are no more receptions than persons received"],
    ["sangong.reception_batches"],
    "sangong.reception_persons",
    { basis: FORM, measures: ["count"], unit: "批" },
  ),
  atMostRule(
    "tpe-14-vehicles-bought-within-vehicles-held",
    ["公务用车购置数不超过保有量", "No more vehicles are bought than held"],
    ["sangong.vehicles_purchased"],
    "sangong.vehicles_held",
    { basis: FORM, measures: ["count"], unit: "辆", severity: "info" },
  ),
  togetherRule(
    "tpe-10-overseas-cost-has-groups",
    ["有因公出国（境）费就有团组", "Overseas travel costs come with groups"],
    "sangong.overseas",
    "sangong.overseas_groups",
    "个",
    { basis: FORM },
  ),
  togetherRule(
    "tpe-32-overseas-cost-has-persons",
    ["有因公出国（境）费就有人次", "Overseas travel costs come with persons"],
    "sangong.overseas",
    "sangong.overseas_persons",
    "人次",
    { basis: FORM },
  ),
  togetherRule(
    "tpe-12-purchase-cost-has-vehicles-bought",
    ["有公务用车购置费就有购置数", "Vehicle purchase costs come with vehicles bought"],
    "sangong.vehicle_purchase",
    "sangong.vehicles_purchased",
    "辆",
    { basis: FORM },
  ),
  togetherRule(
    "tpe-44-vehicles-bought-cost-something",
    ["购置了公务用车就有购置费", "Vehicles bought come with purchase costs"],
    "sangong.vehicle_purchase",
    "sangong.vehicles_purchased",
    "辆",
    { basis: FORM, severity: "warning", costs: true },
  ),
  togetherRule(
    "tpe-13-operation-cost-has-vehicles-held",
    ["有公务用车运行维护费就有保有量", "Vehicle running costs come with vehicles held"],
    "sangong.vehicle_operation",
    "sangong.vehicles_held",
    "辆",
    { basis: FORM },
  ),
  togetherRule(
    "tpe-15-reception-cost-has-batches",
    ["有公务接待费就有批次", "Reception costs come with receptions"],
    "sangong.reception",
    "sangong.reception_batches",
    "批次",
    { basis: FORM },
  ),
  togetherRule(
    "tpe-33-reception-cost-has-persons",
    ["有公务接待费就有人次", "Reception costs come with persons"],
    "sangong.reception",
    "sangong.reception_persons",
    "人次",
    { basis: FORM },
  ),
]);
