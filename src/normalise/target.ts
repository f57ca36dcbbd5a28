import type { Target } from "../../schemas/index.ts";
import { readNumber } from "../lib/amount.ts";

type Operator = Target["op"];

/** Printed comparison before the number → operator. Longer words first: 不少于 before 少于. */
const BEFORE: readonly (readonly [RegExp, Operator])[] = [
  [/>=|≥|≧|⩾|不少于|不低于|不小于|大于(?:或)?等于|高于(?:或)?等于|不得少于|不得低于|至少/u, ">="],
  [/<=|≤|≦|⩽|不超过|不高于|不多于|不大于|小于(?:或)?等于|低于(?:或)?等于|不得超过|不得高于|控制在|至多|最多/u, "<="],
  [/>|》|大于|高于|超过|多于|优于/u, ">"],
  [/<|《|小于|低于|少于/u, "<"],
  [/=|等于|达到|达|为/u, "="],
  // 同比增长5%, 提升至85%, 完成率100%, 约300人
  [/(?:增长|下降|提高|提升|降低|减少|增加)[了至到]?(?=\d)|率(?=\d)|约(?=\d)/u, "="],
];
/** The words that follow a number: 95%以上, 3次及以上, 5%以内. */
const AFTER: readonly (readonly [RegExp, Operator])[] = [
  [/(?:及|\(含\)|含)?以上$/u, ">="],
  [/(?:及|\(含\)|含)?(?:以下|以内|之内|内)$/u, "<="],
];
const QUALITATIVE: Target = { op: "qualitative", value: null, unit: null };
const NUMBER_THEN_WORDS = /^(-?[\d,]*(?:\.\d+)?)([^\d]*)$/u;
/** A unit is short and no sentence: 万元/次, 人次, 个工作日. */
const UNIT = /^[\p{L}%‰/()℃㎡²·]{0,8}$/u;

/**
 * Reads an indicator's target: `≥95%`, `不少于134家`, `=4次`, `业务占比≥80%`, `95%以上`, `1 部`. Words alone are `qualitative`;
 * null where no target is printed.
 */
export function parseTarget(printed: string | null): Target | null {
  if (printed === null) return null;
  const text = printed
    .normalize("NFKC")
    .replace(/[\s\u200b]+/gu, "")
    .replace(/^定[量性][::]?(?=.)/u, "")
    .replace(/[。;]+$/u, "");
  if (text === "" || /^[-—/]+$/u.test(text)) return null;
  for (const [word, op] of BEFORE) {
    const at = word.exec(text);
    const found = at && amountAfter(text.slice(at.index + at[0].length));
    // 达到95%以上: what follows the number says more than what stands before it
    if (found) return { op: op === "=" ? (found.op ?? op) : op, value: found.value, unit: found.unit };
  }
  const found = amountAfter(text);
  return found ? { op: found.op ?? "=", value: found.value, unit: found.unit } : QUALITATIVE;
}

function amountAfter(text: string): { value: string; unit: string | null; op: Operator | null } | null {
  const [, digits = "", words = ""] = NUMBER_THEN_WORDS.exec(text) ?? [];
  const number = readNumber(digits);
  if (number.kind !== "number") return null;
  const after = AFTER.find(([word]) => word.test(words));
  const unit = (after ? words.replace(after[0], "") : words).replace(/\(含\)$/u, "");
  // 2024年 is a time, no quantity
  if (unit === "年" && /^(?:19|20)\d{2}$/.test(number.value)) return null;
  // 2023年底完成资金下拨 starts with a number and is a sentence
  if (!UNIT.test(unit) || /[年月]底|完成/u.test(unit)) return null;
  return { value: number.value, unit: unit === "" ? null : unit, op: after?.[1] ?? null };
}
