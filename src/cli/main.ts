#!/usr/bin/env node
import { CommanderError } from "commander";
import type { CollectError } from "../collect/index.ts";
import type { ExportError } from "../export/index.ts";
import type { FleetError, FleetErrorCode } from "../fleet/index.ts";
import type { AskingError, CorrectionError, DecisionError, ExpectedError, StoreError } from "../store/index.ts";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { endQuietlyWhenReaderLeaves, oneLine, say } from "./print.ts";
import { program } from "./program.ts";
import { LIST_ENGINES, listEngines } from "./reading-options.ts";
import { usageError } from "./usage-error.ts";
import { CANNOT_WRITE } from "./writing.ts";

/** What the fleet cannot go on without now, and what it was told wrong. */
const FLEET_EXIT: Record<FleetErrorCode, number> = {
  "no-server": EXIT.database,
  "server-full": EXIT.database,
  "no-sources": EXIT.database,
  "no-room": EXIT.database,
  gathering: EXIT.database,
  missing: EXIT.someUnread,
  "other-bytes": EXIT.someUnread,
  pooled: EXIT.usage,
  "not-begun": EXIT.usage,
  "other-engine": EXIT.usage,
  "other-round": EXIT.usage,
  password: EXIT.usage,
};

/** The command line: runs what was asked, and tells of every error once, with its exit code. */
async function main(): Promise<void> {
  try {
    await program().parseAsync(process.argv);
  } catch (error) {
    // The store is loaded by the commands that need it: its error is told by its name.
    if (error instanceof CommanderError) {
      if (error.code === LIST_ENGINES) await listEngines();
      // Help and version end with 0; a bare `mingzhang` shows the help too, as a wrong usage.
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      if (error.code === CANNOT_WRITE) say(error.message);
      else if (error.exitCode !== 0 && error.code !== "commander.help")
        say(`${usageError(error)}\n${messages.seeHelp}`);
    } else if (error instanceof Error && error.name === "StoreError") {
      const { code, path } = error as StoreError;
      say(`${path}: ${messages.database[code]}`);
      process.exitCode = EXIT.database;
    } else if (error instanceof Error && error.name === "DecisionError") {
      const { code, subject } = error as DecisionError;
      say(`${messages.decision[code]}${subject === "" ? "" : `: ${subject}`}`);
      process.exitCode = EXIT.usage;
    } else if (error instanceof Error && error.name === "CorrectionError") {
      const { code, subject, nearest } = error as CorrectionError;
      say(
        `${messages.correction[code]}: ${subject}${nearest.length > 0 ? messages.asking.nearest(nearest.join("；")) : ""}`,
      );
      process.exitCode = EXIT.usage;
    } else if (error instanceof Error && error.name === "AskingError") {
      const { code, subject, nearest } = error as AskingError;
      say(
        `${messages.asking[code]}: ${subject}${nearest.length > 0 ? messages.asking.nearest(nearest.join("；")) : ""}`,
      );
      process.exitCode = EXIT.usage;
    } else if (error instanceof Error && error.name === "FleetError") {
      const { code, subject } = error as FleetError;
      say(`${messages.fleet.error[code]}: ${subject}`);
      process.exitCode = FLEET_EXIT[code];
    } else if (error instanceof Error && error.name === "ExportError") {
      const { code, path } = error as ExportError;
      say(`${path}: ${messages.export[code]}`);
      process.exitCode = EXIT.usage;
    } else if (error instanceof Error && error.name === "ExpectedError") {
      const { code, line, subject } = error as ExpectedError;
      say(`${messages.expected.line(line)}${messages.expected[code]}: ${subject}`);
      process.exitCode = EXIT.usage;
    } else if (error instanceof Error && error.name === "CollectError") {
      const { code, line, subject } = error as CollectError;
      say(
        `${line > 0 ? messages.expected.line(line) : ""}${messages.collectError[code]}${subject === "" ? "" : `: ${oneLine(subject)}`}`,
      );
      process.exitCode = EXIT.usage;
    } else {
      say(messages.bug);
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = EXIT.bug;
    }
  }
}

endQuietlyWhenReaderLeaves();
void main();
