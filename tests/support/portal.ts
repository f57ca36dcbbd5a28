import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../src/collect/clock.ts";

/** A clock that tests move: sleeping takes no time. */
export class TestClock implements Clock {
  #now = Date.parse("2026-03-02T01:00:00Z");
  now(): number {
    return this.#now;
  }
  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }
}

/** A path that does what it likes with the response; `times` counts from 1. */
export type Handler = (request: IncomingMessage, response: ServerResponse, times: number) => void;

/** What a path answers: a page, or whatever it does with the response itself. */
export type Answers =
  | string
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string | Uint8Array }
  | Handler;

/** A portal of the tests' own on loopback. */
export interface Portal {
  readonly origin: string;
  readonly port: number;
  /** Every request as it came in. */
  readonly asked: { readonly path: string; readonly at: number; readonly headers: IncomingMessage["headers"] }[];
  /** How often a path was asked. */
  times(path: string): number;
  close(): Promise<void>;
}

/** Serves paths on 127.0.0.1 (or another address of the loopback); others are 404. */
export async function portal(
  paths: Readonly<Record<string, Answers>>,
  clock: Clock = new TestClock(),
  host = "127.0.0.1",
): Promise<Portal> {
  const asked: { path: string; at: number; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const path = request.url!;
    asked.push({ path, at: clock.now(), headers: request.headers });
    const answer = paths[path];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === "function") answer(request, response, asked.filter((a) => a.path === path).length);
    else if (typeof answer === "string")
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(answer);
    else {
      const { status = 200, headers = {}, body = "" } = answer;
      response.writeHead(status, { "content-length": String(Buffer.byteLength(body)), ...headers }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    port,
    asked,
    times: (path) => asked.filter((a) => a.path === path).length,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A small PDF, whole: its words make its bytes its own. */
export const pdf = (words: string): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n`);

/** An article with links to files. */
export const article = (title: string, files: readonly string[] = [], day = "2023-08-15"): string => `<!doctype html>
<html><head><meta charset="utf-8"><meta name="SiteName" content="白鹭县人民政府">
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${day} 09:30"></head>
<body><h1>${title}</h1><p>现将${title}予以公开，请社会各界监督。附件中列有收入、支出和机关运行经费的情况，欢迎查阅。</p>
${files.map((file) => `<a href="${file}">${title}附件</a>`).join("\n")}</body></html>`;

/** A plain list. */
export const list = (entries: readonly (readonly [string, string])[], more = ""): string => `<!doctype html>
<html><head><meta charset="utf-8"></head><body><ul>
${entries.map(([href, words]) => `<li><a href="${href}">${words}</a><span>2023-08-16</span></li>`).join("\n")}
</ul>${more}</body></html>`;
