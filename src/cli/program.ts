import { Command, type HelpConfiguration, type OutputConfiguration } from "commander";
import { COMMANDS } from "./commands/index.ts";
import { messages } from "./language.ts";
import { programVersion } from "./version.ts";

const TITLES: Record<string, string> = {
  "Usage:": messages.usage.usage,
  "Commands:": messages.usage.commands,
  "Options:": messages.usage.options,
  "Arguments:": messages.usage.arguments,
};
const help: HelpConfiguration = { styleTitle: (title) => TITLES[title] ?? title, sortOptions: false };
/** Errors are said once, by `main`, in the chosen language. */
const output: OutputConfiguration = { outputError: () => {} };

const exampleText = (lines: readonly string[]): string =>
  `\n${messages.example}\n${lines.map((line) => `  ${line}`).join("\n")}\n\n${messages.exitCodes}`;

/** The whole command line, with help in the chosen language. */
export function program(): Command {
  const root = new Command("mingzhang")
    .description(messages.about)
    .version(programVersion(), "-V, --version", messages.usage.version)
    .helpOption("-h, --help", messages.usage.help)
    .helpCommand("help [command]", messages.usage.helpCommand)
    // What stands behind a command is that command's, also where the command above it has an option of the same name.
    .enablePositionalOptions()
    .configureHelp(help)
    .exitOverride()
    .configureOutput(output)
    .addHelpText("after", exampleText(COMMANDS.flatMap(({ examples }) => examples.slice(0, 1))));
  for (const { command, examples } of COMMANDS)
    root.addCommand(configured(command).addHelpText("after", exampleText(examples)));
  return root.showSuggestionAfterError();
}

/** A command with its subcommands, all in the chosen language. */
function configured(command: Command): Command {
  for (const part of command.commands) configured(part);
  if (command.commands.length > 0) command.helpCommand("help [command]", messages.usage.helpCommand);
  return command
    .helpOption("-h, --help", messages.usage.help)
    .configureHelp(help)
    .exitOverride()
    .configureOutput(output)
    .showSuggestionAfterError();
}
