import { CONCEPTS, MEASURES } from "../../schemas/vocabulary.ts";
import type { ShownDocument, ShownPart } from "../batch/show.ts";
import { messages } from "./language.ts";
import { troubleLine } from "./print.ts";
import { textTable } from "./text-table.ts";

const text = messages.show;
const conceptName = (concept: string): string => (CONCEPTS as Record<string, string>)[concept] ?? concept;
/** One line of a table on a terminal. */
const short = (value: string | null | undefined): string => {
  const line = (value ?? "").replace(/\s+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};

type Row = readonly string[];

/** The records of a part as rows: page, what, which phase, year, value, unit. */
export const recordRows = (records: ShownPart["records"]): Row[] => records.map(recordRow);

function recordRow(record: ShownPart["records"][number]): Row {
  const page = String(record.source.page);
  switch (record.kind) {
    case "fact": {
      const name = record.item ?? conceptName(record.concept);
      const label = [record.code, name, record.scope && `（${record.scope}）`].filter(Boolean).join(" ");
      const value = `${record.approximate ? "≈" : ""}${record.value}${record.uncertain ? "?" : ""}`;
      return [
        page,
        short(label),
        record.concept,
        MEASURES[record.measure],
        String(record.fiscalYear ?? ""),
        value,
        record.unit ?? "",
      ];
    }
    case "indicator": {
      const reached = `${record.score ?? ""}/${record.weight ?? ""}`;
      return [page, short(record.level3), "indicator", short(record.target), "", short(record.actual), reached];
    }
    case "objective":
      return [page, short(record.expected), "objective", "", "", short(record.achieved), ""];
    case "evaluation":
      return [page, record.scope ?? "", "evaluation", record.grade ?? "", "", record.score ?? "", ""];
  }
}

/** The document in sections. */
export function shownText({ path, document, parts, findings, ...rest }: ShownDocument): string {
  const { title, entity, region, level, fiscalYear, types, filledOn, pages } = document;
  const facts: [string, string][] = [
    [text.title, title ?? ""],
    [text.entity, entity ?? ""],
    [text.region, region ? `${region.path.join("")} ${region.code}` : ""],
    [text.level, level ?? ""],
    [text.year, fiscalYear === null ? "" : String(fiscalYear)],
    [text.types, types.join(", ")],
    [text.filledOn, filledOn ?? ""],
    [text.pages, String(pages)],
  ];
  const blocks = parts.map((part) => {
    const heading = part.table === null ? text.prose : `${text.table(part.table)} ${part.title}`;
    const place = [part.pages.map(messages.page).join("、"), part.unit ?? ""].filter(Boolean).join(" · ");
    const rows = recordRows(part.records);
    return `## ${heading} (${place})\n${rows.length > 0 ? textTable([text.columns, ...rows], new Set([0, 4, 5])) : text.empty}`;
  });
  const finding = findings.map(({ severity, message }) => `- ${severity}: ${message}`);
  return [
    `# ${path}`,
    textTable(
      facts.filter(([, value]) => value !== ""),
      new Set(),
    ),
    ...blocks,
    ...(finding.length > 0 ? [`## ${text.findings}\n${finding.join("\n")}`] : []),
    text.gaps(rest.records, rest.unclaimed.length, rest.unread.length + rest.unreadNumbers.length, rest.trouble.length),
  ].join("\n\n");
}

function doubtfulRow(record: ShownDocument["doubtful"][number]): Row {
  const { source, alternatives = [] } = record;
  const [name, read] =
    record.kind === "fact"
      ? [record.item, `${record.value}${record.unit ?? ""}`]
      : [record.level3, [record.target, record.actual].filter(Boolean).join(" / ")];
  const table = source.table === null ? "" : String(source.table);
  const place = source.row === null ? "" : `r${source.row} c${source.col ?? "-"}`;
  const readings = text.readings(short(read), alternatives.map(short));
  return [text.doubtful, String(source.page), table, place, `${readings}  ${short(name)}`];
}

/** What was not understood, as rows: kind, page, table, place, text. */
export const unreadRows = (shown: ShownDocument): Row[] => [
  ...shown.unclaimed.map(
    ({ table, page, title }): Row => [text.unclaimed, String(page), String(table), "", short(title)],
  ),
  ...shown.unread.map(
    ({ table, page, r, c, text: printed, title }): Row => [
      text.unread,
      String(page),
      String(table),
      `r${r} c${c}`,
      `${short(printed)}  ${short(title)}`,
    ],
  ),
  ...shown.unreadNumbers.map(
    ({ page, printed, sentence }): Row => [
      text.unread,
      String(page),
      "",
      text.inProse,
      `${short(printed)}  ${short(sentence)}`,
    ],
  ),
  ...shown.doubtful.map(doubtfulRow),
  ...shown.trouble.map(
    (trouble): Row => [
      trouble.code === "unit-unknown" ? text.unitUnknown : text.trouble,
      "",
      "",
      "",
      troubleLine(trouble.where ?? shown.path, trouble),
    ],
  ),
  ...shown.undecided.map(
    ({ rule, outcome, note, scopes }): Row => [
      text.undecided,
      "",
      "",
      rule,
      [`${messages.rules.outcomes[outcome]}${note === null ? "" : `: ${note}`}`, scopes.map(short).join("、")]
        .filter(Boolean)
        .join("  "),
    ],
  ),
];
