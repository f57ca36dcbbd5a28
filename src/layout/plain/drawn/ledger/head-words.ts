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
  ["naming", "(?:单位|部门)(?:编码|代码|名称)(?:[（(].{2,10}[）)])?|项目名称|项目单位|类型"],
  ["naming", "项目(?:[（(]按.{2,8}[）)])?"],
  ["naming", "(?:支出)?(?:功能|经济)分类"],
  ["amount", "(?:本年)?(?:收入|支出)?(?:合计|总计|小计)"],
  ["amount", "金额|增减(?:额|率|[%％])|增长(?:率|[%％])"],
  ["group", "\\d{4}年(?:预算数|执行数)?比\\d{4}年(?:预算数|执行数)"],
  ["amount", "工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?"],
  ["amount", "(?:\\d{4}年(?:度)?|上年|本年|年初|全年|调整(?:后)?)?(?:预算|决算|执行)(?:数|金额)?"],
  [
    "amount",
    "财政(?:预算)?拨款(?:收入)?|上级补助收入|(?:事业单位)?经营收入|事业收入|附属单位上缴收入|其他(?:收入|资金)|单位资金",
  ],
  ["amount", "财政专户管理资金(?:收入)?|使用非财政拨款结余"],
  ["amount", "基本支出|项目支出|上缴上级支出|(?:事业单位)?经营支出|对附属单位补助支出"],
  ["amount", `${FUND}预算(?:(?:财政)?拨款)?(?:收入|资金)?`],
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
  ["group", `(?:本年)?${FUND}预算(?:财政拨款)?(?:基本|项目)?支出`],
];
const UNIT = "(?:[（(](?:万元|元|%)[）)])?";
const PATTERNS = WORDS.map(([kind, word]) => [kind, new RegExp(`^(?:${word})${UNIT}`, "u")] as const);

/** A head, its first and its last place in the text are within the width of a line: no head is longer. */
const LONGEST = 40;
/** What a reading costs: a head, a blank or a line's end inside it, a head that ends where nothing ends. */
const COST = { head: 3, blank: 6, lineEnd: 2, sumOnNextLine: 4, unbroken: 4 } as const;

/**
 * Lines of a header → its heads: the reading that crosses the fewest blanks and line ends. `lines` are taken from the first on, as far as
 * they are heads; `taken` says how many were.
 */
export function headWords(lines: readonly string[]): { words: HeadWord[]; taken: number } {
  const { text, breaks } = joined(lines);
  const least = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Array<HeadWord | undefined>(text.length + 1);
  least[0] = 0;
  for (let at = 0; at < text.length; at++) {
    if (least[at] === Number.POSITIVE_INFINITY) continue;
    const rest = text.slice(at, at + LONGEST);
    for (const [kind, pattern] of PATTERNS) {
      const found = pattern.exec(rest)?.[0] ?? "";
      const end = at + found.length;
      if (found === "") continue;
      let cost = least[at]! + COST.head + (breaks.has(end) ? 0 : COST.unbroken);
      for (let i = at + 1; i < end; i++) {
        const here = breaks.get(i);
        if (here === "blank") cost += COST.blank;
        // 收入 and below it 合计 are two heads
        if (here === "line") cost += /^(?:合计|总计|小计)/u.test(text.slice(i)) ? COST.sumOnNextLine : COST.lineEnd;
      }
      if (cost < least[end]!) {
        least[end] = cost;
        last[end] = { text: found, kind };
      }
    }
  }
  let taken = 0;
  let end = 0;
  for (let k = 0, at = 0; k < lines.length; k++) {
    at += lines[k]!.replace(/[\s\u3000]+/gu, "").length;
    if (least[at] !== Number.POSITIVE_INFINITY) [taken, end] = [k + 1, at];
  }
  const words: HeadWord[] = [];
  while (end > 0) {
    const word = last[end]!;
    words.unshift(word);
    end -= word.text.length;
  }
  return { words, taken };
}

/** The lines without white space, and where blanks and line ends stood. */
function joined(lines: readonly string[]): { text: string; breaks: Map<number, "blank" | "line"> } {
  const breaks = new Map<number, "blank" | "line">();
  let text = "";
  for (const line of lines) {
    for (const word of line.split(/[\s\u3000]+/u)) {
      if (word === "") continue;
      text += word;
      breaks.set(text.length, "blank");
    }
    breaks.set(text.length, "line");
  }
  return { text, breaks };
}
