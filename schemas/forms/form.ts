import type { Fund } from "../common.ts";
import type { Measure } from "../measures.ts";
import type { ConceptName } from "../vocabulary.ts";

/**
 * Printed words → what they mean, the first that fits. A word is a pattern without anchors, over text in one width, without white space,
 * numbering and remarks; `src/lib/words.ts` fits it whole, a lexer of text fits it at the beginning.
 */
export type Words<T> = readonly (readonly [printed: string, meaning: T])[];

/** A thing counted or paid for, as a row or as a column of a form; `count` names the unit of things that are counted. */
export interface Item {
  readonly concept: ConceptName;
  readonly count?: string;
}

/**
 * What a head does: it counts lines (行次), holds a code, names lines (项目), holds amounts (决算数), stands over several columns
 * (支出), or holds words that are no line (备注).
 */
export type HeadKind = "order" | "code" | "name" | "amount" | "group" | "remark";

/** A head of a column as forms print it: a pattern like those of `Words`. */
export interface Head {
  readonly printed: string;
  readonly is: HeadKind;
  /** What the column's amounts count: a concept (`revenue.business`), or `all`, the whole of the line (合计, 金额). */
  readonly role?: ConceptName | "all";
  readonly measure?: Measure;
  readonly fund?: Fund;
}

/** A sum a form holds, along a row between columns, or down a column between lines: parts that are not printed count as none. */
export interface Identity {
  readonly along: "columns" | "lines";
  readonly whole: string;
  readonly parts: readonly string[];
}

/** A published form: how it is known, what its columns and lines are, which sums it holds. */
export interface Form<Column = unknown> {
  /** Id of the extractor that reads it; stored with every record, never reused. */
  readonly id: string;
  /** What its title says and must not say, without white space. */
  readonly titles: RegExp;
  readonly not?: RegExp;
  /** Where its unit stands: over the table, in the labels of lines or columns, in the cells; `none` for forms that count nothing. */
  readonly unit: "caption" | "label" | "cell" | "none";
  /** What its columns of amounts may count. */
  readonly columns: Words<Column>;
  /** How its lines are named: by code, by the names of classes, or by these words. */
  readonly lines: "codes" | "classes" | Words<unknown>;
  /** What its closing lines are called. */
  readonly totals: Words<unknown>;
  readonly identities: readonly Identity[];
  /** The model form it is: what a reader can look up. */
  readonly basis: string;
}
