export {
  aliasEntity,
  mergeEntities,
  renameEntity,
  setParent,
  splitEntity,
  undoDecision,
  type Years,
} from "./entities/decide.ts";
export { DecisionError, type DecisionErrorCode } from "./entities/find.ts";
export {
  type EntityQuestion,
  type EntityRow,
  type EventRow,
  entities,
  entityHistory,
  type NameRow,
  regionLine,
} from "./entities/list.ts";
export type { EntityKind } from "./entities/names.ts";
export { StoreError, type StoreErrorCode } from "./errors.ts";
export { type FindingQuestion, type StoredFinding, storedFindings } from "./findings.ts";
export { knownFiles, storedCounts } from "./known.ts";
export { fenIn, isMoneyUnit } from "./money.ts";
export { type OpenOptions, openStore, type Store } from "./open.ts";
export { measuresOf, type PanelQuestion, type PanelValue, panel } from "./panel.ts";
export { type Saved, save, saveAcquisition, saveFailure } from "./save.ts";
export { type BodyDocument, bodyDocuments } from "./statements-across.ts";
export {
  countsOf,
  type FileCounts,
  type FileFacts,
  type StoredFile,
  type StoredTrouble,
  type UnreadCell,
} from "./stored-file.ts";
