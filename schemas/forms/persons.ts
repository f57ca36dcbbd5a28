/**
 * Words that a person's name or number follows in the forms: who filled in, who signs, whom to ask. Records leave them out, and so does the
 * store. Written without blanks.
 */
const NAME_LABELS = [
  "填表人",
  "填报人",
  "填写人",
  "填制人",
  "编制人",
  "编报人",
  "报送人",
  "录入人",
  "制表人",
  "经办人",
  "承办人",
  "联系人",
  "联络人",
  "联络员",
  "审核人",
  "复核人",
  "审批人",
  "审定人",
  "批准人",
  "校对人",
  "责任人",
  "会计主管",
  "财务主管",
  "主管领导",
  "分管领导",
  "单位领导",
  "部门领导",
  "负责人",
  "法定代表人",
  "法人代表",
  "评价人",
  "验收人",
  "签字人",
];
/** Of these, who fills in and who is asked: nothing but a name follows. */
const FILLERS = ["填表人", "填报人", "制表人", "经办人", "联系人"];
/** Words that mostly say something else: what follows must look like a name. */
const DOUBTFUL_LABELS = [
  "填表",
  "填报",
  "制表",
  "编制",
  "审核",
  "复核",
  "审批",
  "经办",
  "会计",
  "出纳",
  "组长",
  "组员",
  "成员",
  "姓名",
  "签字",
  "签名",
  "专家",
  "法人",
];
const NUMBER_LABELS = [
  "联系方式",
  "手机号码",
  "手机号",
  "手机",
  "电话号码",
  "电话",
  "座机",
  "固话",
  "传真",
  "热线",
  "身份证件号码",
  "身份证号码",
  "身份证号",
  "身份证",
  "微信号",
  "QQ号",
];
const ENGLISH_NUMBER_LABELS = ["Telephone", "T ?e ?l", "Mobile", "Phone", "Fax"];
/** Surnames of one character that are common, and those of two. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱" +
  "江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童" +
  "凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧" +
  "闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠" +
  "豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利" +
  "於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由葛奚柏水昌凤俞费";
const LONG_SURNAMES = [
  "欧阳",
  "上官",
  "诸葛",
  "司马",
  "皇甫",
  "东方",
  "夏侯",
  "尉迟",
  "令狐",
  "长孙",
  "慕容",
  "司徒",
  "司空",
  "宇文",
  "端木",
  "南宫",
  "西门",
  "公孙",
  "轩辕",
  "淳于",
  "单于",
  "澹台",
  "濮阳",
  "太史",
  "申屠",
  "赫连",
  "呼延",
  "钟离",
  "闾丘",
  "东郭",
  "百里",
  "独孤",
  "完颜",
  "纳兰",
  "第五",
];
/** How those are called who are named: 王主任. */
const TITLES = [
  "主任",
  "科长",
  "股长",
  "局长",
  "处长",
  "所长",
  "站长",
  "院长",
  "校长",
  "部长",
  "书记",
  "经理",
  "同志",
].concat(["先生", "女士", "老师", "会计", "副"]);

const blanks = String.raw`\s{0,40}`;
const oneOf = (words: readonly string[]): string => words.join("|");
/** Labels are printed justified: 填 表 人. */
const spaced = (words: readonly string[]): string => oneOf(words.map((word) => [...word].join(String.raw`\s{0,12}`)));

/** What may stand between the label and the colon: 填表人（签字）：, 负责人签字：, 联系人及联系电话：. */
const SIGNED = String.raw`(?:\s?(?:姓名|签名|签字|签章|盖章|签|章)|\s?\([^()\n]{1,12}\)|[及和、/](?:联系)?(?:电话|方式)){0,3}`;
/** Lines to write on. */
const LINE = String.raw`[\s_.…【〔「[]{0,60}`;
const HAN = String.raw`\p{Script=Han}`;
/** Words that the next label begins with. */
const NEXT = oneOf([...NAME_LABELS, ...NUMBER_LABELS, "联系", "填报", "填表", "审核", "复核", "单位", "日期"]);

/** One name: two to four characters, blanks between them, or a longer one with dots. Several are parted by 、. */
const NAME = String.raw`(?:${HAN}(?:[ \u3000]{0,4}(?!${NEXT})${HAN}){1,3}|${HAN}{1,8}(?:·${HAN}{1,8})+)`;
const SURNAME = String.raw`(?:${oneOf(LONG_SURNAMES)}|[${SURNAMES}])`;
/** What looks like a name wherever it stands. */
const SURE_NAME = String.raw`(?:${SURNAME}(?:[ \u3000]{0,4}(?!${NEXT})${HAN}){1,2}|${HAN}{1,8}(?:·${HAN}{1,8})+)`;
const TITLED = String.raw`${SURNAME}${HAN}{0,2}(?:${oneOf(TITLES)})${HAN}{0,4}`;
/** What follows a name: nothing of words, or the next label without a blank between. */
const END = String.raw`(?=[\s_,;、。.()\d/\-】〕」\]]|${NEXT}|$)`;
/** What follows a name in a sentence. */
const SAID_OF = String.raw`(?=[\s_,;、。.()\d/:\-】〕」\]]|${NEXT}|职务|职称|${oneOf(TITLES)}|${HAN}{2,10}:|$)`;
const NEXT_LABEL = spaced([
  ...["填报", "填表", "制表", "审核", "复核", "联系", "负责", "单位", "部门", "日期", "身份", "手机", "电话", "传真"],
  ...["盖章", "公章", "签字", "签名", "年", "月"],
]);

/**
 * A label and the name behind it; group 1 is the name. All patterns are for text whose full-width signs were made plain ones. In turn: behind a
 * colon; behind a blank, of those who fill in or sign; behind words that say something else as well; in a sentence.
 */
export const LABELLED_NAMES: readonly RegExp[] = [
  String.raw`(?:${spaced(NAME_LABELS)})${SIGNED}${blanks}:${LINE}(?!${NEXT_LABEL})(${TITLED}(?!${HAN})|${NAME}(?:[、/]${NAME})*${END}|${SURE_NAME}${SAID_OF})`,
  String.raw`(?:(?:${spaced(FILLERS)})${SIGNED}|(?:${spaced(NAME_LABELS)})(?:${spaced(["签字", "签名", "签章"])})${SIGNED})[\s_]{1,60}(?!${NEXT_LABEL})(${HAN}{2,4})${END}`,
  String.raw`(?:${spaced(DOUBTFUL_LABELS)})${SIGNED}${blanks}:${LINE}(?!${NEXT_LABEL})(${TITLED}(?!${HAN})|${SURE_NAME}(?:[、/]${SURE_NAME})*${SAID_OF})`,
  String.raw`(?:${spaced(NAME_LABELS)})${SIGNED}[是为;]?${LINE}(?!${NEXT_LABEL})(${SURE_NAME}(?:[、/]${SURE_NAME})*)${SAID_OF}`,
  String.raw`(?:${spaced(FILLERS)})${SIGNED}${blanks}:${LINE}(?!${NEXT_LABEL})(${HAN}{5,8})(?<![局室科部处会站院所司位门心])(?=[\s,;、。()\d]|$)`,
].map((pattern) => new RegExp(pattern, "dgu"));
/** The same in the row of a table, whose next cell may hold anything: only what looks like a name. */
export const ROW_NAMES: readonly RegExp[] = [LABELLED_NAMES[0]!, LABELLED_NAMES[2]!, LABELLED_NAMES[3]!];

/** A number that is followed by a unit is an amount. */
export const UNIT_FOLLOWS = String.raw`(?!\s*(?:元|万|亿|千|百|[%％‰]))`;
const NUMBER = String.raw`[(]?\+?\d[\d\-() ]{4,}[\dXx]`;
/** A label and the numbers behind it; group 1 is what holds them. */
export const LABELLED_NUMBER = new RegExp(
  String.raw`(?:${spaced(NUMBER_LABELS)}|\b(?:${oneOf(ENGLISH_NUMBER_LABELS)})\.?)${SIGNED}${blanks}[是为]?[:：]?${LINE}(?:${HAN}{2,4}\s{0,4})?(${NUMBER}(?:[\s,;、/或]{1,3}${NUMBER})*)(?![.,]?\d)${UNIT_FOLLOWS}`,
  "dgui",
);
/** Words beside which a number is one to call. */
export const CALLED = new RegExp(
  spaced(["电话", "手机", "联系", "咨询", "致电", "拨打", "热线", "传真"]) + String.raw`|\bTel`,
  "ui",
);
/** Whether a text may hold any of the labels: most hold none, and are not looked at twice. */
export const MAY_NAME_PERSONS = /[人机话式证真线员导表报核批办计纳长名字家管法]|Tel|Phone|Mobile|Fax/iu;
/** A cell or a paragraph that is such a label: group 1 is there for a name, group 2 for what must look like one, none for a number. */
export const PERSON_LABEL = new RegExp(
  String.raw`^(?:项目|单位|部门|财务|主管|主要|会计机构|评价组|项目组)?(?:(${oneOf(NAME_LABELS)})|(${oneOf(DOUBTFUL_LABELS)})|(?:联系|办公|固定|移动|值班|咨询|监督|举报|办公室)?(?:${oneOf(NUMBER_LABELS)}))${SIGNED}:?(?:[/、及和]?(?:联系)?(?:${oneOf([...NAME_LABELS, ...NUMBER_LABELS])})${SIGNED}:?)?$`,
  "u",
);
/** Such a label at the end of a text. */
export const ENDS_WITH_LABEL = new RegExp(
  String.raw`(?:(${oneOf(NAME_LABELS)})|(${oneOf(DOUBTFUL_LABELS)})|(?:${oneOf(NUMBER_LABELS)}))${SIGNED}:?$`,
  "u",
);
/** A text that is nothing but a name. */
export const ONLY_NAME = new RegExp(
  String.raw`^${SURE_NAME}(?:[、/]${SURE_NAME})*(?:\([^()]*\))?[/、,;]?[\d\-]*$`,
  "u",
);
/** Words of forms and of works that begin with what is a surname elsewhere. */
const WORDS = [
  ...["成本", "时效", "安全", "计划", "应急", "和谐", "文化", "文体", "文件", "文物", "石油", "水利", "水电", "金融"],
  ...["车辆", "车位", "房屋", "房租", "党建", "党费", "党员", "党务", "党组", "农业", "农村", "农民", "林业", "林地"],
  ...["商业", "商务", "平均", "容量", "路灯", "路面", "常规", "方案", "方法", "全部", "全额", "全县", "全市", "全省"],
  ...["公共", "公用", "公务", "公开", "公示", "利息", "利用", "利润", "信息", "信用", "信访", "计生", "储备", "连续"],
  ...["万元", "亿元", "千元", "高中", "高效", "高级", "白天", "甲方", "乙方", "国有", "国家", "国库", "广告", "司法"],
  ...["都是", "相关", "相应", "从业", "向上", "应当", "方便", "和财", "全年", "年度", "居民", "户籍", "强制", "设备"],
];
/** What stands in a person's cell and is no name. */
export const NO_NAME = new RegExp(
  `^(?:无|详见|见|同上|签字|签名|盖章|姓名|电话|日期|单位|部门|职务|项目|金额|${oneOf(WORDS)})|` +
    "(?:公章|日期|单位|部门|负责人|电话|名称|金额|数|率|值|费|款|额|方式|时间|情况|说明|备注|科目|编码|职务|职称|意见|程度|标准|目标|内容|" +
    "类型|级别|类别|原因|资金|合计|小计|总计|收入|支出|预算|决算|管理|计划|安全)$",
  "u",
);
