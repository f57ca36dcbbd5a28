/**
 * The words a money phrase is built of besides its subject. A phrase is read from its head leftwards: 其他资金 + 收入预算总计 is understood
 * only where every word of it stands here or in the vocabulary; see `text/phrases.ts`.
 */

/** Verbs, particles and adverbs: a noun ends or begins at them. */
export const LINKS =
  "到(?=今年)|到(?=20\\d{2}年)|均为|均|仅为?|只有|则|也|又|再次|继续|并|且|分项看|其中|[整总]体(?=[下减增上压])|之所以|另外?|和|与|及|以及|各|由|从|在|中(?![央心学国医共小])|已|安排|列支|发生|开支|使用|用|花费|约为?|大约|近|将近|为|是|达到?|计|的|了|其|(?<![国公私所])有|说明|具体|完成|下达|批复|一是|二是|三是|四是|包括|包含|含|到位|主要(?=为)|未|无|较|比|相比较?|相较|对比|比较|分为|预计|拟|占有使用|占有|占用|参加|参与|国内(?=[来公接])|计划|支付|结算|汇总|上报|控制在|上花费|上支出|上开支|拨入|此外|而|可比(?=[增减下上])|用于支付|共|累计|总共|共计|实际";

/** Whose money, of which time, by which measure: they stand before a subject and change nothing of what it is. */
export const QUALIFIERS =
  "全部门|国有资产|一般预算|公共财政预算|公共预算|项目(?!\\d)|财政拨款|一般公共预算|政府性基金|拨款|当年|全年|年度|年内|全部|部门|单位|本单位|本部门|我局|我单位|我部门|我办|本局|我镇|同口径|可比口径|按可比口径|同期|人民币|年末|年底|期末|目前|省级|市级|县级|区级|本级|全市|全县|全区|全镇|全省|期间|财政预算拨款|公共预算财政拨款|公共预算拨款|年|度";

/** A fund alone before an amount says where a part of it comes from: 其中一般公共预算拨款3万元. */
export const FUND_ALONE =
  "(?:一般公共预算|政府性基金|公共预算|财政)(?:财政)?拨款|财政预算拨款|一般公共预算|政府性基金|财政专户管理(?:的)?资金|单位(?:自有)?资金|自有资金";

/** Nouns of money and number: alone they go on with what is spoken of, behind a word that is not known they are its head. */
export const HEADS =
  "采购(?:合同)?金额|采购项目|小计|整体|总体|总开支|总支出|收入|支出|总额|总数|总计|合计|数|额|金额|总金额|总量|经费|费用|费|资金|规模|部分|水平|情况|数量|个数|款|项|类|该项目|人数|人次|总人数|总人次|科目";

/** Whose money it is: names of bodies and regions by their last word. */
export const OWNERS =
  "[局委办厅部署院处室所站队社团馆校园府庭镇乡村县市省区州旗盟联协司]|(?<!社)会|人大|政协|大学|[小中]学|银行|基地|系统|部门|单位|本级|[省市县区]级|[省市县区]直|街道|机关|机构|中心|集团|财政|我们|中央|全国|所属|下属|直属";

/** A predicate, a list or a mark of numbering: a noun begins behind it. */
export const OPENERS =
  "资产|财务|加|实施|开展|进行|签订|配备|配置|等|的|参加|参与|组织|派出?|之|即|用于|取得|实现|产生|拨付|核定|编制|编报|公布|公开|列明|节约|按|其余|除|不|负担|新增|压减|现|原|将|把|对|根据|经|年|[-—~·/.]|\\d";

/** Subjects that begin with their own verb: the words before it are who did it, or to what. */
export const WITH_VERB =
  /^(?:更新|新?购|购|采购|接待|招待|共有|现有|拥有|实有|保有|授予|给予|面向|专门|由|向|预留|出访|组|参加)/u;

/** 经费拨款. */
export const GRANT = /^拨款$/;

/** 上年一般公共预算拨款收入. */
export const LAST_YEARS = /^上年/;

/** Words between two names of one list. */
export const AND = /^(?:和|与|及|以及)$/;

/** 非财政拨款收入, 非同级财政拨款: what a noun is not. */
export const NEGATED = /非(?:本级|同级)?$/u;

/** 及使用结转结余. */
export const USED = /^(?:使用|动用)$/;
/** How names of money end: what stands before 及 or 、 and ends so is another amount's name. */
export const MONEY_NAME = /(?:资金|经费|费用?|工资|补助|补贴|支出|收入|津贴|奖金|款)(?:额|数)?[、和与及以]?$/u;
/** A phase that begins with its own verb. */
export const APPROVED = /^(?:批准|审议通过)/u;
