import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { foldName, leafOf } from "../names.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quoted } from "../statements.ts";
import { headingsOf } from "../text.ts";
import { told } from "../told.ts";
import { compareSame } from "../tolerance.ts";
import { fail, insufficient, notApplicable, pass, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const OLD_NAME = told("科目名称过时或写错", "an outdated or wrong name");
const silent = { expected: null, difference: null, tolerance: null } as const;

/** One is the other, or the other cut at the edge of its cell. */
const sameName = (a: string, b: string): boolean => {
  const [x, y] = [foldName(a), foldName(b)];
  return x === y || (Math.min(x.length, y.length) >= 6 && (x.startsWith(y) || y.startsWith(x)));
};

const CODED =
  /([\p{Script=Han}、]{2,30}(?:\([\p{Script=Han}]{1,4}\)[\p{Script=Han}]*)?)\((?:([类款项])(\d{3,7})|(\d{2,7})([类款项]))\)/gu;

/** A code named in the prose carries the name the tables print for it. */
export function* codeKeepsItsName({ sentences, index }: Context): Iterable<Verdict> {
  let seen = false;
  const said = new Set<string>();
  for (const s of sentences) {
    let parent = "";
    for (const m of plainText(s.text).matchAll(CODED)) {
      const digits = m[3] ?? m[4]!;
      const code = digits.length === 2 ? parent + digits : digits;
      parent = code;
      const names = index.namesByCode.get(code);
      if (!names || !/^2/.test(code)) continue;
      seen = true;
      const printed = m[1]!.replace(/^(?:、|其中|包括|用于)+/, "");
      const known = [...names.entries()];
      if (known.some(([n]) => foldName(printed).endsWith(n) || sameName(n, printed))) {
        yield pass(null);
        continue;
      }
      if (said.has(`${code}${printed}`)) continue;
      said.add(`${code}${printed}`);
      const table = known[0]![1];
      yield fail(null, {
        sides: [words(printed, quoted(s, verbatim(s, m[0]))), words(table.fact.item!, table.fact.source)],
        equation: told(
          `科目 ${code}：文中“${printed}”，表中“${table.fact.item}”`,
          `code ${code} is “${printed}” in the prose, “${table.fact.item}” in the table`,
        ),
        ...silent,
        cause: OLD_NAME,
        topic: topicOf(code, printed),
      });
    }
  }
  if (!seen) yield notApplicable("no code named in the prose");
}

/** A line named by its path in the prose (类/款/项) carries the names the tables print: the line is found by its last name, else by its amount. */
export function* pathKeepsItsNames({ index }: Context): Iterable<Verdict> {
  const tableLines = index.all.filter((f) => /^function\.\d{7}\.total$/.test(f.concept) && f.place !== "narrative");
  if (tableLines.length === 0) {
    yield notApplicable("no table of functional lines");
    return;
  }
  const paths = new Map<string, Indexed[]>();
  for (const f of index.all)
    if (f.place === "narrative" && f.fact.concept.startsWith("function") && f.fact.item?.split("/").length === 3) {
      const list = paths.get(f.fact.item);
      if (list) list.push(f);
      else paths.set(f.fact.item, [f]);
    }
  const leaves = new Set([...paths.keys()].map((p) => foldName(leafOf(p))));
  for (const [path, facts] of paths) {
    const [first, second, leaf] = path.split("/") as [string, string, string];
    const line = lineOf(tableLines, leaf, first, second, facts, leaves, index);
    if (!line) {
      yield insufficient(null, `${leaf}: no line of the tables`);
      continue;
    }
    const code = line.fact.code ?? /\d+/.exec(line.concept)![0];
    const levels = [
      [first, code.slice(0, 3)],
      [second, code.slice(0, 5)],
      [leaf, code],
    ] as const;
    for (const [name, at] of levels) {
      const names = index.namesByCode.get(at);
      if (!names || [...names.keys()].some((n) => sameName(n, name))) {
        yield pass(null);
        continue;
      }
      const table = [...names.values()][0]!;
      const place = facts[0]!.fact.source;
      yield fail(null, {
        sides: [
          words(name, { ...place, bbox: null, quote: name.slice(0, 120) }),
          words(table.fact.item!, table.fact.source),
        ],
        equation: told(
          `“${path}”中的“${name}”，表中 ${at} 为“${table.fact.item}”`,
          `“${name}” in “${path}”, where the table names ${at} “${table.fact.item}”`,
        ),
        ...silent,
        cause: OLD_NAME,
        topic: topicOf(at, name),
      });
    }
  }
}

/** What a code is called elsewhere is one contradiction, however the prose names its line. */
const topicOf = (code: string, name: string): string => `name of ${code}: ${foldName(name)}`;

function lineOf(
  lines: readonly Indexed[],
  leaf: string,
  first: string,
  second: string,
  facts: readonly Indexed[],
  leaves: ReadonlySet<string>,
  index: Context["index"],
): Indexed | undefined {
  const named = lines.filter((l) => l.fact.item !== null && sameName(leafOf(l.fact.item), leaf));
  const parentFits = (l: Indexed, digits: number, name: string): boolean => {
    const code = /\d{7}/.exec(l.concept)![0].slice(0, digits);
    return [...(index.namesByCode.get(code)?.keys() ?? [])].some((n) => sameName(n, name));
  };
  const codes = (list: readonly Indexed[]): number => new Set(list.map((l) => l.concept)).size;
  if (named.length > 0) {
    const exact = named.filter((l) => parentFits(l, 5, second));
    if (codes(exact) === 1) return exact[0];
    const inClass = named.filter((l) => parentFits(l, 3, first));
    if (codes(inClass) === 1) return inClass[0];
    return codes(named) === 1 ? named[0] : undefined;
  }
  // Another name: the only line of the class with the same amount that the prose does not name otherwise.
  const amount =
    facts.find((f) => f.fact.measure === "actual") ?? facts.find((f) => f.fact.measure === "initial_budget");
  if (!amount || amount.operand.value.isZero()) return undefined;
  const alike = lines.filter(
    (l) =>
      l.fact.measure === amount.fact.measure &&
      l.fact.fiscalYear === amount.fact.fiscalYear &&
      parentFits(l, 3, first) &&
      compareSame(l.operand, amount.operand).verdict !== "differ" &&
      !leaves.has(foldName(leafOf(l.fact.item ?? ""))),
  );
  return codes(alike) === 1 ? alike[0] : undefined;
}

const REGION = /([^\s省市区县州旗盟]{1,6}(?:省|自治区|市|自治州|州|盟|区|县|旗))/gu;
const BODY =
  /(?:第.{1,3}部分)?([\p{Script=Han}]{4,40}(?:局|委|委员会|办公室|厅|中心|院|会|部|政府|处|队|站|所|馆))\d{4}年度?(?:部门|单位)?(?:决算|预算)/u;

/** The regions a body's name begins with, and the rest. */
function partsOf(name: string): { readonly regions: readonly string[]; readonly tail: string } {
  const regions: string[] = [];
  let rest = name;
  for (
    let m = new RegExp(`^${REGION.source}`, "u").exec(rest);
    m;
    m = new RegExp(`^${REGION.source}`, "u").exec(rest)
  ) {
    regions.push(m[1]!);
    rest = rest.slice(m[1]!.length);
  }
  return { regions, tail: rest.replace(/[与及]/g, "和") };
}

/** A body's name without a mark before it (# of a heading in Markdown). */
const bareName = (name: string): string => plainText(name).replace(/^[^\p{Script=Han}]+/u, "");

/** Headings name the body that reports, not the body of the same name in another region. */
export function* headingsNameTheBody(context: Context): Iterable<Verdict> {
  const entity = context.document?.entity ?? null;
  if (entity === null) {
    yield notApplicable("the reporting body is not known");
    return;
  }
  const own = partsOf(bareName(entity));
  for (const h of headingsOf(context)) {
    const m = BODY.exec(plainText(h.text));
    if (!m) continue;
    const other = partsOf(m[1]!);
    const elsewhere =
      // 现将某局2023年度部门决算公开如下: words before the body's own name are no region.
      !m[1]!.endsWith(bareName(entity)) &&
      other.tail === own.tail &&
      other.tail.length >= 3 &&
      other.regions.length > 0 &&
      other.regions.at(-1) !== own.regions.at(-1);
    if (!elsewhere) yield pass(null);
    else
      yield fail(null, {
        sides: [words(m[1]!, quoted(h, h.text)), words(entity, quoted({ page: 1 }, entity))],
        equation: told(
          `标题称“${m[1]}”，公开单位为“${entity}”`,
          `the heading names “${m[1]}”, the reporting body is “${entity}”`,
        ),
        ...silent,
        cause: told("套用其他单位文本", "the text of another body"),
      });
  }
}

const LISTS = /(人员经费|公用经费)[^。;]{0,40}?(?:主要包括|主要用于|包括)[:]?([^。;]+)/gu;

/** A component the prose lists is not printed as zero in the table. */
export function* listedComponentIsSpent({ sentences, index }: Context): Iterable<Verdict> {
  const zero = new Map<string, Indexed | null>();
  for (const f of index.all) {
    if (
      !/^economic\.\d{5}$/.test(f.concept) ||
      f.place === "narrative" ||
      f.fact.item === null ||
      f.fact.measure !== "actual"
    )
      continue;
    const name = foldName(f.fact.item);
    zero.set(name, f.operand.value.isZero() && zero.get(name) !== null ? f : null);
  }
  if (zero.size === 0) {
    yield notApplicable("no table of basic expenditure");
    return;
  }
  const said = new Set<string>();
  for (let i = 0; i < sentences.length; i++) {
    const s = sentences[i]!;
    for (const m of plainText(s.text).matchAll(LISTS))
      for (const item of m[2]!.split(/[、,]/)) {
        const name = item.replace(/等(支出|方面)?$/, "");
        const line = zero.get(foldName(name));
        if (!line || said.has(name)) continue;
        said.add(name);
        yield fail(null, {
          sides: [words(name, quoted(s, verbatim(s, name))), line.operand],
          equation: told(
            `“${name}”列为${m[1]}的内容，表中为 ${line.operand.printed}`,
            `“${name}” is listed under ${m[1]}, the table has ${line.operand.printed}`,
          ),
          ...silent,
          cause: told("沿用模板文字", "words of the template"),
        });
      }
  }
  yield pass(null);
}

/** A list of components names each once. */
export function* listedOnce({ sentences }: Context): Iterable<Verdict> {
  for (const s of sentences)
    for (const m of plainText(s.text).matchAll(LISTS)) {
      const items = m[2]!.split(/[、,]/).filter((x) => x.length >= 3);
      const twice = items.find((x, i) => items.indexOf(x) < i);
      if (!twice) yield pass(null);
      else
        yield fail(null, {
          sides: [words(twice, quoted(s, verbatim(s, m[0]).slice(0, 120)))],
          equation: told(`“${twice}”列举两次`, `“${twice}” is listed twice`),
          ...silent,
        });
    }
}
