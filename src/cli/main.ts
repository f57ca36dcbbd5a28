#!/usr/bin/env node
import { CommanderError } from "commander";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { endQuietlyWhenReaderLeaves, say } from "./print.ts";
import { program } from "./program.ts";
import { usageError } from "./usage-error.ts";

endQuietlyWhenReaderLeaves();
try {
  await program().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Help and version end with 0; a bare `mingzhang` shows the help too, as a wrong usage.
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error.exitCode !== 0 && error.code !== "commander.help") say(`${usageError(error)}\n${messages.seeHelp}`);
  } else {
    say(messages.bug);
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = EXIT.bug;
  }
}
