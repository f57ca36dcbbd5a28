import { Command } from "commander";
import type { ExplainedRule } from "../../validate/explain.ts";
import { EXIT } from "../exit-codes.ts";
import { language, messages } from "../language.ts";
import { jsonLine, print, printLine, say } from "../print.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang rules", "mingzhang rules tpe-01", "mingzhang rules 三公"];

/** `rules [ID]`: every rule in a line, or one in full with its examples. A number (`tpe-01`) or words of the claim find it too. */
export const rules = new Command("rules")
  .description(messages.rules.about)
  .argument("[id]", messages.rules.id)
  .option("--json", messages.option.json)
  .action(async (id: string | undefined, options: { json?: true }) => {
    const { ACROSS_RULES, RULES, validate } = await import("../../validate/index.ts");
    // Its examples are made with what checks records: only who asks loads it.
    const { explainRule } = await import("../../validate/explain.ts");
    const all = [...RULES, ...ACROSS_RULES];
    const exact = all.filter((r) => r.id === id || (id !== undefined && r.id.startsWith(`${id}-`)));
    const chosen =
      id === undefined || exact.length > 0
        ? id === undefined
          ? all
          : exact
        : all.filter((r) => r.id.includes(id) || r.claim.zh.includes(id) || r.claim.en.includes(id));
    if (chosen.length === 0) {
      say(messages.rules.unknown(id ?? ""));
      process.exitCode = EXIT.usage;
      return;
    }
    for (const rule of chosen) {
      const explained = explainRule(rule, validate);
      if (options.json) await print(jsonLine(explained));
      else if (chosen.length > 1) await printLine(`${rule.id}  ${rule.claim[language]}`);
      else await printLine(fullText(explained));
    }
    if (!options.json && id === undefined) say(messages.rules.count(chosen.length));
  });

/** One rule in full: the claim in both languages, then an example that holds and one that does not, with what is said of it. */
function fullText(rule: ExplainedRule): string {
  const t = messages.rules;
  const { pass, fail } = language === "zh" ? rule.exampleZh : rule.example;
  const lines = [
    rule.id,
    `  ${rule.claim.zh}`,
    `  ${rule.claim.en}`,
    `  ${t.severity}${messages.findings.severity[rule.severity]}  ${t.tolerance}${rule.tolerance} ${rule.toleranceMeans[language]}`,
    `  ${t.basis}${rule.basis}`,
    ...(rule.premise ? [`  ${t.premise}${rule.premise[language]}`] : []),
  ];
  if (pass.length === 0) return [...lines, `  ${t.across}`].join("\n");
  return [
    ...lines,
    `  ${t.pass}`,
    ...pass.map((l) => `    ${l}`),
    `  ${t.fail}`,
    ...fail.map((l) => `    ${l}`),
    ...rule.says.map((m) => `  → ${m}`),
  ].join("\n");
}
