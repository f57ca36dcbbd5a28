import type { Command } from "commander";
import * as changes from "./changes.ts";
import * as check from "./check.ts";
import * as codes from "./codes.ts";
import * as collecting from "./collect.ts";
import * as concepts from "./concepts.ts";
import * as correct from "./correct.ts";
import * as coverage from "./coverage.ts";
import * as diff from "./diff.ts";
import * as entities from "./entities.ts";
import * as exporting from "./export.ts";
import * as extract from "./extract.ts";
import * as findings from "./findings.ts";
import * as fleet from "./fleet.ts";
import * as ingest from "./ingest.ts";
import * as mcp from "./mcp.ts";
import * as panel from "./panel.ts";
import * as rules from "./rules.ts";
import * as search from "./search.ts";
import * as serve from "./serve.ts";
import * as show from "./show.ts";
import * as tables from "./tables.ts";

/** Every command in the order of the help: its definition and example lines. A new command is one file and one line here. */
export const COMMANDS: readonly { readonly command: Command; readonly examples: readonly string[] }[] = [
  { command: extract.extract, examples: extract.examples },
  { command: check.check, examples: check.examples },
  { command: tables.tables, examples: tables.examples },
  { command: collecting.collect, examples: collecting.examples },
  { command: ingest.ingest, examples: ingest.examples },
  { command: panel.panel, examples: panel.examples },
  { command: concepts.concepts, examples: concepts.examples },
  { command: exporting.exportCommand, examples: exporting.examples },
  { command: changes.changes, examples: changes.examples },
  { command: search.search, examples: search.examples },
  { command: show.show, examples: show.examples },
  { command: findings.findings, examples: findings.examples },
  { command: entities.entities, examples: entities.examples },
  { command: diff.diff, examples: diff.examples },
  { command: correct.correct, examples: correct.examples },
  { command: codes.codes, examples: codes.examples },
  { command: coverage.coverage, examples: coverage.examples },
  { command: rules.rules, examples: rules.examples },
  { command: fleet.fleet, examples: fleet.examples },
  { command: serve.serve, examples: serve.examples },
  { command: mcp.mcp, examples: mcp.examples },
];
