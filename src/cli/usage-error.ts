import type { CommanderError } from "commander";
import { messages } from "./language.ts";
import { oneLine } from "./print.ts";

const WORDING: Record<string, (named: string) => string> = {
  "commander.unknownCommand": (named) => messages.usageError.unknownCommand(named),
  "commander.unknownOption": (named) => messages.usageError.unknownOption(named),
  "commander.missingArgument": (named) => messages.usageError.missingArgument(named),
  "commander.optionMissingArgument": (named) => messages.usageError.missingValue(named),
  "commander.missingMandatoryOptionValue": (named) => messages.usageError.missingOption(named),
  "commander.excessArguments": () => messages.usageError.tooMany,
};

const INVALID = /^error: option '([^']*)' argument '([\s\S]*)' is invalid\.\s*(?:Allowed choices are (.*)\.|(.*))$/u;

/** The parser's complaint in the chosen language, one line; wordings it has no translation for keep the parser's words. */
export function usageError(error: CommanderError): string {
  const invalid = INVALID.exec(error.message);
  if (invalid) {
    const [, option = "", value = "", choices, why = ""] = invalid;
    return messages.usageError.invalidValue(
      option,
      oneLine(value),
      choices ? messages.usageError.choices(choices) : why,
    );
  }
  const named = error.message.match(/'([^']*)'/u)?.[1] ?? "";
  const suggestion = error.message.match(/\(Did you mean (.*)\?\)/u)?.[1];
  const said = WORDING[error.code]?.(named) ?? messages.usageError.other(error.message.replace(/^error: /u, ""));
  return suggestion === undefined ? said : `${said}${messages.usageError.didYouMean(suggestion)}`;
}
