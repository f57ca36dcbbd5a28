/** 网页、JSON 和给程序用的工具的话。 */
export const reviewZh = {
  serve: {
    about: "在浏览器里看：每个数落在哪一页哪一处，处理疑点，查面板，按 JSON 取数（默认只给本机看、只读）",
    host: "在哪个地址上听；不是本机时必须有 --token",
    port: "端口（0 表示任选一个空的）",
    token: "口令；不写时，给别的机器用会自动生成一个",
    review: "可以处理疑点、改正读数；须写 --author",
    author: "处理人的名字，随决定一起记下",
    needsAuthor: "--review 要有 --author 名字",
    running: (address: string) => `打开 ${address} （Ctrl-C 结束）`,
    token_: (address: string, token: string) => `第一次打开要带口令：${address}?token=${token}`,
    portTaken: (where: string) => `端口已被占用：${where}`,
    noHost: (where: string) => `不能在这个地址上听：${where}`,
  },
  report: {
    about: "疑点清单：各方原文、页码、页面截图、决定和理由，写成可打印的网页、Word 或 Excel",
    out: "写到哪个文件（.html、.docx、.xlsx）",
    severity: "只要这种程度",
    status: "只要这种处理情况",
    there: (path: string) => `${path} 已经有了；要替换请加 --overwrite`,
    wrote: (path: string, n: number) => `${path}：${n} 处疑点`,
  },
  mcp: {
    about: "给会用工具的程序：经标准输入输出提供 search、panel、document、findings、coverage、concepts（MCP）",
  },
};
