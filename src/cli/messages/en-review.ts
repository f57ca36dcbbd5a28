import type { reviewZh } from "./zh-review.ts";

/** Words of the pages, the JSON and the tools. */
export const reviewEn: typeof reviewZh = {
  serve: {
    about:
      "see it in a browser: every number on its page and place, findings to decide, the panel, JSON (this machine only and read-only unless told otherwise)",
    host: "address to listen on; beyond this machine a --token is needed",
    port: "port (0: any that is free)",
    token: "token; without one, one is made up where other machines are let in",
    review: "findings can be decided and readings corrected; needs --author",
    author: "name of the person who decides, kept with each decision",
    needsAuthor: "--review needs --author NAME",
    running: (address) => `open ${address} (Ctrl-C ends)`,
    token_: (address, token) => `open it with the token the first time: ${address}?token=${token}`,
    portTaken: (where) => `the port is taken: ${where}`,
    noHost: (where) => `cannot listen there: ${where}`,
  },
  report: {
    about:
      "list of findings: what is printed on each side, pages, pieces of the pages, decisions and reasons, as a page to print, Word or Excel",
    out: "the file to write (.html, .docx, .xlsx)",
    severity: "only of this severity",
    status: "only in this state",
    there: (path) => `${path} is there already; --overwrite replaces it`,
    wrote: (path, n) => `${path}: ${n} findings`,
  },
  mcp: {
    about:
      "for programs that use tools: search, panel, document, findings, coverage, concepts over standard input and output (MCP)",
  },
};
