/**
 * The words that head columns and rows of published forms. In text taken out of a PDF nothing else tells where one cell ends and the
 * next begins. A new form's header is a line here.
 */
const YEAR = String.raw`(?:\d{4}年度?|本年度?|上年度?|全年|年初|年度)?`;

/** Column headers of tables of amounts. */
const AMOUNT_HEADERS: readonly string[] = [
  "财政供养人员情况(?:[（(]人[）)])?",
  "经费控制情况(?:[（(]万元[）)])?",
  "项目(?:支出)?名称",
  "单位名称",
  "科目名称",
  "(?:支出)?(?:功能|经济)分类科目(?:编码|名称)?",
  "科目编码",
  `${YEAR}(?:调整|追加|调剂)?(?:预算|决算|执行|支出|收入)(?:总)?(?:安排)?(?:数|额|金额)`,
  `${YEAR}预算总(?:数|额|金额)`,
  "(?:\\d{4}年度?|本年度?|上年度?)(?:预算|决算|执行)",
  "调整预算数",
  "(?:本年|年末)?结转(?:和|及)?结余(?:数|资金)?",
  "上年结转(?:和结余)?(?:数|资金)?",
  `${YEAR}实际?(?:在职|在编|实有)人数`,
  "(?:人员)?编制数",
  "控制率",
  "(?:费用)?(?:节约|增减|变动|调整)(?:额|数)",
  "(?:费用)?(?:节约|增减|变动|增长|执行|完成|得分)率(?:[（(][%％][）)])?",
  "财政资金(?:[（(]万元[）)])?",
  "(?:项目|指标|加权|评价)?(?:得分|分值|权重)",
  "资金占比",
  "占比(?:[（(][%％][）)])?",
  "合计",
  "小计",
  "(?:基本|项目)支出",
  "(?:人员|公用)经费",
  "金额(?:[（(]万?元[）)])?",
  "(?:行|栏)次",
  "序号",
  "备注",
  "项目",
];

/** Words too short to be told from their neighbours: headers only where blanks stand between the cells. */
const APART =
  /^(?:预算|决算|执行|支出|\d{4}年度?|本年|上年|(?:[比较与]?(?:上年|预算)(?:相比)?)?增减(?:额|数|率|变动|变化|情况|金额|幅度|比例)?(?:[（(]?[%％][）)]?)?|同比(?:增减|增长)?(?:[%％])?|增幅|变动)$/u;

/** The unit may stand in the header: 预算数（万元）. */
const UNIT_NOTE = String.raw`(?:[（(][^（）()]{1,6}[）)])?`;

const HEADER = new RegExp(`^(?:${AMOUNT_HEADERS.map((word) => `(?:${word})`).join("|")})${UNIT_NOTE}`, "u");

/**
 * `项目名称年初预算数调整预算数` → its header cells; null where the text is not made of header words alone.
 * The longest reading of each word wins, words are taken from the left.
 */
export function splitHeader(text: string): string[] | null {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length > 2 && words.every((word) => APART.test(word) || longestHeader(word) === word)) return words;
  const cells: string[] = [];
  let rest = text.replace(/\s+/g, "");
  while (rest !== "") {
    const longest = longestHeader(rest);
    if (longest === null) return null;
    cells.push(longest);
    rest = rest.slice(longest.length);
  }
  return cells;
}

function longestHeader(text: string): string | null {
  let best = HEADER.exec(text)?.[0] ?? null;
  for (const word of WORDS) {
    const match = word.exec(text)?.[0];
    if (match !== undefined && match.length > (best?.length ?? 0)) best = match;
  }
  return best;
}

const WORDS = AMOUNT_HEADERS.map((word) => new RegExp(`^(?:${word})${UNIT_NOTE}`, "u"));

/** A printed number, a dash for none, a percentage: what stands in a column of amounts. */
export const VALUE = /^(?:[-－−+]?[\d,，]*\d(?:\.\d+)?[%％]?|[-—－–]{1,4}|\/)$/u;
