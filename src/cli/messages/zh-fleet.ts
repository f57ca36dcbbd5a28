import type { FleetErrorCode } from "../../fleet/index.ts";

/** 许多机器一起读的话。 */
export const fleetZh = {
  about: "许多机器一起读：队列和读完的结果放在 PostgreSQL，最后收进一个 SQLite，与一台机器读出的逐行相同",
  init: "开始一轮：用哪个引擎、怎样读、文件放在哪里",
  add: "把文件和文件夹加进这一轮；加过的不重复",
  work: "在这台机器上读，直到没有剩下的",
  status: "这一轮读到哪里了",
  retry: "把搁置的文件再试一次",
  gather: "把读完的结果收进数据库（可反复，可在别的机器还在读的时候）",
  queue: "PostgreSQL 的地址（不带密码；不写则看 PG* 环境变量）",
  sources: "所有机器都够得着的文件夹，或 s3://桶/前缀",
  priority: "先后：数大的先读",
  jobs: "同时读几个文件（默认：处理器个数）",
  silence: "一个文件多少秒没有动静就放弃（默认 300）",
  watch: "每两秒再看一次",
  wait: "等到全部读完",
  began: (engine: string) => `这一轮用引擎 ${engine}`,
  oldNode: (version: string) => `Node ${version}：队列程序 pg-boss 声明要 22.12 以上，在 20 上试用过，可以用`,
  added: (n: number, all: number) => `新加 ${n} 个文件（共给了 ${all} 个）`,
  adding: (looked: number, added: number) => `看过 ${looked} 个文件，新加 ${added}`,
  done: (path: string, pages: number) => `${path} ${pages} 页`,
  putAside: (path: string, why: string) => `${path} 搁置：${why}`,
  finished: (n: number, aside: number) => `这台机器读完 ${n} 个文件${aside > 0 ? `，搁置 ${aside} 个` : ""}`,
  away: (what: string, seconds: number) => `${what}，${seconds} 秒后再试`,
  back: "又好了，继续",
  retried: (n: number) => `${n} 个文件重新排队`,
  gathered: (files: number, left: number, aside: number) =>
    `收进 ${files} 个文件${aside > 0 ? `，搁置 ${aside} 个` : ""}${left > 0 ? `；还有 ${left} 个没有读完，之后再收` : ""}`,
  state: {
    counts: (s: { files: number; done: number; reading: number; waiting: number; aside: number; pages: number }) =>
      `文件 ${s.files}：读完 ${s.done}，在读 ${s.reading}，等着 ${s.waiting}，搁置 ${s.aside}；${s.pages} 页`,
    pace: (files: string, pages: string, left: string | null) =>
      `每小时 ${files} 个文件、${pages} 页${left === null ? "" : `；约剩 ${left} 小时`}`,
    machine: (name: string, workers: number, dead: number, files: number, pages: number) =>
      `  ${name}：在干活的 ${workers}${dead > 0 ? `，死掉的 ${dead}` : ""}，读完 ${files} 个文件 ${pages} 页`,
    held: (path: string, machine: string, seconds: number, page: string) =>
      `  在读最久：${path}（${machine}，${Math.round(seconds)} 秒${page}）`,
    page: (page: number, pages: number | null) => `，第 ${page}${pages === null ? "" : `/${pages}`} 页`,
    aside: (path: string, note: string | null) => `  搁置：${path}（${note ?? ""}）`,
  },
  error: {
    "no-server": "PostgreSQL 连不上",
    pooled: "连接经过事务级的连接池，不能用：会话锁会丢。请直接连 PostgreSQL",
    "not-begun": "还没有开始一轮，先运行",
    "other-engine": "这台机器的引擎与这一轮的不同，读出的会不一样",
    "other-round": "已有一轮用别的引擎或别的文件夹",
    password: "密码不要写在命令行里，请用环境变量",
    "server-full": "PostgreSQL 的磁盘满了",
    "no-sources": "放文件的地方够不着",
    "no-room": "这台机器的磁盘满了",
    gathering: "另一个 gather 正在写这个数据库",
    missing: "放文件的地方没有这个文件",
    "other-bytes": "文件的内容与它的哈希不符",
  } satisfies Record<FleetErrorCode, string>,
};
