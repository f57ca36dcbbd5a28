import { describe, expect, test } from "vitest";
import { amountOf, digitsOf } from "../../extractors/narrative/text/chinese-numerals.ts";
import { facts, prose, SANGONG } from "./narrative-support.ts";

describe("numbers written out", () => {
  test.each([
    ["两", "2"],
    ["十二", "12"],
    ["二百一十", "210"],
    ["一千零五", "1005"],
    ["一万五千", "15000"],
    ["叁拾贰万伍仟陆佰", "325600"],
    ["一亿二千万", "120000000"],
    ["一千万亿", "1000000000000000"],
  ])("%s is %s", (written, digits) => expect(digitsOf(written)).toBe(digits));

  test.each([
    ["叁拾贰万", "32", "万元"],
    ["十三点五万", "13.5", "万元"],
    ["三亿", "3", "亿元"],
    ["一亿二千万", "120000000", "元"],
    ["一万五千", "15000", "元"],
    ["零", "0", "元"],
  ])("%s元 is %s%s", (written, printed, unit) => expect(amountOf(written)).toEqual({ printed, unit }));

  test("units and vague amounts are no numbers", () => {
    expect(
      facts(
        prose(
          [],
          "公务接待费单位为万元，节约几十万元，多花数百万元，每万元都要节约。",
          "公务接待费三万余元，公务用车运行费约五万元。",
        ),
        SANGONG,
      ),
    ).toEqual(["sangong.reception actual 2022 ~3万元", "sangong.vehicle_operation actual 2022 ~5万元"]);
  });
});
