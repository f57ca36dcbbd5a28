import type { Measure } from "../../../schemas/index.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject } from "../text/token.ts";
import type { ChangeToken } from "./meaning.ts";

/** What the words of a clause have said before its next number. */
export interface Said {
  /** Words stand here that are not known: a number behind them is another's. */
  readonly unknown: boolean;
  /** They are bodies: what follows is one body's part of what is spoken of. */
  readonly body: boolean;
  readonly named: boolean;
  /** Behind 其中 or 含: a number without a name of its own is a part of what was told, no second whole. */
  readonly part: boolean;
  /** A fund stands here, and no subject: the number is the part that comes from it. */
  readonly fund: boolean;
  readonly perHead: boolean;
  /** 各减少48万元: said of all that were named. */
  readonly each: boolean;
  readonly year: YearRef;
  /** The figure's own year, named before what it is compared with. */
  readonly own: YearRef;
  /** The year named before the last number. */
  readonly before: YearRef;
  readonly phase: Measure | null;
  /** 完成全年预算: the budget carried out is the adjusted one. */
  readonly adjusted: boolean;
  readonly relation: "share" | "execution" | ChangeToken | null;
  readonly compares: boolean;
  readonly denominator: Subject | null;
  /** 占2014年…预算总额的60%: the whole was planned. */
  readonly wholePlanned: boolean;
}

/** A clause at its head. */
export const NOTHING: Said = {
  unknown: false,
  body: false,
  named: false,
  part: false,
  fund: false,
  perHead: false,
  each: false,
  year: null,
  own: null,
  before: null,
  phase: null,
  adjusted: false,
  relation: null,
  compares: false,
  denominator: null,
  wholePlanned: false,
};

/** A change by so much, not one that reaches a new amount. */
export const isChange = (relation: Said["relation"]): relation is ChangeToken =>
  typeof relation === "object" && relation !== null && !relation.reaches;

/** Whether the clause says nothing of the number but how much it is. */
export const isPlain = ({ relation, phase, compares }: Said): boolean =>
  relation === null && phase === null && !compares;
