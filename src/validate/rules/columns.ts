import { columnIsNotCopied, listedLineIsFilled, printedLineIsNotEmpty, unitIsPrinted } from "../checks/columns.ts";
import { neighboursDiffer } from "../checks/copied.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const SELF = "部门整体支出绩效自评：基础数据表、自评表与报告";
const twoYears = (second: string): readonly string[] =>
  ["expenditure.basic", "expenditure.project", "expenditure.public", "sangong.total", "sangong.reception"].flatMap(
    (concept, i) => [
      `t1 ${concept} actual 2022 ${40 + i}.10万元 row=${i + 1}`,
      `t1 ${concept} actual 2023 ${i === 0 ? second : `${40 + i}.10`}万元 row=${i + 1}`,
    ],
  );

/** The cells of any table: columns and lines that repeat their neighbour, units, cells left empty. */
export const columns = defineRules([
  checkRule(
    "xtb-20-neighbouring-lines-differ",
    ["相邻两行的数不全相同", "Two lines below one another do not carry the same amounts"],
    {
      tolerance: "EX",
      severity: "info",
      basis: "公开表格",
      premise: {
        zh: "同级科目，各有三个以上非零数，其中有不同的数",
        en: "lines of one level with three amounts and more, not all alike",
      },
      check: neighboursDiffer,
      pass: lines("12.00"),
      fail: lines("10.00"),
    },
  ),
  checkRule("xtb-12-column-is-not-copied", ["两个年度的整列数不相同", "The columns of two years are not the same"], {
    tolerance: "EX",
    severity: "warning",
    basis: "公开表格",
    premise: { zh: "两列都有数的行不少于4行", en: "at least four rows have an amount in both columns" },
    check: columnIsNotCopied,
    pass: twoYears("38.80"),
    fail: twoYears("40.10"),
  }),
  checkRule("xtb-09-unit-is-printed", ["表格印有金额单位", "A table prints the unit of its amounts"], {
    tolerance: "EX",
    severity: "info",
    basis: "公开表格",
    check: unitIsPrinted,
    pass: ["t1 sangong.total actual 2023 7.36万元 row=1", "grid t1 项目|决算数（万元） / 合计|7.36"],
    fail: ["t1 sangong.total actual 2023 7.36万元 row=1 inferred=yes", "grid t1 项目|决算数 / 合计|7.36"],
  }),
  checkRule("xtb-18-listed-line-is-filled", ["列有预算的一行填列决算", "A line with a budget prints what was spent"], {
    tolerance: "HE",
    severity: "info",
    basis: "公开表格",
    premise: { zh: "其余多数行都填了这一列", en: "most other lines fill the column" },
    check: listedLineIsFilled,
    pass: filled("28"),
    fail: filled(""),
  }),
  checkRule(
    "xtb-19-printed-line-is-not-empty",
    ["文件别处有数的，表中这一行不空", "A line of a form is not empty where the document tells its amount elsewhere"],
    {
      tolerance: "HE",
      severity: "info",
      basis: SELF,
      premise: { zh: "表中有两个以上口径的栏", en: "the form has columns of two or more phases" },
      check: printedLineIsNotEmpty,
      pass: printed("66.81|60.00"),
      fail: printed("|"),
    },
  ),
]);

function filled(last: string): readonly string[] {
  const names = ["甲项工作经费", "乙项工作经费", "丙项工作经费", "丁项工作经费", "戊项工作经费"];
  const spent = (i: number): string => (i === 4 ? last : String(20 + i));
  return [
    ...names.flatMap((name, i) => [
      `t1 project.${i + 1} initial_budget 2023 ${30 + i}万元 scope=${name} row=${i + 1} col=1`,
      ...(spent(i) === "" ? [] : [`t1 project.${i + 1} actual 2023 ${spent(i)}万元 scope=${name} row=${i + 1} col=2`]),
    ]),
    `grid t1 项目|预算数|决算数 / ${names.map((name, i) => `${name}|${30 + i}|${spent(i)}`).join(" / ")}`,
  ];
}

function printed(cells: string): readonly string[] {
  return [
    "t1 expenditure.public actual 2023 133.66万元 row=1 col=1",
    "t1 expenditure.public initial_budget 2023 130.00万元 row=1 col=2",
    `grid t1 项目|决算数|预算数 / 公用经费|133.66|130.00 / 项目支出：|${cells}`,
    "n1 expenditure.project actual 2023 66.81万元 item=项目支出",
  ];
}

function lines(total: string): readonly string[] {
  const line = (code: string, row: number, whole: string): readonly string[] => [
    `t1 function.${code}.total actual 2023 ${whole}万元 row=${row} col=1`,
    `t1 function.${code}.basic actual 2023 ${whole === "10.00" ? "7.00" : "9.00"}万元 row=${row} col=2`,
    `t1 function.${code}.project actual 2023 3.00万元 row=${row} col=3`,
  ];
  return [...line("2010301", 1, "10.00"), ...line("2010302", 2, total)];
}
