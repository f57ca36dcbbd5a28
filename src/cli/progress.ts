import type { FileReport, RunEvents } from "../batch/run.ts";
import { messages } from "./language.ts";
import { say } from "./print.ts";
import { fileLine } from "./report.ts";

export interface Progress extends RunEvents {
  end(): void;
}

/** A bar on a terminal (files, pages a second, time left), a line a file elsewhere. All of it on standard error. */
export async function progress(): Promise<Progress> {
  return process.stderr.isTTY ? await bar() : plainLines();
}

function plainLines(): Progress {
  let paths = 0;
  const start = performance.now();
  return {
    onStart: (total) => {
      paths = total;
    },
    onFile: (report, done) => {
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
  const start = performance.now();
  let pages = 0;
  const shown = (): string => (pages / ((performance.now() - start) / 1000)).toFixed(0);
  return {
    onStart: (total) => line.setTotal(total),
    onFile: (report: FileReport, done) => {
      if (report.outcome === "failed") bars.log(`${fileLine(report)}\n`);
      else if (report.outcome !== "unchanged") pages += report.counts.pages;
      line.update(done, { pages, speed: shown(), file: report.path });
    },
    onPage: (path, page, total) => line.update({ file: `${path} ${page}/${total}` }),
    end: () => bars.stop(),
  };
}
