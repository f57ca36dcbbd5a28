import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject, Token } from "../text/token.ts";

type NumberToken = Extract<Token, { kind: "number" }>;

/** What one number of a respective list is about: its own subject, or its own year of the same subject. */
export interface Respective {
  readonly subject: Subject | null;
  readonly year: YearRef;
  /** Of a number without a unit, what the last of the list prints: 各是41.2，43.9万元. */
  readonly as?: Pick<NumberToken, "unit" | "of">;
}

/** Names before `from`, nearest group first: those with no number between, else all back to the clause's head. */
function namesBefore(
  tokens: readonly Token[],
  from: number,
  wanted: number,
): { subjects: Subject[]; years: YearRef[] } {
  const subjects: Subject[] = [];
  const years: YearRef[] = [];
  let apart = false;
  /** How many names stood before the first number met: more than one are a list of their own. */
  let group = 0;
  for (let k = from - 1; k >= 0; k--) {
    const t = tokens[k] as Token;
    if (t.kind === "subject") {
      if (apart && group > 1) break;
      subjects.unshift(t.subject);
    } else if (t.kind === "year") {
      if (t.until === undefined) years.unshift(t.year);
      else
        for (let y = t.until; t.year !== null && "stated" in t.year && y >= t.year.stated; y--)
          years.unshift({ stated: y });
    } else if (t.kind === "number") {
      if (!apart) group = subjects.length;
      apart = subjects.length > 0;
    }
    if (t.kind === "among" || (t.kind === "separator" && /[；：]/.test(t.mark))) break;
    if (subjects.length === wanted && apart) break;
  }
  return { subjects, years };
}

/** The parts the sentence before listed, with their whole before them or without. */
const partsListed = (listed: readonly Subject[], wanted: number): Subject[] =>
  wanted > 1 && (listed.length === wanted || listed.length === wanted + 1) ? listed.slice(-wanted) : [];

/** 集中采购、分散采购规模分别为: names stand before the list that are not known, and it is theirs. */
function namesStranger(tokens: readonly Token[], from: number): boolean {
  for (let k = from - 1; k >= 0; k--) {
    const t = tokens[k] as Token;
    if (t.kind === "unknown" || t.kind === "blocked") return true;
    if (t.kind === "separator" && t.mark !== "、") return false;
  }
  return false;
}

/** 购置数及保有量分别为: the names with nothing but 及 or 、 between, whatever is spoken of before them. */
function namedInOneBreath(tokens: readonly Token[], from: number): Subject[] {
  const subjects: Subject[] = [];
  for (let k = from - 1; k >= 0; k--) {
    const t = tokens[k] as Token;
    if (t.kind === "subject") subjects.unshift(t.subject);
    else if (!(/^(?:glue|phase)$/.test(t.kind) || (t.kind === "separator" && t.mark === "、"))) break;
  }
  return subjects;
}

/** The numbers behind 各 with nothing but marks between them: 各是41.2，43.9万元, 各下降23.5%、38.2%. */
function listBehind(tokens: readonly Token[], from: number): NumberToken[] {
  const numbers: NumberToken[] = [];
  for (let k = from; k < tokens.length; k++) {
    const t = tokens[k] as Token;
    if (t.kind === "number") numbers.push(t);
    else if (numbers.length === 0 ? !/^(?:glue|phase|change)$/.test(t.kind) : !isListMark(t)) break;
  }
  return numbers;
}
const isListMark = (t: Token): boolean => t.kind === "separator" && /[，、]/.test(t.mark);

/** 收、支总计各是A、B: as many numbers as the words before name things; of any other list nobody knows whose they are. */
function eachItsOwn(
  tokens: readonly Token[],
  listed: readonly Subject[],
): readonly (readonly [NumberToken, Respective | undefined])[] {
  let named: readonly Subject[] = listed;
  return tokens.flatMap((token, i) => {
    if (token.kind === "subject") {
      const { subject } = token;
      named = subject.concepts.length > 1 ? subject.concepts.map((c) => ({ ...subject, concepts: [c] })) : [];
    }
    if (token.kind !== "each") return [];
    const numbers = listBehind(tokens, i + 1);
    const last = numbers.at(-1);
    if (numbers.length < 2 || last === undefined || last.of === "bare") return [];
    const fits = numbers.length === named.length && numbers.every(({ of }) => of === last.of || of === "bare");
    return numbers.map((number, k): readonly [NumberToken, Respective | undefined] => [
      number,
      fits ? { subject: named[k] ?? null, year: null, as: { unit: last.unit, of: last.of } } : undefined,
    ]);
  });
}

/** A、B和C: numbers of one unit with nothing but 、 or 和 between them, first to last. */
function plainLists(tokens: readonly Token[]): readonly (readonly NumberToken[])[] {
  const lists: NumberToken[][] = [];
  let open: NumberToken[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "number" || token.of === "bare") continue;
    const [before, link] = tokens.slice(Math.max(0, at - 2), at);
    const last = open.at(-1);
    const goesOn = last !== undefined && before === last && last.unit === token.unit && joins(link);
    if (!goesOn) {
      open = [];
      lists.push(open);
    }
    open.push(token);
  }
  return lists.filter(({ length }) => length > 1);
}
/** 、 or a word of one character between two numbers: 和, 与, 及. */
const joins = (token: Token | undefined): boolean =>
  (token?.kind === "separator" && token.mark === "、") || (token?.kind === "glue" && token.end - token.start === 1);

/**
 * `人员经费、公用经费分别为3万元、2万元`, `2020年、2021年分别为5万元和4万元`: what each number of such a list belongs to. A number of a
 * list that cannot be matched one to one maps to `undefined`: it is nobody's. A second list of rates behind the first follows it.
 */
export function respectiveParts(
  tokens: readonly Token[],
  listed: readonly Subject[] = [],
): Map<NumberToken, Respective | undefined> {
  const out = new Map<NumberToken, Respective | undefined>(eachItsOwn(tokens, listed));
  // 2013年、2014年…分别为A、B，其中接待费分别为C、D: the years of the list before
  let before: YearRef[] = [];
  let named: readonly (Respective | undefined)[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "respectively") continue;
    const lists: NumberToken[][] = [[]];
    for (let k = i + 1; k < tokens.length; k++) {
      const t = tokens[k] as Token;
      if (t.kind === "number" && t.of !== "bare") {
        if (lists.at(-1)?.[0] !== undefined && t.of !== lists.at(-1)?.[0]?.of) lists.push([]);
        lists.at(-1)?.push(t);
      } else if (
        /^(?:subject|reason|respectively|blocked)$/.test(t.kind) ||
        (t.kind === "separator" && t.mark === "；")
      )
        break;
    }
    const [numbers = [], ...more] = lists;
    const { subjects: all, years: stated } = namesBefore(tokens, i, numbers.length);
    const tight = namedInOneBreath(tokens, i);
    const subjects =
      tight.length > 1 && tight.length === numbers.length
        ? tight
        : all.length === 0
          ? partsListed(namesStranger(tokens, i) ? [] : listed, numbers.length)
          : all;
    const years = stated.length > 0 ? stated : before;
    before = years;
    if (subjects.length < 2 && numbers.length < 2) continue;
    const bySubject = subjects.length === numbers.length;
    const byYear = !bySubject && years.length === numbers.length;
    const part = (k: number): Respective | undefined =>
      bySubject
        ? { subject: subjects[k] ?? null, year: null }
        : byYear
          ? { subject: null, year: years[k] ?? null }
          : undefined;
    for (const list of [numbers, ...more.filter((l) => l.length === numbers.length)])
      for (const [k, n] of list.entries()) out.set(n, part(k));
    if (bySubject) named = numbers.map((_, k) => part(k));
  }
  // 规模分别为A、B和C，占总规模的D、E和F: the rates are those of the list before; of any other list nobody knows whose they are
  for (const list of plainLists(tokens)) {
    if (list.some((number) => out.has(number))) continue;
    for (const [k, number] of list.entries()) out.set(number, list.length === named.length ? named[k] : undefined);
  }
  return out;
}
