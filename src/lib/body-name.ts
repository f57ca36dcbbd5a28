/** （本级）, （机关）, 本级 at the end of a name: a department's own office. */
const OFFICE = /\((?:[^()]{0,4}本级|机关)\)$|(?:机关)?本级$/u;

/** A body's name as lists and titles share it: NFKC, one kind of brackets, no white space, without the ending of the own office (本级). */
export const bodyKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[〔［【｛〈《]/gu, "(")
    .replace(/[〕］】｝〉》]/gu, ")")
    .replace(/[\s\u200b\ufeff]+/gu, "")
    .replace(OFFICE, "");
