/** 全部为公务接待费，比年初预算…: said of the subject before. */
export const WHOLLY = /(?:(?:全部?|均|都|皆)(?:为|是|系|属|用于)(?:了)?|[，；](?:为|系))$/;

/** 一般公共预算支出安排的“三公”经费: whose money it is, not what is spoken of. */
export const SOURCE = /(?:安排|开支|列支|支付)的?$/;

/** 本年收入, 本年支出. */
export const THIS_YEARS = /^本年/;

/** What is to be bought or was sold is not held. */
export const ACQUIRED = /购置|采购|报废|处置|更新|新增|配备|配置/;

/** The whole accounts, or what was spent of what is spoken of. */
export const YEARS_EXPENDITURE = /^(?:本年度?|当年|全年)支出$/;

/** 国内公务接待: no guests from abroad. */
export const DOMESTIC = /^国内/;

/** 全年支出: of the noun spoken of, where it is not known. */
export const YEARS_MONEY = /^(?:全年|当年|本年度?)(?:支出|收入)$/;

/** The last of a list: of what kind, the others before it say. */
export const REST_OF_EXPENDITURE = /^其他支出$/u;

/** One reason after another. */
export const NEXT_REASON = /^(?:[二三四五六七八九]是|其[二三四])/;

/** 更新执法车1辆: told in passing among reasons. */
export const BOUGHT = /^(?:更新|新|购)/;

/** 其中：… goes on with what the sentence before compared with. */
export const CONTINUES = /^(?:[（\d一二三四五六七八九十）.、]*)?(?:其中|分项|具体)/;

/** 2016年“三公”经费预算情况如下：, a title: what follows is told of it. 预算罕见地出现下降。 announces nothing. */
export const ANNOUNCES = /[^。]$|如下|情况|说明|公开/;

/** 实现…收入: what comes in. */
export const REALISED = /实现/;

/** 结余17万元. */
export const BARE_BALANCE = /^结余(?:资金)?$/;
/** 年末结余. */
export const AT_YEARS_END = /[年期][末底终]$/;

/** 年初预算. */
export const YEARS_OPENING = /年初/;

/** 去年…，比去年同期: told a year later. */
export const YEAR_BEFORE_LAST = /去年同期|前年/;
