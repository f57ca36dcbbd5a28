import { entities, entity } from "./bodies.ts";
import {
  document,
  documentIndicators,
  documentList,
  documentRecords,
  documentTables,
  documentText,
  documentUnread,
} from "./documents.ts";
import { findings } from "./findings.ts";
import { changes, coverage, overview, search } from "./holdings.ts";
import { concepts, panel, panelChoice, panelOfLastYear, panelPlaces } from "./panel.ts";
import type { Question } from "./question.ts";
import { unreadFile } from "./unread-files.ts";

export type { Question } from "./question.ts";

const QUESTION_LIST = {
  overview,
  coverage,
  documents: documentList,
  document,
  "document.records": documentRecords,
  "document.indicators": documentIndicators,
  "document.tables": documentTables,
  "document.text": documentText,
  "document.unread": documentUnread,
  findings,
  panel,
  "panel.coverage": panelPlaces,
  "panel.choices": panelChoice,
  "panel.points": panelOfLastYear,
  "unread.files": unreadFile,
  entities,
  entity,
  search,
  concepts,
  changes,
};

/** A question's name. */
export type QuestionName = keyof typeof QUESTION_LIST;
/** What a question answers. */
export type AnswerOf<N extends QuestionName> = NonNullable<ReturnType<(typeof QUESTION_LIST)[N]["ask"]>>;
/** Everything that can be asked of a store. A new question is one entry here: page, route, OpenAPI and tool follow. */
export const QUESTIONS = QUESTION_LIST as unknown as Readonly<Record<QuestionName, Question>>;
