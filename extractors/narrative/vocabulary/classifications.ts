/** The functional classes (类) of the expenditure classification, 2007 to today, without the closing 支出. */
export const FUNCTIONAL_CLASSES: readonly string[] = [
  "一般公共服务",
  "外交",
  "国防",
  "公共安全",
  "教育",
  "科学技术",
  "文化体育与传媒",
  "文化旅游体育与传媒",
  "社会保障和就业",
  "社会保险基金",
  "医疗卫生",
  "医疗卫生与计划生育",
  "卫生健康",
  "节能环保",
  "环境保护",
  "城乡社区",
  "城乡社区事务",
  "农林水",
  "农林水事务",
  "交通运输",
  "资源勘探信息等",
  "资源勘探电力信息等事务",
  "资源勘探工业信息等",
  "商业服务业等",
  "商业服务业等事务",
  "金融",
  "金融监管等事务",
  "援助其他地区",
  "国土资源气象等",
  "国土海洋气象等",
  "自然资源海洋气象等",
  "住房保障",
  "粮油物资储备",
  "粮油物资储备事务",
  "国有资本经营预算",
  "灾害防治及应急管理",
  "抗疫特别国债安排的",
  "地震灾后恢复重建",
  "债务付息",
  "债务还本",
  "债务发行费用",
  "转移性",
  "其他",
];

/** Lines below the class that are so common in prose that they stand without their class: each needs the amount behind it. */
export const FUNCTIONAL_ITEMS: readonly string[] = [
  "住房公积金",
  "购房补贴",
  "提租补贴",
  "行政运行",
  "事业运行",
  "一般行政管理事务",
  "行政单位医疗",
  "事业单位医疗",
  "公务员医疗补助",
  "机关事业单位基本养老保险缴费支出",
  "机关事业单位职业年金缴费支出",
  "行政单位离退休",
  "事业单位离退休",
];

/** Lines that can only be functional: they need no context. */
export const FUNCTIONAL_ONLY =
  "机关事业单位(?:基本养老保险|职业年金)缴费支出|其他[\\p{Script=Han}]{2,10}事务支出|(?:行政|事业)单位医疗|一般行政管理事务";

/** Economic lines (款): an amount under such a name is the economic classification's, whatever brackets it carries. */
export const ECONOMIC_ITEMS: ReadonlySet<string> = new Set(
  (
    "基本工资 津贴补贴 奖金 社会保障缴费 伙食补助费 绩效工资 机关事业单位基本养老保险缴费 职业年金缴费 职工基本医疗保险缴费 " +
    "公务员医疗补助缴费 其他社会保障缴费 医疗费 其他工资福利支出 办公费 印刷费 咨询费 手续费 水费 电费 邮电费 取暖费 物业管理费 差旅费 " +
    "因公出国（境）费用 因公出国（境）费 维修（护）费 维修费 租赁费 会议费 培训费 公务接待费 专用材料费 被装购置费 专用燃料费 劳务费 委托业务费 " +
    "工会经费 福利费 公务用车运行维护费 其他交通费用 其他交通费 税金及附加费用 其他商品和服务支出 离休费 退休费 退职（役）费 抚恤金 生活补助 " +
    "救济费 医疗费补助 助学金 奖励金 其他对个人和家庭的补助 办公设备购置 专用设备购置 信息网络及软件购置更新 大型修缮 房屋建筑物购建 " +
    "物资储备 其他资本性支出"
  ).split(" "),
);

/** Classes of the economic classification, with the names they had before 2018. */
export const ECONOMIC_CLASSES =
  "机关工资福利支出|机关商品和服务支出|机关资本性支出(?:（[一二]）)?|对事业单位(?:经常性|资本性)补助|对企业资本性支出|工资福利性?支出|(?:一般)?商品和?服务支出|对个人和家庭(?:的)?补助(?:支出)?|(?:其他)?资本性支出(?:（基本建设）)?|债务利息及费用支出|对企业补助(?:（基本建设）)?|对企事业单位(?:的)?补贴(?:支出)?";
