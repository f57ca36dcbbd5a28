/** Heads of the two halves of 年度总体目标. */
export const EXPECTED =
  /^(?:年度|年初|全年(?:\(调整\))?|当年|项目)*(?:预期|设定|预定|绩效|总体|计划)*(?:设定)?目标(?:\(.*\))?:?$|^预期(?:绩效)?目标|^年初(?:设定|预期)|^年度(?:总体?)?(?:绩效)?(?:总体?)?目标/u;
/** Head of the half that says what became of it: 实际完成情况. */
export const ACHIEVED =
  /(?:实际|全年|目标|总体|绩效).*完成|^(?:具体)?完成情况|^年度目标完成|^(?:目标)?(?:实现|执行|达成)情况|实际(?:实现|达成)/u;
/** The label at the left of the 年度总体目标 block. */
export const OBJECTIVE_LABEL =
  /^(?:年度|年初|全年|本年|当年|项目|部门|整体)*(?:总体?|主要)?(?:绩效)?(?:总体?)?目标(?:和成果)?(?:\d+|[一二三四五六七八九十])?(?::?\(.*\))?:?(?:完成情况)?$/u;
/** Long-term halves stand beside the year's. */
export const LONG_TERM_OBJECTIVE = /^(?:中期|实施期|中?长期|三年|项目总)(?:总体)?(?:绩效)?目标/u;
/** Pieces of the label beside the two halves, as a narrow column breaks it. */
export const OBJECTIVE_SIDE =
  /^(?:年度|总体|目标|绩效|年度总体|总体目标|绩效目标|年度目标|年度总体目标|年度绩效目标|年度总体目|年度总体目标完成情况|完成情况|完成|情况|标)$/u;
/** How the text of a half begins where it is numbered. */
export const OBJECTIVE_BEGINS = /^(?:[（(]?[一二三四五六七八九1]|[一二]是|目标1)/u;
/** Words that end a sentence of it. */
export const OBJECTIVE_ENDS = /[。；;]$/u;
/** 年度绩效目标：…, its text in the same cell. */
export const OBJECTIVE_IN_CELL = /^([^：:]{2,20})[：:]([\s\S]+)$/u;
/** An answer that says nothing. */
export const NO_OBJECTIVE = /^[-—－/／无]+$/u;
/** What makes words an answer and no label. */
export const SENTENCE_MARK = /[，。；]/u;
