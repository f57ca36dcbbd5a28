import { expect, test } from "vitest";
import { plainBlocks } from "../../src/layout/plain/index.ts";

const rowsOf = (text: string): string[] =>
  plainBlocks(text).flatMap((block) =>
    block.kind === "grid"
      ? Array.from({ length: block.rows }, (_, r) =>
          block.cells
            .filter((cell) => cell.r === r)
            .map((cell) => cell.text)
            .join("|")
            .replace(/\|+$/, ""),
        )
      : [],
  );

const LINES = `
财政供养人员情况 编制数 2018年实际在职人数 控制率

40 38 95.

00% 经费控制情况 2017年决算数 2018年预算数 2018年决算数 三公经费 29.00 63.40 44.20

1、公务用车购置和维护经费 11.80 41.40 39.30 其中:公车购置 29.40 29.40 公车运行维护 11.80

12.00 9.90

2、出国经费

3、公务接待 17.20

22.00 4.90 项目支出:

1、业务工作专项 938.8

320 689.16

2、运行维护专项 公用经费 其中:办公经费 14.44

10 0.68 会议费、培训费 无 0.8 政府采购金额 16.14 30.66
`;

test("base data in running text: names of lines part it, sums of lines say where amounts with lost blanks stand", () => {
  expect(rowsOf(LINES)).toEqual([
    "财政供养人员情况|编制数|2018年实际在职人数|控制率",
    "|40|38|95.00%",
    "经费控制情况|2017年决算数|2018年预算数|2018年决算数",
    "三公经费|29.00|63.40|44.20",
    "1、公务用车购置和维护经费|11.80|41.40|39.30",
    "其中:公车购置||29.40|29.40",
    "公车运行维护|11.80|12.00|9.90",
    "2、出国经费",
    "3、公务接待|17.20|22.00|4.90",
    "项目支出:",
    "1、业务工作专项|938.8|320|689.16",
    "2、运行维护专项",
    "公用经费",
    "其中:办公经费|14.44|10|0.68",
    "会议费、培训费|||||0.8",
    "政府采购金额|||||16.14|30.66",
  ]);
});

test("a sum that does not come out decides nothing", () => {
  expect(rowsOf(LINES.replace("41.40 39.30", "41.50 39.30"))).toContain("其中:公车购置|||||29.40|29.40");
});
