import type { OcrQuirks } from "./engine.ts";

/** Pairs of characters readers of Chinese print take for each other however sure they are. */
const TWINS = new Set(
  "入人 目日 目自 费咏 未末 己已 士土 千干 贷货 贷责 贷费 额颜 额频 项顶 款欸 元无 元兀 拔拨 抱拖 绩缆 绩缎 绩缋 益盐 施旋 问闭 问间 完宏 差莲 标杯 指揩 指掀 映眨 支文 支攴 合各 类美 类粪 团囡".split(
    " ",
  ),
);

/** What engines without ≥ and ≤ among their characters read them as, at the head of a cell before a number. */
const COMPARISONS = /^[<>＜＞≤≥《》〈〉之么乏久ZVv∨Λ∧≧≦⩾⩽一二三和>]$/u;

/** What the models of Chinese print known here have in common; an engine's own file says where it differs. */
export const CHINESE_QUIRKS: OcrQuirks = { percentAsDigit: true, comparisons: COMPARISONS, twins: TWINS };
