import { describe, expect, test } from "vitest";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import { BUDGET, FINAL, facts, prose, SANGONG } from "./narrative-support.ts";

/** A number belongs to its own noun. Bodies and wording are made up. */
const YEAR_2023: DocumentHints = { fiscalYear: 2023, entity: null, types: ["final_accounts"] };
const spent = (...paragraphs: string[]): string[] => facts(prose([], ...paragraphs), FINAL);
const planned = (...paragraphs: string[]): string[] => facts(prose([], ...paragraphs), BUDGET);

describe("a noun that is not known", () => {
  test("owns its number and ends the subject before it, in the next sentence too", () => {
    expect(
      planned(
        "项目支出预算数为3,120.5万元。与上年相比增加88万元，增长2.9%。",
        "处室机动预备金预算为940万元。与上年相比增加600万元，增长176.47%。",
        "公务接待费预算3万元。",
      ),
    ).toEqual([
      "expenditure.project initial_budget 2022 3,120.5万元",
      "expenditure.project change 2022 88万元 of:initial_budget",
      "expenditure.project change_rate 2022 2.9% of:initial_budget",
      "sangong.reception initial_budget 2022 3万元",
    ]);
  });
  test("is not known by its last word: one kind of income is no total", () => {
    expect(
      planned(
        "收入预算总计820万元。其中：其他资金收入预算总计12万元；财政专户管理资金收入预算总计0万元；代管款收入预算总计5万元。",
      ),
    ).toEqual(["revenue.total initial_budget 2022 820万元", "revenue.other initial_budget 2022 12万元"]);
  });
  test("assets are no expenditure", () => {
    expect(spent("部门整体支出412万元。年末资产总额66.5万元，比上年增加30.2万元，提高83.2%。")).toEqual([
      "expenditure.current actual 2022 412万元",
    ]);
  });
  test("goes on with no part of it: a project carried over is no carry-over", () => {
    expect(spent("年初批复6个项目410万元（含1个年初结转结余项目25万元），调整预算后项目预算380万元。")).toEqual([]);
  });
  test("bodies are owners, not nouns: their parts leave the floor to the whole", () => {
    expect(
      facts(
        prose(
          [],
          "2022年，全县水务系统“三公”经费决算合计30万元，其中：局本级12万元，所属5个单位18万元。比2021年决算减少2万元。",
        ),
        SANGONG,
      ),
    ).toEqual(["sangong.total actual 2022 30万元", "sangong.total change 2022 -2万元"]);
  });
});

describe("purposes and meanings", () => {
  test("name no subject: what follows speaks of what was paid for", () => {
    expect(
      spent(
        "教育支出150万元，主要用于幼儿园的人员经费和办公开支，完成年初预算98%。主要用来弥补公用经费不足。比上年增加3万元。",
      ),
    ).toEqual(["function actual 2022 150万元", "function execution_rate 2022 98%", "function change 2022 3万元"]);
  });
});

describe("parts", () => {
  test("of a count or an amount are no second whole", () => {
    expect(
      facts(
        prose(
          [],
          "公务用车保有38辆，其中公务用车4辆。在职人员111人（含23名借用人员）。公务接待费5万元，其中3万元由下属站所承担。",
        ),
        SANGONG,
      ),
    ).toEqual([
      "sangong.vehicles_held count 2022 38辆",
      "staff.actual count 2022 111人",
      "sangong.reception actual 2022 5万元",
    ]);
  });
  test("a carry-over inside a total leaves the change to the total, unless the rate says otherwise", () => {
    expect(spent("收入总计500万元，其中年初结转20万元，较上年增加45万元，增长9.89%。")).toEqual([
      "revenue.total actual 2022 500万元",
      "revenue.carryover actual 2022 20万元",
      "revenue.total change 2022 45万元",
      "revenue.total change_rate 2022 9.89%",
    ]);
    expect(spent("收入总计500万元，其中年初结转20万元，较上年减少20万元，下降50%。")).toEqual([
      "revenue.total actual 2022 500万元",
      "revenue.carryover actual 2022 20万元",
      "revenue.carryover change 2022 -20万元",
      "revenue.carryover change_rate 2022 -50%",
    ]);
  });
});

describe("several names and one amount", () => {
  test("the three together have a name; any others together have none", () => {
    expect(
      facts(
        prose([], "2022年因公出国（境）费、公务用车购置及运行费和公务接待费的财政拨款预算数25万元、决算数22万元。"),
        SANGONG,
      ),
    ).toEqual(["sangong.total initial_budget 2022 25万元", "sangong.total actual 2022 22万元"]);
    expect(spent("公务接待费、会议费和培训费共支出9万元。比上年减少1万元。")).toEqual([]);
  });
});

describe("what was spent", () => {
  test("安排, compared with the year's own budget", () => {
    expect(
      facts(
        prose(
          [],
          "2022年州本级各单位使用财政拨款安排“三公”经费支出总额为820.5万元，比年初预算增加31.2万元。其中：公务接待费60.2万元，比年初预算减少5万元。",
        ),
        SANGONG,
      ),
    ).toEqual([
      "sangong.total actual 2022 820.5万元",
      "sangong.total budget_variance 2022 31.2万元",
      "sangong.reception actual 2022 60.2万元",
      "sangong.reception budget_variance 2022 -5万元",
    ]);
  });
});

describe("periods and bases", () => {
  test("a part of a year and several years together are no year's figure", () => {
    expect(
      facts(
        prose(
          [],
          "2023年公务接待费3万元。2021—2023年公务接待费累计支出10万元。1-6月公务接待费1万元；上半年会议费2万元。近三年培训费共8万元。",
        ),
        YEAR_2023,
      ),
    ).toEqual(["sangong.reception actual 2023 3万元"]);
  });
  test("a change against 2019 is none of 2023", () => {
    expect(
      facts(prose([], "2023年度公务接待费支出决算为3万元，比2019年减少2万元；比上年减少1万元。"), YEAR_2023),
    ).toEqual(["sangong.reception actual 2023 3万元", "sangong.reception change 2023 -1万元"]);
  });
  test("the form's choice of words left in says nothing unless the number is zero", () => {
    expect(spent("公务接待费6万元，比上年增长（下降）5%。会议费2万元，比上年增加（减少）0万元。")).toEqual([
      "sangong.reception actual 2022 6万元",
      "meetings actual 2022 2万元",
      "meetings change 2022 0万元",
    ]);
  });
});

describe("amounts", () => {
  test("said in two units, with full-width commas, in foreign money", () => {
    expect(spent("公务接待费支出3万3500元。项目支出3亿5000万元。基本支出1，234，567.89元。")).toEqual(
      [
        "sangong.reception actual 2022 33500元",
        "expenditure.project actual 2022 35000万元",
        "expenditure.basic actual 2022 1234567.89元",
      ].map((line) => line.replace("1234567.89", "1,234,567.89")),
    );
    expect(spent("因公出国（境）费支出3.5万美元。")).toEqual(["sangong.overseas actual 2022 3.5万美元"]);
  });
  test("in traditional characters", () => {
    expect(
      facts(prose([], "2022年「三公經費」財政撥款預算中，因公出國（境）費61萬元，公務接待費8.5萬元。"), SANGONG),
    ).toEqual(["sangong.overseas initial_budget 2022 61万元", "sangong.reception initial_budget 2022 8.5万元"]);
  });
});

describe("classifications", () => {
  test("economic lines in words are economic, those of 机关运行经费 its own", () => {
    expect(
      facts(
        prose(
          ["九、一般公共预算基本支出情况说明"],
          "商品和服务支出（类）200万元",
          "（1）办公费（款）支出11万元。",
          "（2）差旅费（款）支出20万元。",
        ),
        BUDGET,
      ),
    ).toEqual([
      "economic initial_budget 2022 200万元 {general_public}",
      "economic initial_budget 2022 11万元 {general_public}",
      "economic initial_budget 2022 20万元 {general_public}",
    ]);
    expect(facts(prose(["十、机关运行经费支出情况说明"], "（1）办公费（款）支出16万元。"), BUDGET)).toEqual([
      "economic initial_budget 2022 16万元 [机关运行经费]",
    ]);
  });
  test("财政拨款 before 基本支出 is its fund", () => {
    expect(planned("财政拨款基本支出预算12,000万元。基本支出预算数为13,000万元。")).toEqual([
      "expenditure.basic initial_budget 2022 12,000万元 {appropriation}",
      "expenditure.basic initial_budget 2022 13,000万元",
    ]);
  });
});

describe("one sentence tells each thing once", () => {
  test("two numbers for one thing are its parts: the whole before them stays, else nothing", () => {
    expect(spent("公务接待中，接待检查12批次、96人次；接待考察8批次、60人次。")).toEqual([]);
    expect(spent("公务接待20批次，接待检查12批次，接待考察8批次。")).toEqual([
      "sangong.reception_batches count 2022 20批次",
    ]);
  });
  test("cars named again behind what is held are a part", () => {
    expect(spent("年末公务用车保有量38辆，其中：公务用车4辆，执勤用车34辆。")).toEqual([
      "sangong.vehicles_held count 2022 38辆",
    ]);
  });
  test("a bracket that names the total stands for the names before it", () => {
    expect(
      facts(
        prose([], "2022年因公出国（境）经费、公务接待费、公车购置费，公车运行费（“三公”经费）决算总额271万元。"),
        SANGONG,
      ),
    ).toEqual(["sangong.total actual 2022 271万元"]);
  });
});

describe("whose the number is", () => {
  test("a fund alone tells where a part comes from", () => {
    expect(planned("政府采购预算80万元。按资金来源，一般公共预算拨款60万元，财政专户管理的资金安排20万元。")).toEqual([
      "procurement.total initial_budget 2022 80万元",
    ]);
  });
  test("a region's accounts are not the body's, nor is last year's income this year's", () => {
    expect(spent("2022年，全县一般公共预算收入完成12.6亿元；一般公共预算支出35.2亿元。")).toEqual([]);
    expect(planned("收入包括：本年一般公共预算拨款收入90万元、上年一般公共预算拨款收入10万元。")).toEqual([
      "revenue.general_public initial_budget 2022 90万元",
    ]);
  });
  test("what was spent of a noun that is not known is not the body's", () => {
    expect(spent("信息化专项300万元，全年支出290万元。")).toEqual([]);
  });
  test("parts of a line of the classification are that line's", () => {
    expect(
      planned(
        "一般公共预算支出150万元。按支出功能分类：教育支出（类）普通教育（款）小学教育（项）100万元，其中：基本支出80万元，项目支出20万元。",
      ),
    ).toEqual([
      "general_public.expenditure initial_budget 2022 150万元",
      "function initial_budget 2022 100万元 {general_public}",
    ]);
    expect(
      facts(
        prose(["（一）一般公共预算支出按支出功能分类科目划分"], "机构运行90万元，其中：基本支出90万元，项目支出0元。"),
        BUDGET,
      ),
    ).toEqual(["function initial_budget 2022 90万元 {general_public}"]);
  });
  test("projects listed behind 项目支出包括 are one each", () => {
    expect(spent("项目支出主要包括：地质灾害防治项目12万元、土地整治项目15万元。")).toEqual([
      "project actual 2022 12万元 [地质灾害防治项目]",
      "project actual 2022 15万元 [土地整治项目]",
    ]);
  });
});

describe("years and phases by their sentence", () => {
  test("安排 above last year's accounts is a budget, 去年 against 去年同期 is the report's own year", () => {
    expect(
      facts(
        prose([], "2022年公务用车运行费6万元。2023年安排公务用车运行维护费6.9万元，较2022年决算增长15%。"),
        SANGONG,
      ),
    ).toEqual([
      "sangong.vehicle_operation actual 2022 6万元",
      "sangong.vehicle_operation initial_budget 2023 6.9万元",
      "sangong.vehicle_operation change_rate 2023 15%",
    ]);
    expect(
      facts(prose([], "报告显示，全区去年“三公”经费总开支为74万元，比去年同期减少10万元，整体下降12%。"), SANGONG),
    ).toEqual([
      "sangong.total actual 2022 74万元",
      "sangong.total change 2022 -10万元",
      "sangong.total change_rate 2022 -12%",
    ]);
  });
  test("a row of bare numbers is a table's", () => {
    expect(spent("单位：万元", "公务接待费 21.00 20.87", "会议费：3.5")).toEqual(["meetings actual 2022 3.5万元"]);
  });
  test("cells of a table, one a line, are nobody's: codes least of all", () => {
    const cells = ["单位：万元", "项目支出", "205", "20502", "2050205", "会议费", "8.00", "12.50", "公务接待费 3.20"];
    expect(spent(...cells)).toEqual([]);
    expect(spent(cells.join("\n"))).toEqual([]);
    expect(spent("单位：万元", "会议费支出决算", "注：1")).toEqual([]);
  });
  test("a number broken over two lines is one where its unit follows; two cells of a table are two", () => {
    expect(spent("会议费3\n7.5万元。")).toEqual(["meetings actual 2022 37.5万元"]);
    expect(spent("会议费37.\n50万元。")).toEqual(["meetings actual 2022 37.50万元"]);
    expect(spent("会议费440.90\n30101万元。")).toEqual([]);
    expect(spent("单位：万元", "会议费：440.90\n30101 办公费")).toEqual([]);
    expect(spent("会议费1\n2,345.60万元。")).toEqual(["meetings actual 2022 12,345.60万元"]);
    expect(spent("会议费2022\n18,976.76元。")).toEqual([]);
    // the year of the next sentence slipped behind a number
    expect(spent("会议费9.68万\n2022元，培训费0万2022元。")).toEqual([
      "meetings actual 2022 9.68万",
      "training actual 2022 0万",
    ]);
  });
  test("in a line whose columns are parted by blanks a number without a unit is a cell's", () => {
    expect(spent("单位：万元", "公务费   会议费：3.50   12.00   0.00")).toEqual([]);
  });
});

describe("copied pages", () => {
  test("a reading in Latin letters behind a character is no text", () => {
    expect(facts(prose([], "2022年“三公”經(jīng)費(fèi)財政撥款預(yù)算9.4萬元。"), SANGONG)).toEqual([
      "sangong.total initial_budget 2022 9.4萬元".replace("萬", "万"),
    ]);
  });
  test("去年 without a year before it may be the reporter's last year: no fact", () => {
    expect(
      facts(prose([], "某局去年“三公”经费预算21万元，支出决算20万元。2022年公务接待费支出决算6万元。"), SANGONG),
    ).toEqual(["sangong.reception actual 2022 6万元"]);
  });
});

describe("whose number it is", () => {
  test("units told one after the other under their department are no second whole", () => {
    const town: DocumentHints = { ...BUDGET, entity: "清河市水产局" };
    expect(
      facts(
        prose(
          [],
          "预算总收入900000元，其中：经费拨款800000元，其他收入100000元。",
          "1、局机关预算总收入600000元，其中：经费拨款580000元，其他收入20000元。",
          "2、鱼种场预算总收入300000元，其中：经费拨款220000元，其他收入80000元。",
        ),
        town,
      ),
    ).toEqual(["revenue.total initial_budget 2022 900000元", "revenue.other initial_budget 2022 100000元"]);
  });
  test("of several bodies in the press, none of which the page is about, nobody's", () => {
    expect(
      spent(
        "海望大学2022年度总收入12亿元，比上年增加1亿元。",
        "南丘大学2022年度总收入9亿元。",
        "全省高校2022年三公经费支出800万元。",
      ),
    ).toEqual(["sangong.total actual 2022 800万元"]);
  });
  test("a body named by its short name is the one the page is about", () => {
    const bureau: DocumentHints = { ...FINAL, entity: "清河市水产局" };
    expect(facts(prose([], "清河市水产局2022年度总支出90万元。", "市水产局2022年度总支出91万元。"), bureau)).toEqual([
      "expenditure.total actual 2022 90万元",
      "expenditure.total actual 2022 91万元",
    ]);
  });
});

describe("reasons", () => {
  test("tell by how much, and no amounts", () => {
    expect(
      spent(
        "机关运行经费支出40万元，比上年增加4万元，主要原因是人员增加2人，公用经费2.5万元；会议费支出1万元。",
        "收入总计500万元，比上年增加30万元，主要是上年结转资金20万元，实际较上年增加资金10万元。",
      ),
    ).toEqual([
      "operating_costs actual 2022 40万元",
      "operating_costs change 2022 4万元",
      "meetings actual 2022 1万元",
      "revenue.total actual 2022 500万元",
      "revenue.total change 2022 30万元",
    ]);
  });
  test("name no fund for the lines behind them", () => {
    expect(
      planned(
        "支出预算330万元，较上年增加30万元，主要是一般公共预算拨款增加30万元。教育支出300万元，其他支出30万元。",
      ).slice(-2),
    ).toEqual(["function initial_budget 2022 300万元", "function initial_budget 2022 30万元"]);
  });
});

describe("words that seem to name a phase or a side", () => {
  test("预算财政拨款 is whose money, not when", () => {
    expect(spent("收入决算总额700万元，其中预算财政拨款600万元，其他收入100万元。")).toEqual([
      "revenue.total actual 2022 700万元",
      "revenue.appropriation actual 2022 600万元",
      "revenue.other actual 2022 100万元",
    ]);
    expect(spent("年初预算财政拨款收入500万元。")).toEqual(["revenue.appropriation initial_budget 2022 500万元"]);
  });
  test("案件执行 is work, 全年执行 what was spent", () => {
    expect(planned("项目支出90万元，其中：案件执行20万元，普法经费5万元。").at(-1)).toBe(
      "project initial_budget 2022 5万元 [普法经费]",
    );
    expect(spent("会议费预算9万元，全年执行7万元。")).toEqual([
      "meetings initial_budget 2022 9万元",
      "meetings actual 2022 7万元",
    ]);
  });
  test("决算支出 behind an income is what was spent", () => {
    expect(spent("2022年总收入达7.2亿元，年度决算支出金额达6.9亿元。")).toEqual([
      "revenue.total actual 2022 7.2亿元",
      "expenditure.total actual 2022 6.9亿元",
    ]);
  });
  test("a sentence that says nothing of what follows does not make it a budget", () => {
    expect(spent("多年来本级预算首次下降。", "2022年度财政拨款收入40亿元。")).toEqual([
      "revenue.appropriation actual 2022 40亿元",
    ]);
    const untitled: DocumentHints = { fiscalYear: 2022, entity: null, types: [] };
    expect(facts(prose([], "多年来本级预算首次下降。", "2022年度财政拨款收入40亿元。"), untitled)).toEqual([
      "revenue.appropriation actual 2022 40亿元",
    ]);
    expect(facts(prose([], "年初预算数30万元。2022年收入预算总额30万元。机关运行经费5万元。"), untitled).at(-1)).toBe(
      "operating_costs initial_budget 2022 5万元",
    );
  });
});

describe("wholes and their parts", () => {
  test("what the words mean may stand for the words: goods and services bought to keep the office running", () => {
    expect(spent("2022年为保障单位正常运行而发生的购买货物和服务各项支出合计41万元，比上年减少2万元。")).toEqual([
      "operating_costs actual 2022 41万元",
      "operating_costs change 2022 -2万元",
    ]);
    expect(spent("修缮工程各项支出合计60万元。")).toEqual([]);
  });
  test("支出 behind a list of lines is all of them", () => {
    expect(planned("年初预算数90万元，其中：教育支出60万元，卫生健康支出30万元。支出较去年增加7万元。")).toEqual([
      "function initial_budget 2022 60万元",
      "function initial_budget 2022 30万元",
    ]);
  });
  test("a line told in the paragraph before has no parts in the next", () => {
    expect(
      planned("按支出功能分类，包括教育支出60万元。", "按支出用途分类，包括人员支出50万元，项目支出10万元。"),
    ).toEqual([
      "function initial_budget 2022 60万元",
      "expenditure.personnel initial_budget 2022 50万元",
      "expenditure.project initial_budget 2022 10万元",
    ]);
  });
  test("those paid at the year's beginning are not those at its end", () => {
    expect(spent("年初财政供养人员80人，其中在职60人；年末在职58人。")).toEqual(["staff.actual count 2022 58人"]);
  });
  test("a blank behind the comma of thousands parts no number", () => {
    expect(spent("公务用车运行维护费1, 537.4万元，比上年增加2, 100元。")).toEqual([
      "sangong.vehicle_operation actual 2022 1,537.4万元",
      "sangong.vehicle_operation change 2022 2,100元",
    ]);
  });
});

describe("told afterwards", () => {
  const press: DocumentHints = { fiscalYear: 2016, entity: null, types: ["sangong_statement"] };
  test("去年 is the year whose accounts are told, 今年 the year after", () => {
    expect(
      facts(
        prose(
          [],
          "海望市公布2016年三公经费决算。去年市级部门三公经费支出90万元，下降10%。今年预算安排三公经费95万元。",
        ),
        press,
      ),
    ).toEqual([
      "sangong.total actual 2016 90万元",
      "sangong.total change_rate 2016 -10%",
      "sangong.total initial_budget 2017 95万元",
    ]);
  });
  test("behind two comparisons a rate alone is against the year before", () => {
    expect(
      facts(
        prose(
          [],
          "2016年三公经费支出90万元，比上年决算减少10万元，比年初预算数少支出5万元。公务接待费30万元，下降21%。",
        ),
        press,
      ),
    ).toEqual([
      "sangong.total actual 2016 90万元",
      "sangong.total change 2016 -10万元",
      "sangong.total budget_variance 2016 -5万元",
      "sangong.reception actual 2016 30万元",
      "sangong.reception change_rate 2016 -21%",
    ]);
  });
});

describe("forms of other provinces", () => {
  test("a fund alone under an income's title is that income", () => {
    expect(
      facts(prose(["二、收入预算情况"], "（二）收入预算520万元，其中：", "一般公共预算520万元，占100%。"), BUDGET),
    ).toEqual([
      "revenue.total initial_budget 2022 520万元",
      "revenue.general_public initial_budget 2022 520万元",
      "revenue.general_public share 2022 100%",
    ]);
  });
  test("a heading with a full stop behind it", () => {
    expect(spent("（一）收入决算情况。", "2022年度，本单位收入为160万元，其中：财政拨款收入150万元。")).toEqual([
      "revenue.current actual 2022 160万元",
      "revenue.appropriation actual 2022 150万元",
    ]);
  });
  test("what came in of a project is neither its budget nor what it cost", () => {
    expect(spent("防汛专项：年初预算100万元，实际到位90万元，实际支出88万元。")).toEqual([
      "project initial_budget 2022 100万元 [防汛专项]",
      "project actual 2022 88万元 [防汛专项]",
    ]);
  });
  test("all who work there, and those of them with a post", () => {
    expect(spent("年末职工总数320人，其中在编人员260人。")).toEqual([
      "staff.actual count 2022 320人",
      "staff.actual count 2022 260人",
    ]);
  });
});

describe("lists and budgets of one sentence", () => {
  test("各 before as many numbers as things: each has its own; before another number nobody", () => {
    expect(
      spent("2022年度收、支总计各是41.2，43.9万元。与上年相比，收、支总计各减少12.6，25.7万元，各下降23.5%、38.2%。"),
    ).toEqual([
      "revenue.total actual 2022 41.2万元",
      "expenditure.total actual 2022 43.9万元",
      "revenue.total change 2022 -12.6万元",
      "expenditure.total change 2022 -25.7万元",
      "revenue.total change_rate 2022 -23.5%",
      "expenditure.total change_rate 2022 -38.2%",
    ]);
    expect(spent("收、支总计各是41.2，43.9，45万元。")).toEqual([]);
  });
  test("the budget the year began with, and the one it ended with", () => {
    expect(
      spent(
        "2022年三公经费支出数25万元，预算数为95万元（年初预算数19万元，由于机构调整追加到95万元），支出数比预算数减少70万元。",
      ),
    ).toEqual([
      "sangong.total actual 2022 25万元",
      "sangong.total final_budget 2022 95万元",
      "sangong.total initial_budget 2022 19万元",
      "sangong.total budget_variance 2022 -70万元",
    ]);
  });
  test("the next of the three costs ends the reason for the one before", () => {
    expect(
      spent("公务用车运行维护费14万元，减少的原因是车辆采购未执行完造成的：公务接待费支出数7万元，预算数8万元。"),
    ).toEqual([
      "sangong.vehicle_operation actual 2022 14万元",
      "sangong.reception actual 2022 7万元",
      "sangong.reception initial_budget 2022 8万元",
    ]);
  });
  test("a year told before the report's own holds for what is parted of it", () => {
    expect(
      facts(
        prose(
          [],
          "2012年度省本级三公经费支出5.76亿元，比2011年减少1.41亿元。其中：公务接待费2.05亿元；公务用车购置及运行维护费支出3.18亿元，比上年减少1.5亿元。",
        ),
        { fiscalYear: 2013, entity: null, types: ["sangong_statement"] },
      ),
    ).toEqual([
      "sangong.total actual 2012 5.76亿元",
      "sangong.total change 2012 -1.41亿元",
      "sangong.reception actual 2012 2.05亿元",
      "sangong.vehicle actual 2012 3.18亿元",
      "sangong.vehicle change 2012 -1.5亿元",
    ]);
  });
});

describe("a town's own treasury", () => {
  test("财政总收入 is all of it, whatever fund the heading names", () => {
    expect(
      spent(
        "（一）一般公共预算决算情况",
        "2022年财政总收入完成920万元，为调整预算的101%。一般公共预算支出810万元，结余110万元。",
        "1.教育事业事务支出300万元，为调整预算的99%。",
        "上年结余30万元。",
      ),
    ).toEqual([
      "revenue.total actual 2022 920万元",
      "revenue.total execution_rate 2022 101%",
      "general_public.expenditure actual 2022 810万元",
      "expenditure.carryover actual 2022 110万元",
      "function actual 2022 300万元 {general_public}",
      "function execution_rate 2022 99% {general_public}",
      "revenue.carryover actual 2022 30万元",
    ]);
  });
  test("what is counted in no certain year is no fact", () => {
    expect(spent("某部去年实有公车27辆。2022年末一般公务用车保有量为27辆。")).toEqual([
      "sangong.vehicles_held count 2022 27辆",
    ]);
  });
});

describe("parts and years before, beside a whole", () => {
  test("a rate behind a body's part is the part's", () => {
    expect(
      spent("2022年财政总收入完成920万元，为调整预算的101%。其中：地方财政收入完成500万元，为调整预算的105%。"),
    ).toEqual(["revenue.total actual 2022 920万元", "revenue.total execution_rate 2022 101%"]);
  });
  test("what is to come in is compared with what came in", () => {
    expect(planned("2022年我镇可实现公共财政预算收入110万元，比上年100万元增长10%。")).toEqual([
      "revenue.general_public initial_budget 2022 110万元",
      "revenue.general_public actual 2021 100万元",
      "revenue.general_public change_rate 2022 10%",
    ]);
  });
});

describe("what stands behind a list, a label or an unknown amount", () => {
  test("a comparison behind a list of parts is the whole's", () => {
    expect(spent("收入总额98万元，其中：财政拨款88万元，上年结转10万元；比2021年增长12%。").at(-1)).toBe(
      "revenue.total change_rate 2022 12%",
    );
  });
  test("what is left of money that is not known is no balance of the year", () => {
    expect(spent("管网维护资金累计支出36万元，结余1.7万元。年末结余4万元。")).toEqual([
      "expenditure.carryover actual 2022 4万元",
    ]);
  });
  test("a label that is not known ends what the paragraph before spoke of", () => {
    expect(planned("政府采购预算35万元。", "绩效目标：2022年我校预算项目3个，预算金额205.6万元。")).toEqual([
      "procurement.total initial_budget 2022 35万元",
    ]);
  });
  test("cars parted by kind are assets, wherever they are told", () => {
    expect(spent("单位共有车辆6辆，其中：机要通信用车1辆，其他用车5辆。")).toEqual([
      "assets.vehicles count 2022 6辆",
      "assets.vehicles_confidential count 2022 1辆",
      "assets.vehicles_other count 2022 5辆",
    ]);
  });
});

describe("text copied without its line breaks", () => {
  test("a point inside a paragraph begins another: what follows speaks of its subject", () => {
    expect(
      spent(
        "（三）支出决算情况说明 本年支出合计48万元，其中：基本支出40万元。（五）财政拨款支出决算总体情况 2022年度财政拨款支出45万元。较年初预算数增加6万元。",
      ),
    ).toEqual([
      "expenditure.current actual 2022 48万元",
      "expenditure.basic actual 2022 40万元",
      "appropriation.expenditure.current actual 2022 45万元",
      "appropriation.expenditure.current budget_variance 2022 6万元",
    ]);
  });
  test("变动率 without a comparison says nothing of what it is counted from", () => {
    expect(spent("三公经费预算6万元，实际支出4.1万元，变动率为-12.8%。")).toEqual([
      "sangong.total initial_budget 2022 6万元",
      "sangong.total actual 2022 4.1万元",
    ]);
  });
});
