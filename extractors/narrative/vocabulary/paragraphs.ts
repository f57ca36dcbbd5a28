/** A line that begins a new point. */
export const NUMBERED =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、．]|\d{1,2}\.(?!\d)|[①-⑳]|[—–-]{1,2}\s*\p{L}|第[一二三四五六七八九十]+部分|其中[：:])/u;
/** （五）…, 三、… at the head of a sentence. */
export const INLINE_POINT = /^(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)/u;
/** 关于2012年部门决算和2013年“三公经费”预算情况的说明: a longer title, without a comma and with a title's last word. */
export const TITLE =
  /^[^，。；：,;:]{4,60}(?:说明|公开|公示|公告|报告|报表|通报|情况|决算|预算|信息|汇总|安排|摘要|表)[）)]?\s*$/u;
/** （二）部门整体支出规模、使用方向、涉及范围等: a numbered line without a number in it … */
export const HEADS_A_PARAGRAPH = /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．])[^\d。]{4,50}$/u;
/** … above a sentence that begins afresh. */
export const OPENS_A_PARAGRAPH = /^\s*(?:20\d{2}\s*年|截至|我[局院校镇]|本(?:部门|单位|年))/u;
/** 财政拨款支出主要内容如下：, a line of its own that announces what follows. */
export const ANNOUNCES_A_LIST = /^\s*[^，。；,;\n]{2,36}如下[：:]\s*$/u;
