import type { EconomicLine, Fact, FunctionalLine, ProjectLine } from "../../../schemas/index.ts";
import { figureOf, indexFacts } from "./figures.ts";

/** `function.2080505.basic` → code and column; `function` alone is a line named in words. */
const FUNCTION = /^function(?:\.(\d+))?(?:\.(basic|project|revenue|revenue_appropriation|total))?$/;

/** Lines of the functional classification, one a code (or name) and fund, in printed order. */
export function functionalLines(facts: readonly Fact[], year: number | null): FunctionalLine[] {
  const lines = indexFacts(
    facts.filter((fact) => fact.scope === null && FUNCTION.test(fact.concept)),
    (fact) => `${FUNCTION.exec(fact.concept)?.[1] ?? `~${fact.item}`}|${fact.fund ?? ""}`,
  );
  return [...lines.values()].map((line) => {
    const first = line[0]!;
    const code = FUNCTION.exec(first.concept)?.[1] ?? null;
    const column = (name: string) => {
      const own = line.filter((fact) => (FUNCTION.exec(fact.concept)?.[2] ?? "total") === name);
      return figureOf(code === null ? "function" : `function.${code}.${name}`, own, year);
    };
    return {
      code,
      name: nameOf(line),
      fund: first.fund,
      total: column("total"),
      basic: column("basic"),
      project: column("project"),
      revenue: column("revenue"),
      revenueAppropriation: column("revenue_appropriation"),
    };
  });
}

/** Lines of the economic classification, one a code (or name) and fund, in printed order. */
export function economicLines(facts: readonly Fact[], year: number | null): EconomicLine[] {
  const lines = indexFacts(
    facts.filter((fact) => fact.scope === null && /^economic(?:\.|$)/.test(fact.concept)),
    (fact) => `${fact.concept === "economic" ? `~${fact.item}` : fact.concept}|${fact.fund ?? ""}`,
  );
  return [...lines.values()].map((line) => {
    const { concept, fund } = line[0]!;
    return {
      code: concept.split(".")[1] ?? null,
      name: nameOf(line),
      fund,
      amount: figureOf(concept, line, year),
    };
  });
}

/** Projects with their money, one a name: the lines of 项目支出明细 and what the prose says of them. */
export function projectLines(facts: readonly Fact[], year: number | null): ProjectLine[] {
  const projects = indexFacts(
    facts.filter((fact) => /^project(?:\.|$)/.test(fact.concept) && (fact.scope ?? fact.item) !== null),
    (fact) => fact.scope ?? fact.item ?? "",
  );
  return [...projects].map(([name, own]) => ({ name, amount: figureOf("project", own, year) }));
}

/** The name tables print; the prose may say it at greater length. */
const nameOf = (line: readonly Fact[]): string | null =>
  line.find((fact) => fact.basis === "table" && fact.item !== null)?.item ??
  line.find((fact) => fact.item !== null)?.item ??
  null;
