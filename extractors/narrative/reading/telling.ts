import type { Measure } from "../../../schemas/index.ts";
import { conceptNamed } from "../../../src/lib/concept.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject } from "../text/token.ts";
import { OF_RUNNING_COSTS } from "../vocabulary/headings.ts";
import { OF_TREASURY } from "../vocabulary/income-and-expenditure.ts";
import { COUNTED } from "../vocabulary/units.ts";
import { type Context, earlier, floored, type Statement, timed } from "./context.ts";
import { fundOf, inSection, type NumberToken } from "./meaning.ts";
import { isChange } from "./said.ts";

const isTold = (c: Context, concept: string, measure: Measure): boolean =>
  c.memory.told.has(`${concept} ${measure}`) ||
  c.told.slice(0, c.others.unit ?? 0).some((o) => o.concept === concept && o.measure === measure) ||
  (/^change/.test(measure) && isTold(c, concept, COUNTED.test(concept) ? "count" : "actual"));

const isToldAtAll = ({ memory }: Context, concept: string): boolean =>
  [...memory.told].some((told) => told.startsWith(`${concept} `));

/** Whether a concept has been told of the whole, and this is a unit's or a region's. */
const isAnothers = (c: Context, concept: string, measure: Measure): boolean =>
  // 全部门保有9辆，其中局机关保有3辆: the whole has been told, a unit's number is not its
  (c.others.unit !== null && isTold(c, concept, measure)) ||
  // 全区政府采购项目182个，采购预算3.2亿元 behind the body's own
  (c.others.region && /^(?:procurement|assets)\./.test(concept) && isToldAtAll(c, concept));

/** Economic lines told under 机关运行经费 are that part's, not the whole body's. */
const scopeHere = (concept: string, { headings }: Context["setting"]): string | null =>
  concept.startsWith("economic") && OF_RUNNING_COSTS.test(headings.at(-1) ?? "") ? "机关运行经费" : null;

/** One number as one measure of one subject, in one year. */
export interface Figure {
  readonly subject: Subject;
  readonly concepts: readonly string[];
  readonly measure: Measure;
  readonly number: NumberToken;
  readonly year: YearRef;
  readonly more?: Partial<Statement>;
}

/** The context behind a figure: it has been stated, its subject and its year have been told. */
export function told(c: Context, { subject, concepts, measure, number, year, more }: Figure): Context {
  const statements = concepts
    .map((named) => (OF_TREASURY.test(subject.item) ? named : inSection(named, c.setting)))
    .filter((concept) => !isAnothers(c, concept, measure))
    .map(
      (concept): Statement => ({
        start: number.start,
        end: number.end,
        concept: conceptNamed(concept),
        item: subject.label ?? subject.item,
        code: subject.code,
        measure,
        year: year ?? { offset: 0 },
        scope: subject.scope ?? scopeHere(concept, c.setting),
        fund: fundOf(concept, subject.item, c.setting.fund, c.memory.fund),
        printed: number.printed,
        unit: number.unit === null ? null : { text: number.unit, from: number.unitFrom ?? "cell" },
        ...(number.approximate ? { approximate: true } : {}),
        ...more,
      }),
    );
  const { floor, said } = c;
  const lists = number.of === "money" && !isChange(said.relation) && floor.listed.at(-1) !== subject;
  const spoken = floored(c, {
    inherited: floor.first === null && !floor.partsOfUnknown ? (floor.inherited ?? subject) : floor.inherited,
    listed: lists ? [...floor.listed, subject] : floor.listed,
  });
  // 2020年总支出560万元，上年571万元，减少11万元；结余8万元: the year before was told beside the sentence's own
  const ofYearBefore = c.stated && earlier(said.year, c.setting) && !earlier(c.time.year, c.setting);
  const dated = said.year !== null && !ofYearBefore ? timed(spoken, { year: said.year }) : spoken;
  return { ...dated, stated: true, told: [...c.told, ...statements] };
}
