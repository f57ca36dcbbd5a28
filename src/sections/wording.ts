import {
  AFTER_ENTITY,
  CONTINUED,
  CONTINUED_END,
  ENTITY,
  FILLED_ON,
  FORM_NUMBER,
  LEADS_TO_TABLE,
  NOTE,
  NUMBERED_LINE,
  NUMBERINGS,
  TITLE_END,
  UNIT,
  UNIT_WORD,
  YEAR_LINE,
} from "../../schemas/forms/captions.ts";
import { squeeze } from "../lib/grid.ts";

const SENTENCE_END = /[。；;！？]$/u;
const LEADERS = /[.…·．・‥]{5,}|…{2,}/u;

/** Numbering level of a heading from 1 (第一部分) to 5 (（1）), or 0 where it has none. */
export function numberingLevel(text: string): number {
  const trimmed = text.trim();
  return NUMBERINGS.findIndex((pattern) => pattern.test(trimmed)) + 1;
}

/** The dots of a table of contents. */
export const hasLeaders = (text: string): boolean => LEADERS.test(text);
/** Whether a line ends a sentence. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.trim());

/** Whether a line is a table's title by its words. */
export const namesTable = (text: string): boolean => {
  const bare = squeeze(text);
  return (
    bare.length >= 3 &&
    bare.length <= 60 &&
    TITLE_END.test(bare) &&
    !isFormNumber(bare) &&
    !/[。；]/u.test(bare) &&
    !LEADS_TO_TABLE.test(bare)
  );
};

/** 公开01表 beside or above a title. */
export const isFormNumber = (text: string): boolean => FORM_NUMBER.test(squeeze(text));

/** The unit a caption line prints, NFKC, or null. */
export function printedUnit(text: string): string | null {
  const bare = squeeze(text.normalize("NFKC"));
  const found = UNIT.exec(bare);
  return found?.[1] ? found[1].replace(/[、/,]$/u, "") : null;
}

/** The body a caption line names (编制单位：…), or null. */
export function printedEntity(text: string): string | null {
  const bare = text.trim();
  const found = ENTITY.exec(bare);
  if (!found?.[1]) return null;
  const name = found[1].split(AFTER_ENTITY).find((part) => part.length > 0) ?? "";
  return name.length >= 3 && !/元[）)]?$/u.test(name) ? name : null;
}

/** A line that belongs to a table's head though it is no title: 公开01表, 编制单位：…, 单位：万元, 2024年度. */
export function isCaption(text: string): boolean {
  const bare = squeeze(text);
  if (bare.length === 0 || bare.length > 70 || /[。；]$/u.test(bare) || NUMBERED_LINE.test(bare)) return false;
  return (
    isFormNumber(bare) ||
    YEAR_LINE.test(bare) ||
    FILLED_ON.test(bare) ||
    (printedUnit(bare) !== null && UNIT_WORD.test(bare) && bare.length <= 60 && !/[，,].*[，,]/u.test(bare)) ||
    (ENTITY.test(bare) && bare.length <= 60 && !/[，,。]/u.test(bare))
  );
}

/** 注：…, 备注：…, 说明：… under a table. */
export const isNote = (text: string): boolean => NOTE.test(text.trim());

/** (续), 续表: the mark of a continued table. */
export const isContinuationMark = (text: string): boolean => CONTINUED.test(squeeze(text));
/** A title without 续表 at its end. */
export const withoutContinuation = (text: string): string => squeeze(text).replace(CONTINUED_END, "");
