/** A number as accounts print it: at least one digit, nothing but digits, separators, signs, and the unit where every cell carries its own. */
export const AMOUNT =
  /^['’‘]?(?:大?约|近)?(?:人民币|RMB)?[-－−△▲（(]?[¥￥]?[\d０-９][\d０-９,，.．]*[)）]?(?:[%％]|(?:百万|万|千|亿)?元|万|亿|人次?|批次?|辆|台|套|个|次|户|家|[-－−])?(?:注\d{1,2}|[[［【]\d{1,2}[\]］】])?$/u;
/** What says that a number is less than exact: 约38.27, 近40. */
export const ABOUT = /^(?:大?约|近)(?=[\d０-９])/u;
/** A cell that is a number written out: 肆拾伍点陆, 三十八点二七万元. */
export const WRITTEN_OUT =
  /^(?=.+[百千万亿拾佰仟点元])[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖](?:[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]*[十百千万亿拾佰仟点])+[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖十百千万亿拾佰仟点]*[元整角分]*$/u;
/** What names our own money before a number: 人民币38.27万元, RMB 38.27. */
export const OWN_MONEY = /^(?:人民币|RMB)(?=[-−△▲(¥\d])/u;
/** ###, #REF!, #DIV/0!: a number too wide for its cell, or one its program could not work out. 163!.5: one spoilt by its format. */
export const HIDDEN_AMOUNT =
  /^[#＃]{2,}$|^#(?:REF|DIV\/0|VALUE|NAME|NUM|N\/A|NULL|SPILL|CALC)[!?]?$|^=.+[(!].+|^[-\d,.]*\d!\.\d+$/u;
/** A number that can be no count and no year: with decimals or thousands separators. */
export const EXACT_AMOUNT = /^[-－]?(\d{1,3}(,\d{3})+|\d+)\.\d+%?$|^[-－]?\d{1,3}(,\d{3})+$/u;
/** A cell that says that nothing is to be said: 无, 略, 无数据 stand in value columns too. */
export const NOTHING = /^(?:无|略|无数据|无此项|空|-+|—+|\/|\*)$/u;
/** Digits that may be a code or a part of one. */
export const DIGITS = /^\d{1,7}$/u;
/** A code of the functional or economic classification, its parts joined. */
export const CODE = /^[235]\d{2}(?:\d{2}){0,2}$/u;
/** [2080505]某支出, 2080505-某支出: code and name in one cell. */
export const GLUED_CODE = /^[[（(]?([235]\d{2}(?:\d{2}){0,2})[\])）]?[-—_:：]*(\p{Script=Han}.*)$/u;
/** What numbers a column: 1, (2), 3栏, 1=2+3, 4=(5+6). */
export const INDEX_MARK = /^[（(]?\d{1,2}[)）]?栏?(?:=[\d+\-−*×/÷()（）%]+)?$/u;
/** What stands beside the numbers of columns. */
export const INDEX_LABEL = /^(?:行次|栏次|栏号|类|款|项|目|甲|乙|丙|\*+|—+|-+)$/u;
/** The labels that make a row of few numbers one that numbers columns. */
export const INDEX_HEAD = /^(?:行次|栏次|栏号|甲)$/u;
/** A label that begins a line of a form: 一、, （一）, 1. */
export const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d))/u;
/** Money of other countries, in any power of ten. It has no value in 元 here: rates change, and none is printed. */
export const FOREIGN_MONEY =
  /^[百千万亿]*(?:美元|美金|欧元|港元|港币|日元|英镑|澳元|加元|新元|韩元|卢布|泰铢|法郎|马克|里拉|新台币|台币|澳门元|新加坡元|瑞士法郎|特别提款权|USD|EUR|HKD|JPY|GBP)$/u;
/** A cell that prints no number: dashes, dots, 无. */
export const BLANK_CELL = /^(?:[-−–—―─_/\\*.·…~]*|无|N\/?A)$/iu;
/** A rise or fall told by an arrow or a word instead of a sign: ↓3.03, 23.87%↓, 减少1.20. */
export const FALL = /^(?:[↓⬇▼]|减少|下降|降低|[减降])|[↓⬇▼]$/u;
/** Words of a rise or a fall before a number in a cell: 增长3.5%. */
export const RISE = /^(?:[↑⬆]|增加|增长|上升|提高|[增升])|[↑⬆]$/u;
