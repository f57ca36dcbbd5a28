/**
 * Words that a person's name or number follows in the forms: who filled in, who signs, whom to ask. Records leave them out, and so does the
 * store. Written without blanks.
 */
const NAME_LABELS = [
  "填表人",
  "填报人",
  "制表人",
  "经办人",
  "联系人",
  "审核人",
  "复核人",
  "项目负责人",
  "单位负责人",
  "部门负责人",
  "财务负责人",
  "主管负责人",
  "负责人",
  "法定代表人",
  "评价人",
  "验收人",
  "签字人",
];
const NUMBER_LABELS = [
  "联系电话",
  "联系方式",
  "办公电话",
  "手机号码",
  "手机号",
  "手机",
  "电话",
  "传真",
  "身份证号码",
  "身份证号",
  "身份证",
];
/** What may stand between the label and the colon: 填表人（签字）：, 负责人签字：, 联系人及联系电话：. */
const SIGNED = String.raw`(?:(?:姓名|签名|签字|签章|盖章|签|章)|[（(][^（）()\n]{1,8}[）)]|[及和、/](?:联系)?(?:电话|方式)){0,3}`;

const blanks = String.raw`[\s\u3000]*`;
/** Labels are printed justified: 填 表 人. */
const spaced = (word: string): string => [...word].join(blanks);
const oneOf = (words: readonly string[]): string => words.map(spaced).join("|");
/** One name: two to four characters, blanks between them, or a longer one with dots. Several are parted by 、. */
const NAME = String.raw`(?:\p{Script=Han}(?:[ \u3000]{0,4}\p{Script=Han}){1,3}|\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+)`;
const END = String.raw`(?=[\s\u3000,，;；、。（(\d/]|$)`;

/** A label and the name behind its colon; group 2 is the name. */
export const LABELLED_NAME = new RegExp(
  String.raw`((?:${oneOf(NAME_LABELS)})${SIGNED}${blanks}[:：]${blanks})(${NAME}(?:[、/]${NAME})*)${END}`,
  "gu",
);
/** Of those who fill in or sign, a name also behind a blank: 填表人 张三, 负责人签字 张三. */
const BEHIND_BLANK = `(?:${oneOf(["填表人", "填报人", "制表人", "经办人", "联系人"])})${SIGNED}|(?:${oneOf(NAME_LABELS)})(?:${oneOf(["签字", "签名", "签章"])})`;
const NEXT_LABEL = oneOf([
  "填报",
  "填表",
  "制表",
  "审核",
  "复核",
  "联系",
  "负责",
  "单位",
  "部门",
  "日期",
  "身份",
  "手机",
  "电话",
  "传真",
  "盖章",
  "公章",
]);
export const SPACED_NAME = new RegExp(
  String.raw`((?:${BEHIND_BLANK})[ \u3000]+)(?!${NEXT_LABEL})(\p{Script=Han}{2,4})${END}`,
  "gu",
);
/** A label and the number behind it; group 2 is the number. */
export const LABELLED_NUMBER = new RegExp(
  String.raw`((?:${oneOf(NUMBER_LABELS)})${SIGNED}${blanks}[:：]?${blanks})([(（]?\d[\d\-－—()（） ]{4,}[\dXx])`,
  "gu",
);
/** A cell that is such a label: group 1 is empty for one of a number. */
export const PERSON_LABEL = new RegExp(
  String.raw`^(?:(${NAME_LABELS.join("|")})|(?:${NUMBER_LABELS.join("|")}))${SIGNED}[:：]?$`,
  "u",
);
/** What stands in a person's cell and is no name. */
export const NO_NAME =
  /^(?:无|详见|见|同上|签字|签名|盖章|姓名|电话|日期|单位|部门|职务|项目)|(?:公章|日期|单位|部门|负责人|电话|名称)$/u;
/** A number that is followed by a unit is an amount. */
export const UNIT_FOLLOWS = String.raw`(?!\s*(?:元|万|亿|千|百|[%％‰]))`;
