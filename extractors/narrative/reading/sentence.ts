import type { Measure } from "../../../schemas/index.ts";
import type { FactReading, YearRef } from "../../../src/lib/reading.ts";
import type { Subject, Token } from "../text/token.ts";
import { changeMeasure, countedConcept, fundOf, inSection, type NumberToken, paidConcepts } from "./meaning.ts";
import type { Base, Memory } from "./memory.ts";
import { respectiveSubjects } from "./respectively.ts";
import { fundNamed, type Setting } from "./setting.ts";

/** A fact before it has its place: everything but extractor, place and basis. */
export type Statement = Omit<FactReading, "kind" | "extractor" | "place" | "basis"> & {
  readonly start: number;
  readonly end: number;
};

/** One stretch between commas: what it has named so far. */
interface Clause {
  unknown: boolean;
  named: boolean;
  perHead: boolean;
  year: YearRef;
  phase: Measure | null;
  relation: "share" | "execution" | Extract<Token, { kind: "change" }> | null;
  compares: boolean;
  denominator: Subject | null;
}
const newClause = (): Clause => ({
  unknown: false,
  named: false,
  perHead: false,
  year: null,
  phase: null,
  relation: null,
  compares: false,
  denominator: null,
});

/**
 * Reads one sentence. A number belongs to the subject named last, if nothing unknown stands between; the words between say how
 * (phase, change, share, execution). What holds beyond the sentence is kept in `memory`.
 */
export function readSentence(text: string, tokens: readonly Token[], memory: Memory, setting: Setting): Statement[] {
  const out: Statement[] = [];
  let subject: Subject | null = memory.lead ?? memory.title;
  let stated = false;
  let first: Subject | null = null;
  let beforeReason: Subject | null = null;
  let reason = false;
  let phase: Measure | null = null;
  let named: Measure | null = null;
  let year: YearRef = null;
  let mainYear: YearRef = null;
  let subjectYear: YearRef = null;
  let moneyChange = false;
  let purchases = false;
  let covers = false;
  let listed: Clause | null = null;
  let clause = newClause();
  const stack: { subject: Subject | null; clause: Clause; phase: Measure | null }[] = [];
  const seen = new Set<Measure>();
  let base: Base | null = memory.base;

  const earlier = (at: YearRef): boolean =>
    at !== null && ("offset" in at ? at.offset < 0 : setting.year !== null && at.stated < setting.year);
  const fallback = (): Measure => named ?? memory.phase ?? setting.phase ?? memory.openingPhase ?? "actual";
  const emit = (
    s: Subject,
    concepts: readonly string[],
    measure: Measure,
    token: NumberToken,
    at: YearRef,
    more: Partial<Statement> = {},
  ): void => {
    for (const concept of concepts) {
      const meant = inSection(concept, setting);
      out.push({
        start: token.start,
        end: token.end,
        concept: meant,
        item: s.item,
        code: s.code,
        measure,
        year: at ?? { offset: 0 },
        scope: s.scope,
        fund: fundOf(meant, setting.fund ?? memory.fund),
        printed: token.printed,
        unit:
          token.unit === null
            ? null
            : { text: token.unit === "万" ? "万元" : token.unit === "亿" ? "亿元" : token.unit, from: "cell" },
        ...(token.approximate ? { approximate: true } : {}),
        ...more,
      });
    }
    stated = true;
    if (clause.year !== null) year = clause.year;
  };

  const amount = (s: Subject, token: NumberToken): void => {
    const concepts = paidConcepts(s);
    if (concepts.length === 0) return;
    const { relation } = clause;
    if (relation === "share" || relation === "execution") return;
    if (relation !== null && !relation.reaches) {
      const at = clause.compares || clause.year === null || earlier(clause.year) ? mainYear : clause.year;
      if (relation.saving && base === null) {
        emit(s, concepts, "saving", token, at);
        return;
      }
      const change = changeMeasure(base, false, setting, phase ?? fallback(), earlier(at) ? null : at);
      const negative = relation.sign < 0 && !token.printed.startsWith("-") && /[1-9]/.test(token.printed);
      emit(s, concepts, change.measure, token, change.year, {
        ...(negative ? { negative } : {}),
        ...(change.changeOf ? { changeOf: change.changeOf } : {}),
      });
      moneyChange = true;
      return;
    }
    if (clause.compares && base !== null) {
      const measure =
        base.kind === "budget" ? "initial_budget" : base.kind === "actual" ? "actual" : (phase ?? fallback());
      emit(s, concepts, measure, token, base.year);
      return;
    }
    const measure = clause.phase ?? phase ?? fallback();
    const at = clause.year ?? subjectYear ?? year;
    if (!stated || subjectYear === null) mainYear = earlier(at) ? null : at;
    if (measure === "actual" || measure === "initial_budget" || measure === "final_budget") seen.add(measure);
    emit(s, concepts, measure, token, at);
  };

  const percentage = (s: Subject, token: NumberToken): void => {
    const { relation } = clause;
    const concepts = s.concepts;
    if (relation === "share")
      emit(s, paidConcepts(s), "share", token, clause.compares ? mainYear : (clause.year ?? year));
    else if (relation === "execution")
      emit(s, paidConcepts(s), "execution_rate", token, clause.year ?? mainYear ?? year);
    else if (relation !== null && !relation.reaches) {
      const at = clause.compares || clause.year === null || earlier(clause.year) ? mainYear : clause.year;
      if (relation.saving && base === null) {
        emit(s, concepts, "saving_rate", token, at);
        return;
      }
      const change = changeMeasure(base, true, setting, phase ?? fallback(), earlier(at) ? null : at);
      const negative = relation.sign < 0 && !token.printed.startsWith("-") && /[1-9]/.test(token.printed);
      emit(s, concepts, change.measure, token, change.year, {
        ...(negative ? { negative } : {}),
        ...(change.changeOf ? { changeOf: change.changeOf } : {}),
        ...(token.unit === null ? { unit: { text: "%", from: "form" } as const } : {}),
      });
    }
  };

  const count = (s: Subject, token: NumberToken): void => {
    const concept = countedConcept(s, token.unit ?? "");
    if (concept === null) return;
    const { relation } = clause;
    const at = clause.year ?? year;
    const counted: Subject = { ...s, concepts: [concept] };
    if (relation !== null && typeof relation === "object" && !relation.reaches) {
      const negative = relation.sign < 0 && /[1-9]/.test(token.printed);
      emit(counted, [concept], "change", token, mainYear, negative ? { negative } : {});
    } else emit(counted, [concept], "count", token, clause.compares ? (base?.year ?? at) : at);
    subject = counted;
  };

  const bind = (token: NumberToken): void => {
    if (clause.perHead || token.threshold || covers) return;
    if (clause.relation === "share" && token.of === "money") {
      if (clause.denominator !== null)
        emit(clause.denominator, paidConcepts(clause.denominator), fallback(), token, year);
      return;
    }
    if (clause.unknown && clause.relation !== "share") {
      // The amount is another's, and so is what is said of it next.
      if (token.of === "money" || token.of === "percent") subject = null;
      return;
    }
    if (subject === null) return;
    if (token.of === "money") amount(subject, token);
    else if (token.of === "percent") percentage(subject, token);
    else if (token.of === "count") count(subject, token);
    else if (
      moneyChange &&
      typeof clause.relation === "object" &&
      clause.relation !== null &&
      /\.\d/.test(token.printed)
    )
      percentage(subject, token);
  };

  const turn = (): void => {
    clause = newClause();
  };

  const respective = respectiveSubjects(tokens);
  for (const [i, token] of tokens.entries()) {
    switch (token.kind) {
      case "unknown":
        clause.unknown = true;
        break;
      case "subject": {
        const fund = fundNamed(token.subject.item);
        if (fund !== null && !/^function/.test(token.subject.concepts[0] ?? "")) memory.fund = fund;
        if (clause.relation === "share") {
          clause.denominator = token.subject;
          break;
        }
        const floor = subject?.concepts[0] ?? "";
        const { yields } = token;
        if (
          yields &&
          subject !== null &&
          yields.to.test(floor) &&
          (yields.phase === "initial_budget" || (first ?? memory.lead) === subject)
        ) {
          phase = yields.phase;
          clause.phase = phase;
          if (phase === "initial_budget") named ??= phase;
          break;
        }
        if (
          /^assets\./.test(token.subject.concepts[0] ?? "") &&
          (purchases || /购置|采购|报废|处置|更新/.test(text.slice(Math.max(0, token.start - 4), token.start)))
        ) {
          subject = null;
          clause.unknown = true;
          break;
        }
        if (token.subject.concepts[0] === "sangong.vehicles_purchased") purchases = true;
        if (subject !== null && clause.compares && token.subject.concepts[0] === subject.concepts[0]) {
          clause.unknown = false;
          break;
        }
        subject = token.subject;
        if (stack.length === 0) first ??= subject;
        clause.named = true;
        clause.unknown = false;
        phase = token.subject.phase;
        if (token.subject.phase !== null && !reason) named ??= token.subject.phase;
        subjectYear = clause.compares ? null : clause.year;
        mainYear = subjectYear ?? (earlier(year) ? null : year);
        moneyChange = false;
        break;
      }
      case "blocked":
        subject = null;
        clause.unknown = true;
        break;
      case "year":
        clause.year = token.year;
        break;
      case "comparison":
        base = { year: token.year, kind: token.base };
        memory.base = base;
        clause.compares = true;
        clause.relation = null;
        break;
      case "change":
        clause.relation = token;
        break;
      case "respectively":
        listed = null;
        break;
      case "covers":
        covers = true;
        break;
      case "share":
      case "execution":
        if (clause.unknown) subject = null;
        clause.relation = token.kind;
        break;
      case "phase":
        if (clause.relation === "share") break;
        clause.phase = token.phase;
        phase = token.phase;
        if (!reason && (named === null || token.phase === "actual")) named = token.phase;
        if (typeof clause.relation === "object") clause.relation = null;
        break;
      case "reason":
        if (!reason) beforeReason = subject;
        reason = true;
        subject = null;
        clause.unknown = true;
        break;
      case "per-head":
        clause.perHead = true;
        break;
      case "separator":
        if (token.mark === "；") {
          covers = false;
          if (reason) subject = beforeReason;
          reason = false;
        }
        if (token.mark === "、" && tokens[i - 1]?.kind !== "number") {
          clause.unknown = clause.unknown && !clause.named;
          break;
        }
        if (clause.year !== null && !clause.compares && !reason && !stated && !clause.unknown) year = clause.year;
        turn();
        break;
      case "open":
        stack.push({ subject, clause, phase });
        clause = newClause();
        break;
      case "close": {
        const outer = stack.pop();
        if (outer !== undefined) ({ subject, clause, phase } = outer);
        break;
      }
      case "number": {
        const own = respective.get(token);
        if (own !== undefined) {
          subject = own;
          if (listed !== null && clause.relation === null && clause.phase === null) clause = { ...listed };
          listed = { ...clause };
        }
        if (own !== undefined || !respective.has(token)) bind(token);
        if (token.of === "percent" || (token.of === "money" && clause.relation !== "share")) {
          const { compares, year: at, named: has } = clause;
          clause = { ...newClause(), compares: false, year: compares ? null : at, named: has };
          clause.unknown = false;
        }
        break;
      }
      default:
        break;
    }
  }

  if (first !== null && memory.lead === null) memory.lead = first;
  if (memory.phase === null && stated) memory.phase = seen.has("actual") ? "actual" : (named ?? null);
  if (memory.openingPhase === null && memory.phase !== null) memory.openingPhase = memory.phase;
  return out;
}
