/** Units by what they measure; longest first where one begins another. */
export const MONEY_UNITS =
  "(?:百万|万|亿)?(?:美元|欧元|港元|港币|日元|英镑|澳元|加元|澳门元|新加坡元|新元|新台币|韩元|瑞士法郎|卢布)|百万元|万亿元|千元|万元|亿元|元(?!/)|万(?![人辆次台平户亩件元])|亿(?![元人立])";
/** Per cent, not percentage points written %点. */
export const PERCENT_UNITS = "%(?!点)";
/** Persons and things, longest first. */
export const COUNT_UNITS =
  "批（次）|人（次）|个批次|个团组|个团|人次|人\\/次|批次|批\\/次|台（套）|台（件、套）|台\\/套|台、套|台套|平方米|个|人|名|批|次|辆|台|套|团";
/** 2个部门, 3个项目: what stands behind 个 is counted; a verb or a conjunction there counts nothing. */
export const COUNTS_NOUN = /^(?![团批组次共计累和及与较比均为其来参出增减已各])\p{Script=Han}/u;
/** These follow a number that is no amount of the body's: never read. */
export const FOREIGN_UNITS =
  "个百分点|百分点|月|日|号|元\\/|万元\\/|倍|期|届|‰|点|时|岁|级|条|项|家|篇|户|天|分|亩|公里|吨|件|所|份|场";

/** Which count a family of concepts means by a unit: 7个 of trips abroad are groups, 77人次 are persons. */
export const COUNTS: readonly {
  readonly of: RegExp;
  readonly unit: RegExp;
  readonly concept: string;
}[] = [
  {
    of: /^sangong\.overseas/,
    unit: /^(?:个|个团组|个团|批|批次|批（次）|个批次|次|团)$/,
    concept: "sangong.overseas_groups",
  },
  { of: /^sangong\.overseas/, unit: /^(?:人|人次|人\/次|人（次）|名)$/, concept: "sangong.overseas_persons" },
  {
    of: /^sangong\.reception(?!_foreign)/,
    unit: /^(?:个|批|批次|批\/次|批（次）|个批次|次|团|个团组|个团)$/,
    concept: "sangong.reception_batches",
  },
  {
    of: /^sangong\.reception(?!_foreign)/,
    unit: /^(?:人|人次|人\/次|人（次）|名)$/,
    concept: "sangong.reception_persons",
  },
  { of: /^sangong\.vehicle(?:_purchase|s_purchased)$/, unit: /^(?:辆|台)$/, concept: "sangong.vehicles_purchased" },
  { of: /^sangong\.vehicles_held$/, unit: /^(?:辆|台)$/, concept: "sangong.vehicles_held" },
];

/** A money concept whose counts were named before its amount: 团组2个，累计2人次，支出0.48万元. */
export const MONEY_OF_COUNT: Readonly<Record<string, string>> = {
  "sangong.overseas_groups": "sangong.overseas",
  "sangong.overseas_persons": "sangong.overseas",
  "sangong.reception_batches": "sangong.reception",
  "sangong.reception_persons": "sangong.reception",
  "sangong.vehicles_purchased": "sangong.vehicle_purchase",
};

/** Concepts that are counted, not paid. */
export const COUNTED = /^(?:assets\.|staff\.|sangong\.(?:overseas_|reception_(?:batches|persons)|vehicles_))/;

/** A number behind these is not exact. */
export const ABOUT = /(?:近|将近|大约|(?<!节)约为?)$/;

/** 3个团组: the unit is 个, what is counted stands behind it. */
export const COUNTED_NOUN = /^个(?:团组|批次|团)$/;

/** 50万元以上: a threshold. */
export const THRESHOLD = /^(?:（不?含[^）]*）|（含）)?(?:及)?(?:以上|以下|以内|起|之间)/;
