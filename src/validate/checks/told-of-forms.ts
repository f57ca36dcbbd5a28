import type { Indicator } from "../../../schemas/index.ts";
import { push } from "../../lib/push.ts";
import type { Context } from "../context.ts";
import { operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { Exact, plain } from "../quantity.ts";
import type { Sentence } from "../statements.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { fail, insufficient, notApplicable, pass, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const LEVELS = ["一级", "二级", "三级"] as const;
/** `15个三级指标`, `三级指标15个`. */
const COUNTED = /(?<!\d)(\d{1,3})[个项条]([一二三]级)指标|([一二三]级)指标(?:共|共计|为|有)?(\d{1,3})[个项条]/gu;

/** The indicators a passage of the prose counts, level by level. */
interface Counted {
  readonly sentence: Sentence;
  readonly levels: ReadonlyMap<number, { readonly number: number; readonly quote: string }>;
}

function* countsOf(sentences: readonly Sentence[]): Iterable<Counted> {
  for (const [k, sentence] of sentences.entries()) {
    const own = plainText(sentence.text);
    // A count may run over two paragraphs where lines were not joined.
    const found = [...`${own}${plainText(sentences[k + 1]?.text ?? "")}`.matchAll(COUNTED)];
    if (!found[0] || found[0].index >= own.length) continue;
    const levels = new Map<number, { number: number; quote: string }>();
    for (const m of found) {
      const level = LEVELS.indexOf((m[2] ?? m[3]) as (typeof LEVELS)[number]);
      if (levels.has(level)) break;
      levels.set(level, { number: Number(m[1] ?? m[4]), quote: m[0] });
    }
    yield { sentence, levels };
  }
}

const numberOf = (grid: readonly Indicator[], level: number): number =>
  level === 2 ? grid.length : new Set(grid.map((i) => (level === 0 ? i.level1 : `${i.level1}|${i.level2}`))).size;

/**
 * As many indicators as the prose counts are listed. Held against the one table that has the other levels it counts, or, where it counts one
 * level alone, against the only table there is.
 */
export function* levelsCounted({ sentences, grids }: Context): Iterable<Verdict> {
  let seen = false;
  for (const { sentence, levels } of countsOf(sentences)) {
    const all = [...grids.values()];
    const wrong = (grid: readonly Indicator[]): readonly number[] =>
      [...levels].flatMap(([level, { number }]) => (numberOf(grid, level) === number ? [] : [level]));
    if (all.some((grid) => wrong(grid).length === 0)) {
      seen = true;
      yield pass(null);
      continue;
    }
    const [grid, ...more] = levels.size > 1 ? all.filter((g) => wrong(g).length === 1) : all;
    if (!grid || more.length > 0) {
      yield insufficient(null, "no one table has the other levels");
      continue;
    }
    seen = true;
    const level = wrong(grid)[0]!;
    const { number, quote } = levels.get(level)!;
    const name = LEVELS[level]!;
    const listed = numberOf(grid, level);
    yield fail(grid[0]!.scope, {
      sides: [
        stated(sentence, String(number), "个", told(`文中${name}指标数`, "indicators counted in the prose"), quote),
        operand(String(listed), "个", told(`表中${name}指标数`, "indicators listed"), grid[0]!.source),
      ],
      equation: told(
        `文中${number}个${name}指标，表中${listed}个`,
        `${number} indicators of level ${level + 1} in the prose, ${listed} in the table`,
      ),
      expected: String(listed),
      difference: String(Math.abs(listed - number)),
      tolerance: "0",
    });
  }
  if (!seen) yield notApplicable("no count of indicators");
}

/** `…分，得分48.48分`: what a passage says of the score, and of the full score, of the name before it. */
const SCORED =
  /^(?:指标)?[^\d。;；]{0,16}?(?:(?:共计|满分|分值|权重|总分)为?(\d+(?:\.\d+)?)分?[^\d。;；]{0,8})?得分?为?(\d+(?:\.\d+)?)分/u;

/** Rows of a form under one name: a group of its first or second level, or one indicator. */
interface Named {
  readonly name: string;
  readonly rows: readonly Indicator[];
}

function namedRows(grid: readonly Indicator[]): readonly Named[] {
  const groups = new Map<string, Indicator[]>();
  for (const i of grid)
    for (const level of new Set([i.level1, i.level2, i.level3])) {
      const name = plainText(level ?? "");
      if (name.length >= 4) push(groups, name, i);
    }
  return [...groups].map(([name, rows]) => ({ name, rows }));
}

/** A score the prose tells of a group of indicators, or of one, is what its rows score in the overall form. */
export function* scoreToldIsTheForms({ grids, sentences }: Context): Iterable<Verdict> {
  const overall = [...grids.values()].filter((g) => g[0]!.scope === null);
  const [grid, ...more] = overall;
  if (!grid || more.length > 0) {
    yield notApplicable("not one overall form");
    return;
  }
  const whole = grid.every((i) => i.score !== null && i.weight !== null);
  for (const s of sentences) {
    const text = plainText(s.text);
    for (const { name, rows } of namedRows(grid)) {
      const at = text.indexOf(name);
      const m = at < 0 ? null : SCORED.exec(text.slice(at + name.length));
      if (!m) continue;
      const told = m[1] === undefined || total(rows, "weight").eq(m[1]);
      if (!whole || !told) yield insufficient(null, `${name} is not read in full`);
      else yield scoredAs(s, name, rows, m[2]!, verbatim(s, `${name}${m[0]}`));
    }
  }
}

function scoredAs(s: Sentence, name: string, rows: readonly Indicator[], score: string, quote: string): Verdict {
  const sum = total(rows, "score");
  if (sum.eq(score)) return pass(null);
  const lost = rows.filter((i) => !new Exact(i.score!).eq(i.weight!));
  return fail(null, {
    sides: [
      stated(s, score, "分", told(`文中${name}得分`, `score of ${name} in the prose`), quote),
      ...(lost.length > 0 ? lost : rows).map((i) =>
        operand(i.score!, "分", told(`${i.level3} 得分`, `${i.level3} score`), i.source),
      ),
    ],
    equation: told(
      `表中${name}各行得分之和${plain(sum)}分 ≠ 文中${score}分`,
      `the rows of ${name} score ${plain(sum)} together ≠ ${score} in the prose`,
    ),
    expected: plain(sum),
    difference: plain(sum.minus(score).abs()),
    tolerance: "0",
  });
}

const total = (rows: readonly Indicator[], field: "score" | "weight"): Exact =>
  rows.reduce((a, i) => (i[field] === null ? a : a.plus(i[field])), new Exact(0));
