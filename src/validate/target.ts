import type { Target } from "../../schemas/index.ts";

/** A target or an actual value that is one number with a comparison and a unit: `≥95%`, `2小时`, `不低于90%`. Null where it is words. */
export interface Measured {
  readonly op: Target["op"];
  readonly value: string;
  readonly unit: string | null;
}

const OPS: readonly (readonly [RegExp, Target["op"]])[] = [
  [/^(≥|>=|＞=|不低于|不少于|达到|至少)/, ">="],
  [/^(≤|<=|＜=|不高于|不超过|不多于|控制在)/, "<="],
  [/^(>|＞|大于|高于|超过)/, ">"],
  [/^(<|＜|小于|低于)/, "<"],
  [/^(=|＝|等于)/, "="],
];

export function parseMeasured(text: string | null): Measured | null {
  if (text === null) return null;
  let rest = text.normalize("NFKC").replace(/\s/g, "");
  let op: Target["op"] = "=";
  for (const [sign, meaning] of OPS)
    if (sign.test(rest)) {
      op = meaning;
      rest = rest.replace(sign, "");
      break;
    }
  const m = /^(-?\d+(?:,\d{3})*(?:\.\d+)?|-?\.\d+)([^\d]*)$/.exec(rest);
  if (!m) return null;
  const value = m[1]!.replaceAll(",", "").replace(/^(-?)\./, "$10.");
  return { op, value, unit: m[2]!.replace(/(以上|以下|以内|及以上|左右)$/, "") || null };
}

export function parseTarget(text: string | null): Target | null {
  if (text === null) return null;
  return parseMeasured(text) ?? { op: "qualitative", value: null, unit: null };
}
