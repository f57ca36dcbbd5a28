import type { FileReport } from "../batch/run.ts";
import { messages } from "./language.ts";
import { oneLine, troubleLine } from "./print.ts";
import { textTable } from "./text-table.ts";

const text = messages.ingest;

/** One line for people about one file: what was read of it and what was not understood. */
export function fileLine(report: FileReport): string {
  if (report.outcome === "failed") return `${text.outcome.failed} ${troubleLine(report.path, report.trouble[0])}`;
  const { pages, tables, records } = report.counts;
  const read = `${text.outcome[report.outcome]} ${oneLine(report.path)}: ${text.read(pages, tables, records)}`;
  const gaps = gapsOf(report);
  return gaps.length === 0 ? read : `${read}; ${gaps.join(", ")}`;
}

function gapsOf({ counts }: Exclude<FileReport, { outcome: "failed" }>): string[] {
  return [
    counts.unclaimed > 0 ? text.unclaimed(counts.unclaimed) : "",
    counts.unreadCells > 0 ? text.unreadCells(counts.unreadCells) : "",
    counts.unitsUnknown > 0 ? text.unitsUnknown(counts.unitsUnknown) : "",
    counts.troubles > 0 ? text.troubles(counts.troubles) : "",
  ].filter(Boolean);
}

/** Every file with its counts, as a table. */
export function reportTable(reports: readonly FileReport[]): string {
  const rows = reports.map((report) =>
    report.outcome === "failed"
      ? [oneLine(report.path), messages.trouble[report.trouble[0].code]]
      : [oneLine(report.path), text.outcome[report.outcome], ...countCells(report), report.seconds.toFixed(1)],
  );
  return textTable([[...text.columns], ...rows], new Set([2, 3, 4, 5, 6, 7, 8, 9]));
}

const countCells = ({ counts: n }: Exclude<FileReport, { outcome: "failed" }>): string[] =>
  [n.pages, n.tables, n.records, n.unclaimed, n.unreadCells, n.unitsUnknown, n.troubles].map(String);

/** The last lines of a run: files by outcome, pages a second, what was not understood in all. */
export function summary(reports: readonly FileReport[], seconds: number, database: string): string {
  const count = (outcome: FileReport["outcome"]): number => reports.filter((r) => r.outcome === outcome).length;
  const done = reports.filter((r) => r.outcome !== "failed");
  const fresh = done.filter((r) => r.outcome !== "unchanged");
  const sum = (of: readonly (typeof done)[number][], key: keyof (typeof done)[number]["counts"]): number =>
    of.reduce((total, { counts }) => total + counts[key], 0);
  const pages = sum(fresh, "pages");
  const files = [
    ...(["new", "replaced", "unchanged", "incomplete", "failed"] as const)
      .filter((outcome) => count(outcome) > 0)
      .map((outcome) => `${text.outcome[outcome]} ${count(outcome)}`),
  ].join(", ");
  const speed = pages > 0 ? text.speed(pages, seconds.toFixed(1), (pages / seconds).toFixed(0)) : "";
  return [
    text.files(reports.length, files),
    text.total(sum(done, "tables"), sum(done, "records")),
    text.gaps(
      sum(done, "unclaimed"),
      sum(done, "unreadCells"),
      sum(done, "unitsUnknown"),
      sum(done, "troubles") + count("failed"),
    ),
    speed,
    text.database(database),
  ]
    .filter(Boolean)
    .join("\n");
}
