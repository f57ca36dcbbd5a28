import { describe, expect, test } from "vitest";
import { INDICATOR_HEADS } from "../../schemas/forms/performance/heads.ts";
import { wholeMeaning } from "../../src/lib/words.ts";

/** Heads as provinces print them, by what their column holds. A new head is one row here and one line in the declaration. */
const PRINTED: Readonly<Record<string, string>> = {
  level1: "一级指标 一级 一级目标 一级绩效指标 评价维度",
  level2: "二级指标 二级 二级指标(50分) 指标类别",
  level3: "三级指标 三级指标(名称) 三级",
  name: "指标名称 绩效指标名称 指标内容 具体指标 考核指标 指标 具体指标内容",
  nature: "指标性质 指标方向 符号 计算符号 运算符",
  unit: "度量单位 计量单位 单位 指标值单位 单位(文字描述)",
  target:
    "年度指标值 指标值 目标值 年初目标值(A) 预期指标值 计划值 年度目标值 全年目标值 绩效目标值 预期目标 预计当年实现 调整后指标值 年度指标 值 标准值 全年(程)指标值 全年(程)目标值 指标值及单位 年度指标值及计量单位 批复值 期望值",
  actual:
    "实际完成值 全年实际值 完成值 实绩 业绩值 实际完成情况 指标完成情况 目标完成情况 全年执行情况 实际值 达成值 年度实际值 完成情况 全年(调整)实际值 实际完成值及单位 截止评价时点完成值 截至12月底完成值",
  weight: "分值 权重 应得分 标准分 满分 指标权重 分数 分值(10分) 权重(%) 权重值 参考分值 权重分 基准分",
  score:
    "得分 自评得分 自评分值 实际得分 评价得分 评分 自评分 得分及扣分原因 指标得分 实得分 复核得分 自评计分 自我评分",
  reason:
    "偏差原因分析及改进措施 未完成原因分析 未完成原因 扣分原因 原因分析 偏差原因 未达标原因分析及整改措施 未完成原因和改进措施 差异分析 加减分说明",
  other:
    "评价标准 评分标准 指标解释 指标说明 评分细则 计分方法 数据来源 佐证材料 完成率 得分率 得分系数 偏差率 上年完成值 前年 指标说明及评分标准 指标值类型 半年(程)指标值",
  remark: "备注 说明 情况说明",
  body: "单位名称 部门名称 预算单位 主管部门 实施单位",
};

describe("heads of indicator blocks", () => {
  test.each(Object.entries(PRINTED).flatMap(([role, heads]) => heads.split(" ").map((head) => [head, role] as const)))(
    "%s heads a column of %s",
    (head, role) => {
      expect(wholeMeaning(head, INDICATOR_HEADS)).toBe(role);
    },
  );
  test.each([
    "绩效指标",
    "产出指标",
    "举办讲座",
    "完成三项任务的得分情况说明书",
    "权重得分",
    "年度资金总额（万元）及来源",
  ])("%s is no head of one", (text) => {
    expect(wholeMeaning(text, INDICATOR_HEADS)).toBeNull();
  });
});
