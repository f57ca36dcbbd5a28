import type { Evaluation, Indicator } from "../../../schemas/index.ts";
import type { Context } from "../context.ts";
import { type Operand, operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { Exact, plain } from "../quantity.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { fail, insufficient, notApplicable, pass, type Verdict } from "../verdict.ts";
import { sameProject } from "./forms.ts";
import { groupsOf } from "./grids.ts";

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

/** `4项一级指标，9个二级指标，15个三级指标`: the grid whose first two levels agree has as many of the third. */
export function* levelsCounted(context: Context): Iterable<Verdict> {
  const text = context.sentences.map((s) => ({ s, t: plainText(s.text) }));
  for (let k = 0; k < text.length; k++) {
    const { s, t } = text[k]!;
    // A count may run over two paragraphs where lines were not joined.
    const joined = t + (text[k + 1]?.t ?? "");
    const m = /(?<!\d)(\d{1,4})[个项]一级指标\D{0,6}(\d{1,4})[个项]二级指标\D{0,6}((\d{1,4})[个项]三级指标)/.exec(
      joined,
    );
    if (!m || m.index >= t.length) continue;
    const grid = [...context.grids.values()].find(
      (g) => count(g, "level1") === Number(m[1]) && count(g, "level2") === Number(m[2]),
    );
    if (!grid) yield insufficient(null, "no grid with these first and second levels");
    else if (grid.length === Number(m[4])) yield pass(grid[0]!.scope);
    else {
      const said = stated(s, m[4]!, "个", "文中三级指标数", m[3]!);
      const counted = operand(String(grid.length), "个", "表中三级指标数", { ...grid[0]!.source });
      yield fail(grid[0]!.scope, {
        sides: [said, counted],
        equation: told(
          `文中${m[4]}个三级指标，表中${grid.length}个`,
          `${m[4]} indicators of the third level in the prose, ${grid.length} in the table`,
        ),
        expected: String(grid.length),
        difference: String(Math.abs(grid.length - Number(m[4]))),
        tolerance: "0",
      });
    }
  }
}

const count = (grid: readonly Indicator[], level: "level1" | "level2"): number =>
  new Set(grid.map((i) => (level === "level1" ? i.level1 : `${i.level1}|${i.level2}`))).size;

/** `产出指标，该组指标共计50分，得分48.48分` against the group's rows in the overall form. */
const GROUP =
  /((?:产出|效益|满意度|成本|过程|投入|决策|管理)[\p{Script=Han}]{0,4})[,，](?:该[组项])?指标(?:共计|满分|分值)[为]?(\d+(?:\.\d+)?)分[,，]得分[为]?(\d+(?:\.\d+)?)分/u;

/** A group's full score and score in the prose against the rows of the overall form. */
export function* proseGroupScore(context: Context): Iterable<Verdict> {
  const overall = [...context.grids.values()].filter((g) => g[0]!.scope === null);
  for (const s of context.sentences) {
    const m = GROUP.exec(plainText(s.text));
    if (!m) continue;
    const groups = overall.flatMap((g) =>
      [...groupsOf(g)].filter(([name]) => plainText(name) === m[1]).map(([, rows]) => rows),
    );
    const complete = groups.filter(
      (rows) => rows.every((i) => i.score !== null && i.weight !== null) && total(rows, "weight").eq(m[2]!),
    );
    if (complete.length !== 1) {
      yield insufficient(null, `${m[1]} is not read in full`);
      continue;
    }
    const rows = complete[0]!;
    const sum = total(rows, "score");
    if (sum.eq(m[3]!)) {
      yield pass(null);
      continue;
    }
    const lost = rows.filter((i) => !new Exact(i.score!).eq(i.weight!));
    const said = stated(s, m[3]!, "分", `文中${m[1]}得分`, m[0]);
    yield fail(null, {
      sides: [
        said,
        ...(lost.length > 0 ? lost : rows).map((i) => operand(i.score!, "分", `${i.level3} 得分`, i.source)),
      ],
      equation: told(
        `表中${m[1]}各行得分之和${plain(sum)}分 ≠ 文中${m[3]}分`,
        `the rows of ${m[1]} score ${plain(sum)} together ≠ ${m[3]} in the prose`,
      ),
      expected: plain(sum),
      difference: plain(sum.minus(m[3]!).abs()),
      tolerance: "0",
    });
  }
}

const total = (rows: readonly Indicator[], field: "score" | "weight"): Exact =>
  rows.reduce((a, i) => a.plus(i[field]!), new Exact(0));
