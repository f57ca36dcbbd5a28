export {
  AskingError,
  conceptsHeld,
  conceptsNamed,
  measureNamed,
  measuresHeld,
  PANEL_MEASURES,
} from "./asking.ts";
export { changesSince, lastChange } from "./changes.ts";
export { type CodeRow, codes } from "./codes/list.ts";
export type { CorrectionOutcome } from "./corrections/action.ts";
export type { Addition } from "./corrections/add.ts";
export { correct, type Judgement } from "./corrections/correct.ts";
export { CorrectionError, type CorrectionErrorCode } from "./corrections/errors.ts";
export { type CorrectionRow, corrections, slots } from "./corrections/list.ts";
export { readCorrections } from "./corrections/read-csv.ts";
export {
  type ColumnType,
  DATASETS,
  type Dataset,
  datasetRows,
} from "./datasets/index.ts";
export { bodiesByKey, departmentsListing, uncomparedReadings, unitLists } from "./departments.ts";
export { type Shape, shapes } from "./describe.ts";
export { entityCandidates } from "./entities/candidates.ts";
export {
  aliasEntity,
  mergeEntities,
  renameEntity,
  setParent,
  splitEntity,
  undoDecision,
} from "./entities/decide.ts";
export { DecisionError, type DecisionErrorCode } from "./entities/find.ts";
export { importDecisions } from "./entities/import.ts";
export {
  type EntityRow,
  entities,
  entityHistory,
  regionLine,
} from "./entities/list.ts";
export { nameKey } from "./entities/names.ts";
export { regionName, regionOwnName } from "./entities/regions.ts";
export { StoreError, type StoreErrorCode } from "./errors.ts";
export { type CoverageRow, type CoverageStatus, coverage } from "./expected/ledger.ts";
export { type Expected, ExpectedError, type ExpectedErrorCode, readDates, readExpected } from "./expected/list.ts";
export { storedFindings, storedUnsure } from "./findings.ts";
export { type Holdings, holdings } from "./holdings.ts";
export { knownFiles, storedCounts } from "./known.ts";
export { yuanText } from "./money.ts";
export { type OpenOptions, openStore } from "./open.ts";
export { type PanelMeasure, type PanelValue, panel } from "./panel.ts";
export { type PanelCoverage, panelCoverage, type Series } from "./panel-coverage.ts";
export { sumsOfUnits } from "./panel-sums.ts";
export {
  type Diff,
  diffTexts,
  findText,
  type Place,
  versions,
} from "./reports/diff.ts";
export type { ReportScope } from "./reports/scope.ts";
export { bodies, bodyDetail } from "./review/bodies.ts";
export { decideFinding, type FindingDecisionError } from "./review/decide.ts";
export { documentDetail, documents } from "./review/documents.ts";
export { type FindingStatus, findingRows } from "./review/findings.ts";
export { grids, paragraphs } from "./review/grids.ts";
export { held } from "./review/held.ts";
export { overview } from "./review/overview.ts";
export { panelBodies, panelChoices } from "./review/panel-page.ts";
export { panelPoints } from "./review/panel-points.ts";
export { indicatorRows, records } from "./review/records.ts";
export { unreadRows } from "./review/unread.ts";
export { unreadFiles } from "./review/unread-files.ts";
export { type Saved, save, saveAcquisition, saveFailure } from "./save.ts";
export { type SearchHit, search, searchCount } from "./search.ts";
export { type BodyDocument, bodyDocuments } from "./statements-across.ts";
export type { Store } from "./store.ts";
export {
  countsOf,
  type FileCounts,
  type FileFacts,
  type FileSource,
  type StoredFile,
  type StoredTrouble,
  type UnreadCell,
} from "./stored-file.ts";
export { saveAcross, saveCompared } from "./write-across.ts";
export { type PlainTable, writeTables } from "./write-tables.ts";
