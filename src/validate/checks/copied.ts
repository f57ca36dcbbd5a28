import { push } from "../../lib/push.ts";
import type { Context } from "../context.ts";
import { codeOf, type Indexed } from "../fact-index.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quoted } from "../statements.ts";
import { told } from "../told.ts";
import { fail, notApplicable, pass, type Verdict } from "../verdict.ts";
import { paragraphsOf } from "./shares.ts";
import { verbatim } from "./wording.ts";

const silent = { expected: null, difference: null, tolerance: null } as const;
/** So many amounts, of which two differ, are no coincidence. */
const SAME = 3;

/** Two lines of one level, one below the other, do not carry the same amounts throughout. */
export function* neighboursDiffer({ index }: Context): Iterable<Verdict> {
  const rows = new Map<string, Indexed[]>();
  for (const f of index.all) {
    const { table, row } = f.fact.source;
    if (table !== null && row !== null && f.operand.kind === "money") push(rows, `${table}|${row}`, f);
  }
  let seen = false;
  for (const [key, own] of rows) {
    const [table, row] = key.split("|");
    const next = rows.get(`${table}|${Number(row) + 1}`);
    const [code, below] = [codeOf(own[0]!.fact), next ? codeOf(next[0]!.fact) : null];
    // 类 and 款 of one name are alike where the class has one section.
    if (!next || code === null || below === null || code === below || code.length !== below.length) continue;
    seen = true;
    const amounts = own.filter(({ operand }) => !operand.value.isZero());
    const twin = (f: Indexed): Indexed | undefined =>
      next.find(({ fact, operand }) => fact.source.col === f.fact.source.col && operand.value.eq(f.operand.value));
    const alike = amounts.filter((f) => twin(f) !== undefined);
    const differing = new Set(alike.map(({ operand }) => operand.value.toString())).size;
    const all = next.filter(({ operand }) => !operand.value.isZero()).length;
    if (alike.length < SAME || alike.length < amounts.length || alike.length < all || differing < 2) {
      yield pass(own[0]!.fact.scope);
      continue;
    }
    yield fail(own[0]!.fact.scope, {
      sides: [...alike, ...alike.flatMap((f) => twin(f) ?? [])].map(({ operand }) => operand),
      equation: told(
        `“${own[0]!.fact.item}”与下一行“${next[0]!.fact.item}”${alike.length}个数全部相同`,
        `“${own[0]!.fact.item}” and “${next[0]!.fact.item}” below it carry the same ${alike.length} amounts`,
      ),
      ...silent,
      cause: told("一行照抄了另一行", "one line was copied from the other"),
    });
  }
  if (!seen) yield notApplicable("no lines of one level below one another");
}

/** `行政运行（项）…主要用于：…`: a line of the classification with what it is for. */
const PURPOSE = /([\p{Script=Han}、]{4,30})\((?:\d{0,7})项\)[^()]{0,30}?主要用于[:：]?([^。;；,，]{4,80})/gu;
/** A name, or a purpose, so long is no common word. */
const LONG_NAME = 6;
const LONG_PURPOSE = 14;

/** What a line is for is told in its own words: not by the name of another line, not word for word as another's. */
export function* purposeIsItsOwn({ sentences }: Context): Iterable<Verdict> {
  const lines = paragraphsOf(sentences).flatMap((paragraph) =>
    [...plainText(paragraph.text).matchAll(PURPOSE)].map((m) => ({
      paragraph,
      name: m[1]!,
      purpose: m[2]!,
      quote: m[0],
    })),
  );
  if (lines.length < 2) yield notApplicable("fewer than two lines with their purpose");
  const names = [...new Set(lines.map(({ name }) => name))].filter((name) => name.length >= LONG_NAME);
  const first = new Map<string, (typeof lines)[number]>();
  for (const line of lines) {
    const { name, purpose } = line;
    const other = names.find(
      (n) => n !== name && !n.includes(name) && !name.includes(n) && purpose.includes(n) && !purpose.includes(name),
    );
    const known = purpose.length >= LONG_PURPOSE ? first.get(purpose) : undefined;
    if (!known) first.set(purpose, line);
    const twin = known && known.name !== name ? known : undefined;
    if (!other && !twin) {
      yield pass(null);
      continue;
    }
    yield fail(null, {
      sides: [line, ...(twin ? [twin] : [])].map((l) =>
        words(told(`${l.name} 用途`, `${l.name}: purpose`), quoted(l.paragraph, verbatim(l.paragraph, l.quote))),
      ),
      equation: other
        ? told(`“${name}”的用途写的是“${other}”`, `what “${name}” is for names “${other}”`)
        : told(
            `“${name}”与“${twin!.name}”的用途一字不差`,
            `“${name}” and “${twin!.name}” are told to be for the same, word for word`,
          ),
      ...silent,
      cause: told("照抄了别处的文字", "copied from another line"),
    });
  }
}
