export { type CodeRow, codes, type Scheme } from "./codes/list.ts";
export type { Addition } from "./corrections/add.ts";
export type { CorrectionAction, CorrectionOutcome } from "./corrections/apply.ts";
export { type Correction, correct, type Judgement } from "./corrections/correct.ts";
export { CorrectionError, type CorrectionErrorCode } from "./corrections/errors.ts";
export { type CorrectionRow, corrections, type SlotRow, slots } from "./corrections/list.ts";
export { readCorrections } from "./corrections/read-csv.ts";
export {
  type Column,
  type ColumnType,
  DATASETS,
  type Dataset,
  type DatasetRow,
  datasetRows,
} from "./datasets/index.ts";
export { bodiesByKey, departmentsListing, type FreshReading, uncomparedReadings, unitLists } from "./departments.ts";
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
export { regionName } from "./entities/regions.ts";
export { StoreError, type StoreErrorCode } from "./errors.ts";
export { type CoverageRow, type CoverageStatus, coverage, type DateSource } from "./expected/ledger.ts";
export { type Expected, ExpectedError, type ExpectedErrorCode, readDates, readExpected } from "./expected/list.ts";
export { type FindingQuestion, type StoredFinding, storedFindings } from "./findings.ts";
export { knownFiles, storedCounts } from "./known.ts";
export { yuanText } from "./money.ts";
export { type OpenOptions, openStore, type Store } from "./open.ts";
export { conceptsOf, measuresOf, type PanelQuestion, type PanelValue, panel, type Restated } from "./panel.ts";
export { type PanelCoverage, type PlaceStatus, panelCoverage, type Series } from "./panel-coverage.ts";
export {
  type Diff,
  type Difference,
  diffTexts,
  findText,
  type Place,
  type VersionRow,
  versions,
} from "./reports/diff.ts";
export { type Saved, save, saveAcquisition, saveFailure } from "./save.ts";
export { type SearchHit, type SearchQuestion, search, searchCount } from "./search.ts";
export { type BodyDocument, bodyDocuments } from "./statements-across.ts";
export {
  countsOf,
  type FileCounts,
  type FileFacts,
  type StoredFile,
  type StoredTrouble,
  type UnreadCell,
} from "./stored-file.ts";
export { type StoredAcross, type StoredAcrossResult, saveAcross, saveCompared } from "./write-across.ts";
export { type PlainTable, writeTables } from "./write-tables.ts";
