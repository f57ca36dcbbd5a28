import type { Box, DocumentRecord, Evaluation, Fact, Finding, Indicator, Objective } from "../../schemas/index.ts";
import type { TroubleCode } from "../lib/errors.ts";
import type { Page } from "../lib/layout.ts";
import type { Section } from "../lib/section.ts";
import type { SourceFile } from "../lib/source-file.ts";

/** One address at which bytes were published, by the journal of their collection. */
export interface FileSource {
  readonly address: string;
  readonly foundOn: string | null;
  readonly words: string | null;
  /** The file's name for people. */
  readonly name: string | null;
  readonly title: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly publishedFrom: "meta" | "address" | "printed" | "list" | null;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** A file as the store knows it: everything but its bytes. */
export interface FileFacts extends Pick<SourceFile, "path" | "name" | "sha256" | "mediaType" | "containers"> {
  readonly size: number;
  /** Its name below the folder that was read; where not given, its name. */
  readonly relative?: string;
  /** Where it was published, where it was collected. */
  readonly sources?: readonly FileSource[];
}

/** What was in the way of reading, as plain data. */
export interface StoredTrouble {
  readonly code: TroubleCode;
  readonly where: string | null;
  readonly message: string;
}

/** A cell with a number that became no record. `r`, `c` of the cell itself. */
export interface UnreadCell {
  readonly table: number;
  readonly r: number;
  readonly c: number;
  readonly page: number;
  readonly text: string;
}

/** A number with a unit in the prose that became no record, with its sentence. */
export interface UnreadInProse {
  readonly page: number;
  readonly box: Box | null;
  readonly printed: string;
  readonly sentence: string;
}

/** What is no finding because a misreading would explain it. */
export interface StoredUnsure {
  readonly contradiction: Finding;
  readonly why: { readonly zh: string; readonly en: string };
}

/** One file read to the end: plain data, so that it can come from another thread. */
export interface StoredFile {
  readonly file: FileFacts;
  /** Version of the program, its data and the reading options: another one reads again. */
  readonly engine: string;
  /** Read again though this engine had read it: it replaces what is there. */
  readonly again?: boolean;
  readonly reader: string;
  readonly pages: readonly Omit<Page, "blocks">[];
  readonly sections: readonly Section[];
  readonly document: DocumentRecord;
  readonly records: readonly (Fact | Indicator | Objective | Evaluation)[];
  readonly findings: readonly Finding[];
  /** Contradictions that a misreading would explain, with why the reading is doubted. */
  readonly unsure?: readonly StoredUnsure[];
  /** Bodies the document says it covers. */
  readonly units: readonly { readonly name: string; readonly page: number; readonly quote: string }[];
  readonly results: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly scope: string | null;
    readonly note: string | null;
  }[];
  /** Numbers of the tables no extractor claimed. */
  readonly unclaimed: readonly number[];
  readonly unread: readonly UnreadCell[];
  /** Numbers with a unit that the prose states and that became no record, in printed order; a reading made before they were kept has none. */
  readonly unreadNumbers?: readonly UnreadInProse[];
  readonly trouble: readonly StoredTrouble[];
}

/** What was counted in one file: how much, and how much of it was not understood. */
export interface FileCounts {
  readonly pages: number;
  readonly tables: number;
  readonly records: number;
  readonly unclaimed: number;
  readonly unreadCells: number;
  readonly unitsUnknown: number;
  readonly troubles: number;
}

/** Counts a reading before it is stored. */
export function countsOf(stored: StoredFile): FileCounts {
  return {
    pages: stored.document.pages,
    tables: stored.sections.filter((section) => section.kind === "table").length,
    records: 1 + stored.records.length + stored.findings.length,
    unclaimed: stored.unclaimed.length,
    unreadCells: stored.unread.length + (stored.unreadNumbers?.length ?? 0),
    unitsUnknown: stored.trouble.filter(({ code }) => code === "unit-unknown").length,
    troubles: stored.trouble.filter(({ code }) => code !== "unit-unknown").length,
  };
}
