import type { FileReport, RunEvents } from "../batch/run.ts";
import { messages } from "./language.ts";
import { say } from "./print.ts";
import { fileLine } from "./report.ts";

/** What shows a run while it goes on. */
export interface Progress extends RunEvents {
  end(): void;
}

/** A bar on a terminal (files, pages a second, time left), a line a file elsewhere. All of it on standard error. */
export async function progress(): Promise<Progress> {
  return process.stderr.isTTY ? await bar() : plainLines();
}

/** A page that took long is told of at most so often. */
const PAGE_LINE_MS = 3_000;

/** Pages read so far, those of files still being read among them. */
class PageRate {
  readonly #start = performance.now();
  readonly #reading = new Map<string, number>();
  #done = 0;

  onPage(path: string, page: number): void {
    this.#reading.set(path, page);
  }

  onFile(report: FileReport): void {
    this.#reading.delete(report.path);
    if (report.outcome !== "failed" && report.outcome !== "unchanged") this.#done += report.counts.pages;
  }

  get pages(): number {
    return [...this.#reading.values()].reduce((sum, n) => sum + n, this.#done);
  }

  /** Pages a second; recognised pages take longer than a second each. */
  shown(): string {
    const rate = this.pages / ((performance.now() - this.#start) / 1000);
    return rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
  }
}

function plainLines(): Progress {
  let paths = 0;
  const start = performance.now();
  const pages = new PageRate();
  let told = Number.NEGATIVE_INFINITY;
  return {
    onStart: (total) => {
      paths = total;
    },
    onPage: (path, page, total) => {
      pages.onPage(path, page);
      if (performance.now() - told < PAGE_LINE_MS) return;
      told = performance.now();
      say(messages.ingest.page(path, page, total, pages.shown()));
    },
    onFile: (report, done) => {
      pages.onFile(report);
      const left = ((performance.now() - start) / 1000 / done) * (paths - done);
      say(`[${done}/${paths}] ${fileLine(report)}${paths - done > 20 ? ` (${messages.ingest.left(left)})` : ""}`);
    },
    end: () => {},
  };
}

async function bar(): Promise<Progress> {
  const { MultiBar, Presets } = (await import("cli-progress")).default;
  // A MultiBar can print lines above itself: files that failed.
  const bars = new MultiBar(
    {
      format: messages.ingest.bar,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 100,
      stream: process.stderr,
    },
    Presets.shades_grey,
  );
  const line = bars.create(0, 0, { pages: 0, speed: "0", file: "" });
  const rate = new PageRate();
  return {
    onStart: (total) => line.setTotal(total),
    onFile: (report: FileReport, done) => {
      if (report.outcome === "failed") bars.log(`${fileLine(report)}\n`);
      rate.onFile(report);
      line.update(done, { pages: rate.pages, speed: rate.shown(), file: report.path });
    },
    onPage: (path, page, total) => {
      rate.onPage(path, page);
      line.update({ pages: rate.pages, speed: rate.shown(), file: `${path} ${page}/${total}` });
    },
    end: () => bars.stop(),
  };
}
