import { spine } from "./001-spine.ts";
import { registry } from "./002-registry.ts";
import { search } from "./003-search.ts";
import { across } from "./005-across.ts";
import { additions } from "./006-additions.ts";
import { recognition } from "./007-recognition.ts";
import { incomplete } from "./008-incomplete.ts";
import { changes } from "./009-changes.ts";
import { precedence } from "./010-precedence.ts";
import { findingDecisions } from "./011-finding-decisions.ts";
import { sources } from "./012-sources.ts";
import { estimated } from "./013-estimated.ts";
import { settled } from "./014-settled.ts";
import { unsure } from "./015-unsure.ts";
import { restated } from "./016-restated.ts";
import { unreadNumbers } from "./017-unread-numbers.ts";
import { fewOfMany } from "./018-few-of-many.ts";

/** In order; `user_version` of a database counts those it has had. A migration that has been released is never edited. */
export const MIGRATIONS: readonly string[] = [
  spine,
  registry,
  search,
  across,
  additions,
  recognition,
  incomplete,
  changes,
  precedence,
  findingDecisions,
  sources,
  estimated,
  settled,
  unsure,
  restated,
  unreadNumbers,
  fewOfMany,
];
