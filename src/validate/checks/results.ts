import type { Evaluation } from "../../../schemas/index.ts";
import type { Context } from "../context.ts";
import { type Operand, operand } from "../operand.ts";
import { Exact, plain } from "../quantity.ts";
import { told } from "../told.ts";
import { fail, notApplicable, pass, type Verdict } from "../verdict.ts";
import { sameProject } from "./forms.ts";

const scoreOperand = (e: Evaluation): Operand =>
  operand(
    e.score!,
    "分",
    e.basis === "table" ? told("表中得分", "score in the table") : told("文中得分", "score in the prose"),
    e.source,
  );

const sameSubject = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && sameProject(a, b));

/** The score of the prose is one of the scores its subject has in tables. */
export function* proseScoreIsTableScore(context: Context): Iterable<Verdict> {
  const scored = context.evaluations.filter((e) => e.score !== null);
  for (const said of scored.filter((e) => e.basis === "narrative")) {
    const tables = scored.filter((e) => e.basis === "table" && sameSubject(e.scope, said.scope));
    if (tables.length === 0) continue;
    if (tables.some((t) => new Exact(t.score!).eq(said.score!))) {
      yield pass(said.scope);
      continue;
    }
    const values = new Set(tables.map((t) => new Exact(t.score!).toString()));
    // A form, a weighted table and a report may score differently; only tables that agree among themselves refute the prose.
    if (values.size > 1) {
      yield { outcome: "ambiguous", scope: said.scope, note: "tables give several scores" };
      continue;
    }
    const table = tables[0]!;
    yield fail(said.scope, {
      sides: [scoreOperand(said), ...tables.map(scoreOperand)],
      equation: told(
        `文中${said.score}分 ≠ 表中${table.score}分`,
        `${said.score} in the prose ≠ ${table.score} in the table`,
      ),
      expected: table.score,
      difference: plain(new Exact(table.score!).minus(said.score!).abs()),
      tolerance: "0",
    });
  }
}

const BANDS: Readonly<Record<string, readonly [number, number]>> = {
  优: [90, 101],
  良: [75, 90],
  中: [60, 80],
  差: [0, 60],
  合格: [60, 80],
};

/** The grade fits the score: 优 from 90; the lower bounds of 良 differ by province (75 or 80). */
export function* gradeFitsScore(context: Context): Iterable<Verdict> {
  for (const e of context.evaluations) {
    if (e.score === null || e.grade === null || (e.fullScore !== null && e.fullScore !== "100")) continue;
    const [low, high] = BANDS[e.grade]!;
    const score = new Exact(e.score);
    if (score.gte(low) && score.lt(high)) yield pass(e.scope);
    else
      yield fail(e.scope, {
        sides: [scoreOperand(e)],
        equation: told(`${e.score}分评为“${e.grade}”`, `a score of ${e.score} is graded “${e.grade}”`),
        expected: null,
        difference: null,
        tolerance: null,
      });
  }
  if (!context.evaluations.some((e) => e.grade !== null)) yield notApplicable("no grade");
}
