import type { GrayPicture } from "./picture.ts";

/** One character as an engine read it, in the pixels of the picture it was given. */
export interface ReadSymbol {
  readonly text: string;
  /** x0, y0, x1, y1. */
  readonly box: readonly [number, number, number, number];
  /** 0–100: how sure the engine says it is. No guard for numbers: a wrong 93.36 was given 90. */
  readonly confidence: number;
}

/** The models an engine may know. Two readings of a number by different models that agree have not been seen wrong. */
export type OcrModel = "standard" | "best";

/** Something that reads lines of print in a picture. Others can be plugged in: `layout/scan` knows nothing more of them. */
export interface OcrEngine {
  /** Name and version, stored with what was read. */
  readonly name: string;
  /** Models it can read with, the usual one first. */
  readonly models: readonly OcrModel[];
  /** How many pictures it reads at a time. */
  readonly lanes: number;
  /** Reads a block of lines. Rejects with ExtractionError `ocr-failed`. */
  read(picture: GrayPicture, model: OcrModel): Promise<readonly ReadSymbol[]>;
  close(): Promise<void>;
}
