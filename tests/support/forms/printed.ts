/** A form as it is printed: title, unit, rows with `|` between cells, `<` merged with the cell at the left, `^` with the one above. */
export interface PrintedForm {
  readonly name: string;
  readonly title: string;
  readonly rows: string;
  /** Some of its cells are blank: text that keeps no blanks may lose the columns of what stands beside them. */
  readonly blanks?: true;
  /** Other words for heads of it: every one is the form again. */
  readonly wordings: readonly (readonly [string, string])[];
}

/** The forms of accounts and budgets with invented figures. */
export const PRINTED_FORMS: readonly PrintedForm[] = [
  {
    name: "收入表",
    title: "收入决算表",
    rows: `
      科目编码|科目名称|本年收入合计|财政拨款收入|事业收入|其他收入
      合计|<|42.50|30.25|8.15|4.10
      208|社会保障和就业支出|12.30|10.10|1.15|1.05
      2080505|养老保险缴费支出|12.30|10.10|1.15|1.05
      213|农林水支出|30.20|20.15|7.00|3.05
      2130101|行政运行|30.20|20.15|7.00|3.05`,
    wordings: [
      ["本年收入合计", "合计"],
      ["科目编码|科目名称", "功能分类科目编码|科目名称"],
      ["财政拨款收入", "财政拨款"],
    ],
  },
  {
    name: "支出表",
    title: "支出决算表",
    rows: `
      科目编码|科目名称|本年支出合计|基本支出|项目支出
      合计|<|42.50|30.25|12.25
      208|社会保障和就业支出|12.30|10.10|2.20
      2080505|养老保险缴费支出|12.30|10.10|2.20
      213|农林水支出|30.20|20.15|10.05
      2130101|行政运行|30.20|20.15|10.05`,
    wordings: [
      ["本年支出合计", "合计"],
      ["科目编码|科目名称", "支出功能分类科目编码|科目名称"],
    ],
  },
  {
    name: "一般公共预算支出表",
    title: "一般公共预算财政拨款支出决算表",
    rows: `
      科目编码|科目名称|小计|基本支出|项目支出
      合计|<|42.50|30.25|12.25
      213|农林水支出|42.50|30.25|12.25
      2130101|行政运行|42.50|30.25|12.25`,
    wordings: [["小计", "合计"]],
  },
  {
    name: "收支总表",
    title: "收入支出决算总表",
    rows: `
      收入|<|支出|<
      项目|决算数|项目|决算数
      一、一般公共预算财政拨款收入|30.25|一、社会保障和就业支出|12.30
      二、事业收入|8.15|二、农林水支出|30.20
      三、其他收入|4.10|三、住房保障支出|1.00
      本年收入合计|42.50|本年支出合计|43.50
      年初结转和结余|2.00|年末结转和结余|1.00
      总计|44.50|总计|44.50`,
    wordings: [
      ["决算数", "金额"],
      ["决算数", "2024年决算数"],
    ],
  },
  {
    name: "基本支出表",
    title: "一般公共预算财政拨款基本支出决算表",
    rows: `
      科目编码|科目名称|合计|人员经费|公用经费
      合计|<|33.45|30.25|3.20
      301|工资福利支出|30.25|30.25|0.00
      30101|基本工资|30.25|30.25|0.00
      302|商品和服务支出|3.20|0.00|3.20
      30201|办公费|3.20|0.00|3.20`,
    wordings: [["科目编码|科目名称", "经济分类科目编码|科目名称"]],
  },
  {
    name: "三公经费表，按行",
    title: "财政拨款“三公”经费支出决算表",
    rows: `
      项目|年初预算数|决算数
      合计|9.00|6.17
      1.因公出国（境）费|1.00|0.50
      2.公务用车购置及运行维护费|6.00|4.50
      其中：公务用车购置费|2.00|1.25
      公务用车运行维护费|4.00|3.25
      3.公务接待费|2.00|1.17`,
    wordings: [
      ["年初预算数", "预算数"],
      ["年初预算数", "2024年预算数"],
      ["决算数", "2024年决算数"],
      ["项目|", "项 目|"],
    ],
  },
  {
    name: "三公经费表，按列",
    title: "“三公”经费支出决算表",
    rows: `
      合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
      ^|^|小计|购置费|运行费|^
      6.17|0.50|4.50|1.25|3.25|1.17`,
    wordings: [["公务用车购置及运行费", "公务用车购置和运行维护费"]],
  },
  {
    name: "三公经费表，按年",
    title: "“三公”经费决算对比表",
    rows: `
      年度|合计|因公出国（境）费|公务接待费|公务用车运行维护费
      2023年|8.35|1.10|2.25|5.00
      2024年|6.17|0.50|1.17|4.50`,
    wordings: [],
  },
  {
    name: "政府采购表",
    title: "政府采购情况表",
    rows: `
      项目|年初预算数|决算数
      政府采购支出合计|20.00|18.65
      货物|8.00|7.15
      工程|7.00|6.25
      服务|5.00|5.25`,
    wordings: [["决算数", "本年决算数"]],
  },
  {
    name: "收入表，有空格",
    title: "收入决算表",
    blanks: true,
    rows: `
      科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
      合计|<|50.25|30.00||12.15|||8.10
      2080501|行政单位离退休|30.00|30.00|||||
      2060503|科技条件专项|12.15|||12.15|||
      2299999|其他支出|8.10||||||8.10`,
    wordings: [],
  },
  {
    name: "支出表，有空格",
    title: "支出决算表",
    blanks: true,
    rows: `
      科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出
      合计|<|42.50|30.25|10.25||2.00
      208|社会保障和就业支出|12.30|12.30|||
      213|农林水支出|30.20|17.95|10.25||2.00`,
    wordings: [],
  },
  {
    name: "三公经费表，有空格",
    title: "财政拨款“三公”经费支出决算表",
    blanks: true,
    rows: `
      项目|年初预算数|决算数
      合计|9.00|4.17
      1.因公出国（境）费|1.00|
      2.公务用车购置及运行维护费|6.00|3.00
      3.公务接待费|2.00|1.17`,
    wordings: [],
  },
  {
    name: "收支合一表",
    title: "收支情况表",
    rows: `
      项目|年初预算数|决算数
      收入总计|40.00|42.50
      财政拨款收入|35.00|38.40
      其他收入|5.00|4.10
      支出总计|40.00|42.50
      基本支出|28.00|30.25
      项目支出|12.00|12.25`,
    wordings: [["收入总计", "总收入"]],
  },
];

/** A cell as printed, with the rows and columns it covers. */
export interface PrintedCell {
  readonly text: string;
  rs: number;
  cs: number;
}

/** The rows of a form: at each place the cell that begins there; null where one reaches over it. */
export function cellsOf(rows: string): (PrintedCell | null)[][] {
  const owner: PrintedCell[][] = [];
  return rows
    .trim()
    .split("\n")
    .map((row, r) => {
      owner.push([]);
      return row
        .trim()
        .split("|")
        .map((text, c) => {
          const from = text === "<" ? owner[r]![c - 1]! : text === "^" ? owner[r - 1]![c]! : null;
          if (text === "<" && owner[r - 1]?.[c] !== from)
            from!.cs = Math.max(from!.cs, 1 + c - owner[r]!.indexOf(from!));
          if (text === "^") from!.rs = Math.max(from!.rs, 2);
          const cell = from ?? { text, rs: 1, cs: 1 };
          owner[r]!.push(cell);
          return from === null ? cell : null;
        });
    });
}
