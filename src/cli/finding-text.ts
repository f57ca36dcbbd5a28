import type { Finding } from "../../schemas/index.ts";
import { push } from "../lib/push.ts";
import { labelInEnglish } from "../validate/operand.ts";
import { language, messages } from "./language.ts";

const text = messages.findings;
const SEVERITIES = ["error", "warning", "info"] as const;

/** A contradiction that a misreading would explain, with why. */
interface Unsure {
  readonly contradiction: Finding;
  readonly why: { readonly zh: string; readonly en: string };
}

/** Whether the output is coloured: on a terminal, where NO_COLOR does not forbid it. */
const coloured = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

const COLOURS = { error: 31, warning: 33, info: 36, unsure: 35 } as const;
const paint = (kind: keyof typeof COLOURS, words: string): string =>
  coloured() ? `\u001b[${COLOURS[kind]}m${words}\u001b[0m` : words;

const messageOf = (finding: Finding): string =>
  language === "en" ? (finding.messageEn ?? finding.message) : finding.message;

/** A finding as stored: with what is left of it after a person's corrections. */
type Told = Finding & { readonly restated?: string };

function body(finding: Told, head: string): string {
  const sides = finding.sides.map((side) => {
    const value = side.value === null ? "" : ` ${side.value}${side.unit ?? ""}`;
    const place = side.source.address ?? messages.page(side.source.page);
    const quote = side.source.quote === null ? "" : ` “${side.source.quote.replace(/\s+/g, " ")}”`;
    const label = language === "en" ? labelInEnglish(side.label ?? "") : (side.label ?? "");
    return `    ${place} ${label}${value}${quote}`;
  });
  const scope = finding.scope ? ` [${finding.scope}]` : "";
  const left =
    finding.restated === undefined
      ? []
      : [`    ${text.restated(`${finding.restated}${finding.sides[0]?.unit ?? ""}`)}`];
  return [`  ${head} ${messageOf(finding)}${scope}`, ...left, ...sides, `    ${text.rule} ${finding.rule}`].join("\n");
}

/** One finding for people: what cannot hold, then each side with its page and words. */
export const findingText = (finding: Told): string =>
  body(finding, paint(finding.severity, text.severity[finding.severity]));

/** What is no finding: the contradiction as read, and why the reading is doubted first. */
export const unsureText = ({ contradiction, why }: Unsure): string =>
  `${body(contradiction, paint("unsure", text.unsure))}\n    ${text.why}${why[language]}`;

/** `错误 2，不符 1，提示 3；读数存疑 1`: how many of each, the gravest first. */
export function countsText(findings: readonly Pick<Finding, "severity">[], unsure: number): string {
  const counts = SEVERITIES.map((s) => [s, findings.filter(({ severity }) => severity === s).length] as const);
  const said = counts.map(([s, n]) => (n > 0 ? paint(s, text.count[s](n)) : text.count[s](n))).join(text.between);
  return unsure > 0 ? `${said}${text.apart}${paint("unsure", text.count.unsure(unsure))}` : said;
}

/** Findings of one file: those that share a number stand together, the gravest first. */
export function findingsText(findings: readonly Told[]): string {
  const groups = new Map<string, Told[]>();
  findings.forEach((f, i) => {
    const key = f.group ?? `#${i}`;
    push(groups, key, f);
  });
  const grave = (f: Told): number => SEVERITIES.indexOf(f.severity);
  const blocks = [...groups.values()]
    .map((group) => [...group].sort((a, b) => grave(a) - grave(b)))
    .sort((a, b) => grave(a[0]!) - grave(b[0]!));
  return blocks
    .map((group) =>
      group.length === 1 ? findingText(group[0]!) : `${text.group(group.length)}\n${group.map(findingText).join("\n")}`,
    )
    .join("\n\n");
}
