import { nameKey } from "./names.ts";

/** Long names of organs and the short ones bodies write for them, with what must follow. */
const SHORT: readonly (readonly [long: RegExp, short: string])[] = [
  [/^(?:中国共产党|中共)(.{2,12}?)(?:委员会|委)(?=$|办公|[宣组统政机老党巡督])/u, "$1委"],
  [/^(?:中国人民政治协商会议|政协)(.{2,12}?)委员会/u, "$1政协"],
  [/人民代表大会(?:常务委员会|常委会)|人大常务委员会/u, "人大常委会"],
  [/纪律检查委员会/u, "纪委"],
  [/共产主义青年团/u, "共青团"],
  [/办公厅\(室\)/u, "办公厅"],
];

/** One spelling for the names a party or assembly organ goes by: 中国共产党某省委员会办公厅, 中共某省委办公厅 and 某省委办公厅. */
export const organKey = (name: string): string =>
  SHORT.reduce((key, [long, short]) => key.replace(long, short), nameKey(name));
