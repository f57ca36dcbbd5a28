// `npm run docs`: docs/cli.md from the program's own help, Chinese first.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
build();

const help = (locale, ...command) =>
  spawnSync(process.execPath, [join(root, "dist/src/cli/main.js"), ...command, "--help"], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: locale, COLUMNS: "100", NO_COLOR: "1" },
  }).stdout.trim();
const [zh, en] = ["zh_CN.UTF-8", "en_US.UTF-8"];
/** The exit codes are the same everywhere: they are told once. */
const withoutExitCodes = (text) => text.replace(/\n+(?:退出码：|Exit codes:)[\s\S]*$/u, "");
const exitCodes = (text) => text.match(/(?:退出码：|Exit codes:)[\s\S]*$/u)[0];
/** The commands a help lists, but for `help` itself. */
const commandsIn = (text) =>
  [...(text.split(/^命令：$/mu)[1]?.split(/^\S/mu)[0] ?? "").matchAll(/^ {2}([a-z]+)(?= )/gmu)]
    .map((m) => m[1])
    .filter((name) => name !== "help");

/** A command's help in both languages, then its own commands, one heading deeper. */
function documented(command) {
  const text = withoutExitCodes(help(zh, ...command));
  return [
    `${"#".repeat(command.length + 1)} ${command.join(" ")}`,
    `\`\`\`text\n${text}\n\`\`\``,
    `<details><summary>English</summary>\n\n\`\`\`text\n${withoutExitCodes(help(en, ...command))}\n\`\`\`\n\n</details>`,
    ...commandsIn(text).flatMap((name) => documented([...command, name])),
  ];
}

const parts = commandsIn(help(zh)).flatMap((name) => documented([name]));
writeFileSync(
  join(root, "docs/cli.md"),
  `# 命令行 Command line

每个命令和选项，照程序自己的 \`--help\`。\`npm run docs\` 重写本文。Every command and option as the program's own help tells them.

\`LANG\`（或 \`LC_ALL\`）以 \`en\` 开头时，程序说英文。数据写到标准输出，给人看的话写到标准错误。

\`\`\`text
${exitCodes(help(zh))}

${exitCodes(help(en))}
\`\`\`

${parts.join("\n\n")}
`,
);

// The JSON routes, from the questions themselves.
const { openApi } = await import("../dist/src/review/openapi.js");
const { info, ...routes } = openApi("0");
const { version: _, ...about } = info;
writeFileSync(join(root, "docs/openapi.json"), `${JSON.stringify({ ...routes, info: about }, null, 1)}\n`);
