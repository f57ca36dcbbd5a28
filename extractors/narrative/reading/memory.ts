import type { Fund, Measure } from "../../../schemas/index.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject } from "../text/token.ts";

/** What a change is counted from, once a sentence has named it. */
export interface Base {
  readonly year: YearRef;
  readonly kind: "actual" | "budget" | "same";
  /** The budget of the whole year, not the one the year began with. */
  readonly adjusted?: true;
}

/** What the text has said so far in a section, and what of it still holds. */
export interface Memory {
  /** Whose money the lines below are, as last named. */
  readonly fund: Fund | null;
  /** The class of the economic lines below: 商品和服务支出（类）…，办公费（款）…. */
  readonly economicClass: string | null;
  /** The functional line named last, by its levels: 文化体育与传媒（类）…，包括文物（款）…. */
  readonly functionalPath: readonly string[];
  /** 2.项目支出…，其中：商品和服务支出…: the lines below are those of the projects. */
  readonly ofProjects: boolean;
  /** The fund whose expenditure the paragraph told last: its parts follow. */
  readonly spending: Fund | null;
  /** Phase of the section's opening statement. */
  readonly openingPhase: Measure | null;
  /** Subject of a title-like paragraph, or of the heading: holds for a paragraph that names none. */
  readonly title: Subject | null;
  /** The last paragraph that announces what follows and gives no number: （一）按支出功能分类科目划分。 */
  readonly announced: string;
  /** First subject of the section: what a bare 合计 sums. */
  readonly whole: Subject | null;
  /** First subject of the paragraph: a following sentence without a subject speaks of it. */
  readonly lead: Subject | null;
  /** Phase of the paragraph's opening statement. */
  readonly phase: Measure | null;
  readonly base: Base | null;
  /** Something was compared with the budget the year began with: it was spent, whatever the heading says. */
  readonly spent: boolean;
  /** An amount was provided for: 安排“三公”经费. */
  readonly planned: boolean;
  /** Subjects of the sentence before that were given amounts, in order: …。与上年相比，分别减少A、B、C. */
  readonly listed: readonly Subject[];
  /** What the section has told of the whole body: concept and measure. */
  readonly told: ReadonlySet<string>;
  /** 单位：万元 on a line of its own: what the bare numbers below it are. */
  readonly unit: string | null;
  /** The only year the paragraph's last dated sentence speaks of: 2010年决算中，…。出国团组62个。 */
  readonly year: YearRef;
  /** A number was given to a noun that is not known: nobody spoken of before has the floor, until a known one is named. */
  readonly closed: boolean;
  /** The body whose name alone is the last line above: what follows is told of it. */
  readonly owner: string | null;
  /** 1-6月…: a part of the year is told, until a year is named. */
  readonly partial: boolean;
  /** 截至2022年12月31日: the year what is held is counted for, to the paragraph's end. */
  readonly asOf: YearRef;
}

/** Nothing said yet: at the head of a section, or below a title that names fund or subject. */
export const newMemory = (fund: Fund | null, title: Subject | null): Memory => ({
  fund,
  economicClass: null,
  functionalPath: [],
  ofProjects: false,
  spending: null,
  openingPhase: null,
  title,
  announced: "",
  whole: title,
  lead: null,
  phase: null,
  base: null,
  spent: false,
  planned: false,
  listed: [],
  told: new Set(),
  unit: null,
  year: null,
  closed: false,
  owner: null,
  partial: false,
  asOf: null,
});

/** A new paragraph, with the project it opens with: its own lead, phase and base. */
export const inParagraph = (memory: Memory, lead: Subject | null): Memory => ({
  ...memory,
  lead,
  closed: memory.closed && lead === null,
  spending: null,
  phase: null,
  base: null,
  listed: [],
  year: null,
  partial: memory.partial,
  asOf: null,
});
