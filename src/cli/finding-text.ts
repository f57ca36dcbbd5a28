import type { Finding } from "../../schemas/index.ts";
import { messages } from "./language.ts";

const text = messages.findings;

/** One finding for people: what cannot hold, then each side with its page and words. */
export function findingText(finding: Finding): string {
  const head = `${text.severity[finding.severity]} ${finding.message}${finding.scope ? ` [${finding.scope}]` : ""}`;
  const sides = finding.sides.map((side) => {
    const value = side.value === null ? "" : ` ${side.value}${side.unit ?? ""}`;
    const place = side.source.address ?? messages.page(side.source.page);
    const quote = side.source.quote === null ? "" : ` “${side.source.quote.replace(/\s+/g, " ")}”`;
    return `    ${place} ${side.label ?? ""}${value}${quote}`;
  });
  return [`  ${head}`, ...sides, `    ${text.rule} ${finding.rule}`].join("\n");
}

/** Findings of one file: those that share a number stand together, the gravest first. */
export function findingsText(findings: readonly Finding[]): string {
  const groups = new Map<string, Finding[]>();
  findings.forEach((f, i) => {
    const key = f.group ?? `#${i}`;
    groups.set(key, [...(groups.get(key) ?? []), f]);
  });
  const grave = (f: Finding): number => ["error", "warning", "info"].indexOf(f.severity);
  const blocks = [...groups.values()]
    .map((group) => [...group].sort((a, b) => grave(a) - grave(b)))
    .sort((a, b) => grave(a[0]!) - grave(b[0]!));
  return blocks
    .map((group) =>
      group.length === 1 ? findingText(group[0]!) : `${text.group(group.length)}\n${group.map(findingText).join("\n")}`,
    )
    .join("\n\n");
}
