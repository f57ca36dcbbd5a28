import type { TroubleCode } from "../../lib/errors.ts";
import type { StoreErrorCode } from "../../store/index.ts";

/** 给人看的话。English in `en.ts`; both have the same keys. */
export const zh = {
  about: "明账：把公共部门公开的决算、预算、三公经费、绩效自评文件读成可核对的数据，每个数都带页码和位置",
  exitCodes: [
    "退出码：",
    "  0  全部读完",
    "  1  有文件没能读（其余照常）",
    "  2  命令用法有误",
    "  3  数据库不能用（不是本程序的库、被占用、版本更新）",
    " 70  程序自身的错误",
  ].join("\n"),
  example: "例：",
  usage: {
    usage: "用法：",
    commands: "命令：",
    options: "选项：",
    arguments: "参数：",
    help: "显示帮助",
    helpCommand: "显示某个命令的帮助",
    version: "显示版本",
  },
  files: "文件或文件夹",
  option: {
    engine: "PDF 引擎：auto（先 PDFium，文字层不可信时用 pdf.js）、pdfium、pdfjs",
    ocr: "光学识别：auto（只在没有可信文字的页）、always、never",
    ocrEngine: "识别引擎：tesseract.js、tesseract",
    db: "SQLite 数据库文件",
    jobs: "同时读几个文件（默认：处理器个数）",
    timeout: "一个文件多少秒没有进展就放弃（默认 300）",
    json: "每行一个 JSON",
    csv: "输出 CSV",
    out: "每个文件的记录写成 文件夹/文件名.jsonl，不打印",
  },
  extract: { about: "读出记录，每行一个 JSON（文件、事实、指标、目标、评价、疑点）" },
  tables: {
    about: "读出表格，每行一个 JSON（行列、合并、位置）",
    html: "输出网页，便于用浏览器查看",
    none: "没有表格",
  },
  usageError: {
    unknownCommand: (name: string) => `没有这个命令：${name}`,
    unknownOption: (name: string) => `没有这个选项：${name}`,
    missingArgument: (name: string) => `缺少参数：${name}`,
    missingValue: (name: string) => `选项缺少值：${name}`,
    missingOption: (name: string) => `缺少选项：${name}`,
    tooMany: "参数太多",
    positive: "要正整数",
    other: (message: string) => `用法有误：${message}`,
    didYouMean: (name: string) => `（是不是 ${name}？）`,
  },
  ingest: {
    about: "把文件和文件夹读进数据库；读过的跳过，程序更新后重读并替换",
    outcome: { new: "新增", replaced: "重读", unchanged: "未变", failed: "未读" },
    columns: ["文件", "结果", "页", "表", "记录", "未认表", "未读数", "单位不明", "问题", "秒"],
    read: (pages: number, tables: number, records: number) => `${pages} 页，${tables} 表，${records} 条记录`,
    unclaimed: (n: number) => `${n} 张表没有认出`,
    unreadCells: (n: number) => `${n} 个数没有读成记录`,
    unitsUnknown: (n: number) => `${n} 处单位不明`,
    troubles: (n: number) => `${n} 处问题`,
    left: (seconds: number) => `约剩 ${Math.ceil(seconds)} 秒`,
    bar: "{bar} {percentage}% {value}/{total} 个文件 | {speed} 页/秒 | 约剩 {eta_formatted} | {file}",
    files: (n: number, outcomes: string) => `文件 ${n} 个：${outcomes}`,
    total: (tables: number, records: number) => `共 ${tables} 张表，${records} 条记录`,
    gaps: (unclaimed: number, cells: number, units: number, troubles: number) =>
      `没有读懂的：${unclaimed} 张表没有认出，${cells} 个数没有读成记录，${units} 处单位不明，${troubles} 处问题（mingzhang show --unread 文件 可逐条查看）`,
    speed: (pages: number, seconds: string, perSecond: string) => `${pages} 页，${seconds} 秒，每秒 ${perSecond} 页`,
    database: (path: string) => `数据库：${path}`,
  },
  panel: {
    about: "一个指标的对照表：单位 × 年度",
    concept: "概念，如 sangong.total（三公经费合计）、sangong.reception（公务接待费）",
    measure: "口径，如 actual（决算数）、initial_budget（年初预算数）",
    unit: "金额单位",
    item: "只取这个项目名称（用于 function、economic 这类按名称区分的行）",
    entity: "单位",
    heading: (concept: string, measure: string, unit: string) => `${concept}，${measure}，金额单位：${unit}`,
    disagreeing: "* 别处对同一年还有不同的数",
    others: (measures: string) => `没有这个口径的数；有：${measures}`,
    nothing: (concept: string) => `数据库里没有 ${concept}`,
  },
  database: {
    "not-a-database": "不是 SQLite 数据库",
    "not-ours": "是别的程序的数据库，不敢动它",
    newer: "由更新版本的程序写成，请升级",
    locked: "正被另一个程序占用，请稍后再试",
    "cannot-open": "打不开或写不进去",
    damaged: "数据库损坏",
    missing: "没有这个数据库，先用 mingzhang ingest 读入文件",
  } satisfies Record<StoreErrorCode, string>,
  seeHelp: "看帮助：mingzhang --help，或 mingzhang 命令 --help",
  bug: "程序自身的错误，请把下面的内容报告给开发者：",
  wrote: (path: string, records: number) => `${path}：${records} 条`,
  page: (n: number) => `第 ${n} 页`,
  trouble: {
    "not-found": "找不到或打不开",
    "empty-file": "空文件",
    "unknown-format": "认不出的格式",
    "unsupported-format": "还不能读的格式",
    damaged: "文件损坏",
    password: "加密文件，需要密码",
    "limit-exceeded": "超过安全上限",
    timeout: "超时",
    crashed: "读这个文件时程序出错",
    "missing-program": "缺少需要的程序",
    "unsafe-path": "压缩包里有不安全的路径",
    "hidden-part": "有隐藏的工作表、行或列没有读",
    "unit-unknown": "单位不明",
    "number-unreadable": "数字读不出",
    "form-without-records": "认得表样，却没读出内容",
    "ocr-failed": "光学识别失败",
  } satisfies Record<TroubleCode, string>,
};

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

export type Messages = Widen<typeof zh>;
