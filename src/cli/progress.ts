import type { FileReport, RunEvents } from "../batch/run.ts";
import { messages } from "./language.ts";
import { say } from "./print.ts";
import { fileLine } from "./report.ts";

/** What shows a run while it goes on. */
export interface Progress extends RunEvents {
  end(): void;
}

/**
 * A bar on a terminal (pages, files, time left), a line a file elsewhere. All of it on standard error. Ctrl-C restores the terminal and
 * says how to go on: what is in the database stays, the same command reads the rest.
 */
export async function progress(): Promise<Progress> {
  const shown = process.stderr.isTTY ? await bar() : plainLines();
  const interrupted = (): void => {
    shown.end();
    say(messages.ingest.interrupted);
    process.exit(INTERRUPTED);
  };
  process.once("SIGINT", interrupted);
  const end = (): void => {
    process.removeListener("SIGINT", interrupted);
    shown.end();
  };
  return { ...shown, end };
}

/** As a shell tells of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** How much longer a recognised page takes than one with its text. */
const RECOGNISED = 40;

/** A page that took long is told of at most so often. */
const PAGE_LINE_MS = 3_000;

/**
 * Pages read so far, those of files still being read among them, and what is left. A page that tells of itself is one that is recognised:
 * it weighs more. Files that nobody has looked into yet count with the pages of an average one.
 */
export class PageRate {
  readonly #start = performance.now();
  readonly #reading = new Map<string, { page: number; pages: number }>();
  #paths = 0;
  #files = 0;
  #done = 0;
  #work = 0;

  onStart(paths: number): void {
    this.#paths = paths;
  }

  onPage(path: string, page: number, pages: number): void {
    this.#reading.set(path, { page, pages });
  }

  onFile(report: FileReport): void {
    const recognised = this.#reading.get(report.path)?.page ?? 0;
    this.#reading.delete(report.path);
    this.#files++;
    if (report.outcome === "failed" || report.outcome === "unchanged") return;
    this.#done += report.counts.pages;
    this.#work += recognised * RECOGNISED + Math.max(0, report.counts.pages - recognised);
  }

  get pages(): number {
    return [...this.#reading.values()].reduce((sum, { page }) => sum + page, this.#done);
  }

  /** Pages in all: known of files that were opened, guessed of the others. */
  get total(): number {
    const open = [...this.#reading.values()].reduce((sum, { pages }) => sum + pages, 0);
    const seen = this.#files + this.#reading.size;
    const average = seen === 0 ? 0 : (this.#done + open) / seen;
    return Math.round(this.#done + open + Math.max(0, this.#paths - seen) * average);
  }

  /** Seconds left, from the work done so far; null where nothing tells. */
  get left(): number | null {
    const reading = [...this.#reading.values()];
    const done = this.#work + reading.reduce((sum, { page }) => sum + page * RECOGNISED, 0);
    if (done === 0 || this.pages === 0) return null;
    const open = reading.reduce((sum, { page, pages }) => sum + (pages - page) * RECOGNISED, 0);
    const unseen = Math.max(0, this.total - this.#done - reading.reduce((sum, { pages }) => sum + pages, 0));
    const seconds = (performance.now() - this.#start) / 1000;
    return ((open + unseen * (done / this.pages)) * seconds) / done;
  }

  /** Pages a second; recognised pages take longer than a second each. */
  shown(): string {
    const rate = this.pages / ((performance.now() - this.#start) / 1000);
    return rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
  }
}

function plainLines(): Progress {
  let paths = 0;
  const pages = new PageRate();
  let told = Number.NEGATIVE_INFINITY;
  return {
    onStart: (total) => {
      paths = total;
      pages.onStart(total);
    },
    onPage: (path, page, total) => {
      pages.onPage(path, page, total);
      if (performance.now() - told < PAGE_LINE_MS) return;
      told = performance.now();
      say(messages.ingest.page(path, page, total, pages.shown()));
    },
    onFile: (report, done) => {
      pages.onFile(report);
      const { left } = pages;
      const wait = left !== null && paths - done > 20 ? ` (${messages.ingest.left(left)})` : "";
      say(`[${done}/${paths}] ${fileLine(report)}${wait}`);
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
  const line = bars.create(0, 0, { files: 0, paths: 0, speed: "0", left: "", page: "", file: "" });
  const rate = new PageRate();
  let [files, paths] = [0, 0];
  const show = (file: string, page: string): void => {
    const { left, pages, total } = rate;
    line.setTotal(Math.max(total, pages, 1));
    line.update(pages, {
      files,
      paths,
      speed: rate.shown(),
      left: left === null ? "" : messages.ingest.left(left),
      page,
      file,
    });
  };
  return {
    onStart: (total) => {
      paths = total;
      rate.onStart(total);
    },
    onFile: (report: FileReport, done) => {
      files = done;
      if (report.outcome === "failed") bars.log(`${fileLine(report)}\n`);
      rate.onFile(report);
      show(report.path, "");
    },
    onPage: (path, page, total) => {
      rate.onPage(path, page, total);
      show(path, `${page}/${total} `);
    },
    end: () => bars.stop(),
  };
}
