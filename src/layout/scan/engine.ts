import type { GrayPicture } from "./picture.ts";

/** One character as an engine read it, in the pixels of the picture it was given. */
export interface ReadSymbol {
  readonly text: string;
  /** x0, y0, x1, y1. */
  readonly box: readonly [number, number, number, number];
  /** 0–100: how sure the engine says it is. */
  readonly confidence: number;
  /** What the engine would have read otherwise, "" for nothing; only where it was not sure. */
  readonly second?: string;
}

/** The models an engine may know. Two readings of a number by different models that agree have not been seen wrong. */
export type OcrModel = "standard" | "best";

/** What an engine is known to read wrongly, so that it is mended where its readings are and nowhere else. */
export interface OcrQuirks {
  /** It reads some per cent signs as a digit, or twice: 94% as 948%. */
  readonly percentAsDigit: boolean;
  /** What it reads ≥ and ≤ as, which its alphabet has not, at the head of a cell before a number. */
  readonly comparisons: RegExp;
  /** Pairs of characters it takes for each other however sure it is. */
  readonly twins: ReadonlySet<string>;
}

/** An engine one can choose: a second recogniser is one more file that declares one. */
export interface EngineDeclaration {
  /** What it is called on the command line. */
  readonly name: "pp-ocr" | "tesseract.js" | "tesseract";
  /** Whether this machine can run it. */
  isThere(): boolean;
  /** The command that brings it to a machine; null where it comes with this package. */
  readonly install: string | null;
  start(): OcrEngine;
}

/** Something that reads lines of print in a picture. Others can be plugged in: `layout/scan` knows nothing more of them. */
export interface OcrEngine {
  /** Name and version, stored with what was read. */
  readonly name: string;
  readonly quirks: OcrQuirks;
  /** Models it can read with, the usual one first. */
  readonly models: readonly OcrModel[];
  /** How many pictures it reads at a time. */
  readonly lanes: number;
  /** Reads lines of print one by one, better than the engine reads blocks: what it says is then the first reading, the models' the second. */
  readonly lines?: LineReader;
  /** Reads a block of lines. Rejects with ExtractionError `ocr-failed`. */
  read(picture: GrayPicture, model: OcrModel): Promise<readonly ReadSymbol[]>;
  close(): Promise<void>;
}

/** Something that reads pictures of single lines of print. */
export interface LineReader {
  /** Name and version, stored with what was read. */
  readonly name: string;
  /** Which lines are best read in one call: their places in the list, each once. */
  together(lines: readonly GrayPicture[]): readonly (readonly number[])[];
  /** Reads lines in one call, each to its characters in the pixels of its picture. Rejects with ExtractionError `ocr-failed`, `timeout`. */
  read(lines: readonly GrayPicture[]): Promise<readonly (readonly ReadSymbol[])[]>;
  close(): Promise<void>;
}
