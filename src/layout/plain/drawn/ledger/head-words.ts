/** What a head of a table of accounts does: it names lines, counts them, holds amounts, or stands over several columns of amounts. */
export type HeadKind = "naming" | "code" | "order" | "amount" | "group";

export interface HeadWord {
  readonly text: string;
  readonly kind: HeadKind;
}

const FUND = "(?:一般公共|政府性基金|国有资本经营)";
/** Heads as the forms print them, without white space. A new form's head is a line here. */
const WORDS: readonly (readonly [HeadKind, string])[] = [
  ["order", "(?:行|栏)次"],
  ["code", "[类款项](?![目次])"],
  ["code", "(?:支出)?(?:部门预算|政府预算)?(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码)"],
  ["code", "(?:支出)?(?:部门预算|政府预算)?(?:功能|经济)分类(?:科目|编码)"],
  ["naming", "(?:支出)?(?:部门预算|政府预算)?(?:支出)?(?:功能|经济)?(?:分类)?科目(?:名称)?"],
  ["naming", "项目(?:[（(]按.{2,8}[）)])?"],
  ["naming", "支出功能分类|功能分类"],
  ["amount", "(?:本年)?(?:收入|支出)?(?:合计|总计|小计)"],
  ["amount", "金额"],
  ["amount", "(?:\\d{4}年(?:度)?|上年|本年|年初|全年|调整(?:后)?)?(?:预算|决算|执行)(?:数|金额)?"],
  [
    "amount",
    "财政(?:预算)?拨款(?:收入)?|上级补助收入|(?:事业单位)?经营收入|事业收入|附属单位上缴收入|其他(?:收入|资金)|单位资金",
  ],
  ["amount", "财政专户管理资金(?:收入)?|使用非财政拨款结余"],
  ["amount", "基本支出|项目支出|上缴上级支出|(?:事业单位)?经营支出|对附属单位补助支出"],
  ["amount", `${FUND}预算(?:财政)?(?:拨款)?(?:收入)?`],
  ["amount", "(?:上年|年初|年末)?(?:财政拨款)?结转(?:和|及)?(?:结余)?(?:资金)?"],
  ["amount", "(?:日常)?(?:人员|公用)经费"],
  [
    "amount",
    "因公出国(?:[（(]境[）)])?(?:经)?费用?|公务接待费|公务用车(?:购置|运行维护|运行)费|(?:购置|运行维护|运行)费",
  ],
  ["amount", "机关运行经费(?:预算数|决算数)?|会议费|培训费"],
  ["group", "公务用车购置(?:及|和)运行(?:维护)?费"],
  ["group", "(?:财政拨款|一般公共预算)?(?:财政拨款)?“?三公”?经费(?:支出)?(?:预算数|决算数)?"],
  ["group", "(?:本年)?(?:财政拨款)?(?:收入|支出)(?:预算|决算)?"],
  ["group", `${FUND}预算(?:财政拨款)?(?:基本|项目)?支出`],
];
const UNIT = "(?:[（(](?:万元|元|%)[）)])?";
const PATTERNS = WORDS.map(([kind, word]) => [kind, new RegExp(`^(?:${word})${UNIT}`, "u")] as const);

/** Text without white space → the heads it is made of, the longest reading of each; null where anything else stands in it. */
export function headWords(text: string): HeadWord[] | null {
  const words: HeadWord[] = [];
  let rest = text;
  while (rest !== "") {
    let longest: HeadWord | null = null;
    for (const [kind, pattern] of PATTERNS) {
      const found = pattern.exec(rest)?.[0] ?? "";
      if (found.length > (longest?.text.length ?? 0)) longest = { text: found, kind };
    }
    if (longest === null) return null;
    words.push(longest);
    rest = rest.slice(longest.text.length);
  }
  return words;
}
