import { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine, say } from "../print.ts";

export const examples = ["mingzhang rules", "mingzhang rules tpe-01", "mingzhang rules 三公"];

/** `rules [ID]`: every rule in a line, or one in full with its examples. A number (`tpe-01`) or words of the claim find it too. */
export const rules = new Command("rules")
  .description(messages.rules.about)
  .argument("[id]", messages.rules.id)
  .option("--json", messages.option.json)
  .action(async (id: string | undefined, options: { json?: true }) => {
    const { RULES, explainRule } = await import("../../validate/index.ts");
    const exact = RULES.filter((r) => r.id === id || (id !== undefined && r.id.startsWith(`${id}-`)));
    const chosen =
      id === undefined || exact.length > 0
        ? id === undefined
          ? RULES
          : exact
        : RULES.filter((r) => r.id.includes(id) || r.claim.zh.includes(id) || r.claim.en.includes(id));
    if (chosen.length === 0) {
      say(messages.rules.unknown(id ?? ""));
      process.exitCode = EXIT.usage;
      return;
    }
    for (const rule of chosen) {
      const explained = explainRule(rule);
      if (options.json) await print(jsonLine(explained));
      else if (chosen.length > 1) await printLine(`${rule.id}  ${rule.claim.zh}`);
      else {
        const t = messages.rules;
        const lines = [
          rule.id,
          `  ${rule.claim.zh}`,
          `  ${rule.claim.en}`,
          `  ${t.severity}${messages.findings.severity[rule.severity]}  ${t.tolerance}${rule.tolerance} ${t.classes[rule.tolerance]}`,
          `  ${t.basis}${rule.basis}`,
          ...(rule.premise ? [`  ${t.premise}${rule.premise}`] : []),
          `  ${t.pass}`,
          ...rule.example.pass.map((l) => `    ${l}`),
          `  ${t.fail}`,
          ...rule.example.fail.map((l) => `    ${l}`),
          ...explained.says.map((m) => `  → ${m}`),
        ];
        await printLine(lines.join("\n"));
      }
    }
    if (!options.json && id === undefined) say(messages.rules.count(chosen.length));
  });
