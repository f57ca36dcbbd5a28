import type { Context } from "../context.ts";
import { compareRate } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, type Verdict } from "../verdict.ts";

/** 控制率 of a 基础数据表 is 实际在职人数 over 编制数 of the same table. */
export function* controlRateIsStaffOverPosts({ index }: Context): Iterable<Verdict> {
  const rates = index.of("staff.control_rate").filter((f) => f.place !== "narrative" && f.operand.kind === "%");
  if (rates.length === 0) yield notApplicable("no control rate");
  for (const rate of rates) {
    const beside = (term: string) => index.of(term).filter((f) => f.place === rate.place);
    const [posts, ...otherPosts] = beside("staff.established");
    const [staff, ...otherStaff] = beside("staff.actual");
    const compared = posts && staff ? compareRate(rate.operand, staff.operand, posts.operand) : null;
    if (!posts || !staff || !compared || otherPosts.length + otherStaff.length > 0) {
      yield insufficient(rate.fact.scope, "posts and staff of the table are not certain");
      continue;
    }
    yield decide(rate.fact.scope, compared, rate.operand, {
      sides: [rate.operand, staff.operand, posts.operand],
      equation: (expected) => `${show(staff.operand)} ÷ ${show(posts.operand)} = ${expected}% ≠ ${show(rate.operand)}`,
    });
  }
}
