import { largest, smallest } from "../../lib/long-lists.ts";
import type { Glyph } from "../../lib/page-content.ts";
import { characterText } from "../radicals.ts";
import type { TextEvidence } from "./engine.ts";
import { type Bounds, type Frame, pageFrame, type Turn, transformBounds, turnFor } from "./frame.ts";
import type { Ground } from "./ground.ts";
import { type RunLook, watermarkRuns } from "./watermarks.ts";

/** Han characters stand in their em square this far above and below the baseline, in any font. */
const ABOVE_BASELINE = 0.86;
const BELOW_BASELINE = 0.14;
/** The same character again within this part of its size is an overprint: bold made by printing twice, or a shadow. */
const OVERPRINT = 0.15;
/** Side of the squares in which overprints are looked up. */
const BUCKET_PT = 4;
/** Text whose baseline climbs more than this (5°) is set at a slant. */
const SLANT = 0.09;
/** How far outside its clip or page a character's middle may lie and still count as seen. */
const CLIP_SLACK_PT = 0.5;

/** What the characters of one text object share, in PDF user space. */
export interface Run {
  /** A point on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Direction of the baseline; length does not matter. */
  readonly dx: number;
  readonly dy: number;
  /** Font size on the page, in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly invisible: boolean;
  /** Characters run from top to bottom: each has a baseline of its own. */
  readonly vertical: boolean;
  readonly clip: Readonly<Bounds> | null;
  /** When it is painted, among everything on the page. */
  readonly order: number;
  /** 0xRRGGBB; null where it cannot be told. */
  readonly color: number | null;
  /** What tells its font from others in the document. */
  readonly font: number | string;
}

/** Gathers the characters an engine reads, then settles the page's orientation and gives each visible character once. */
export class GlyphCollector {
  private readonly runs: Run[] = [];
  private readonly codes: number[] = [];
  private readonly boxes: number[] = [];
  private readonly runOf: number[] = [];
  private unmapped = 0;
  /** Characters between digits that are called blanks and draw something. */
  inkedBlanks = 0;

  /** The font of each run. */
  get fonts(): (number | string)[] {
    return this.runs.map(({ font }) => font);
  }

  get count(): number {
    return this.codes.length;
  }

  run(run: Run): void {
    this.runs.push(run);
  }

  /** A character of the last run: Unicode value and box in user space. */
  add(code: number, x0: number, y0: number, x1: number, y1: number, mapped: boolean): void {
    const last = this.codes.length - 1;
    const sameBox = last >= 0 && this.boxes[4 * last + 2] === x1 && this.boxes[4 * last + 1] === y0;
    if (sameBox && this.runOf[last] === this.runs.length - 1 && isLatin(code) && isLatin(this.codes[last]!)) {
      this.share(x0, x1, code, mapped);
      return;
    }
    this.codes.push(code);
    this.boxes.push(x0, y0, x1, y1);
    this.runOf.push(this.runs.length - 1);
    if (!mapped) this.unmapped++;
  }

  /** One more letter of a ligature: the engine gives each the whole of its box. */
  private share(x0: number, x1: number, code: number, mapped: boolean): void {
    const last = this.codes.length - 1;
    const y0 = this.boxes[4 * last + 1]!;
    const y1 = this.boxes[4 * last + 3]!;
    let first = last;
    while (first > 0 && this.runOf[first - 1] === this.runOf[last] && this.boxes[4 * first]! > x0) first--;
    const step = (x1 - x0) / (last + 2 - first);
    for (let i = first; i <= last; i++) {
      this.boxes[4 * i] = x0 + (i - first) * step;
      this.boxes[4 * i + 2] = x0 + (i - first + 1) * step;
    }
    this.codes.push(code);
    this.boxes.push(x1 - step, y0, x1, y1);
    this.runOf.push(this.runOf[last]!);
    if (!mapped) this.unmapped++;
  }

  /** How the page must be turned beyond its /Rotate so that most of its text reads from left to right. */
  turn(rotation: Turn): Turn {
    const votes = [0, 0, 0, 0];
    const [a, b, c, d] = pageFrame([0, 0, 1, 1], rotation).matrix;
    const turns = this.runs.map((run) => turnFor(run.dx * a + run.dy * c, run.dx * b + run.dy * d));
    for (let i = 0; i < this.codes.length; i++) {
      const run = this.runs[this.runOf[i]!]!;
      if (!run.invisible) votes[turns[this.runOf[i]!]!]!++;
    }
    const best = votes.indexOf(largest(votes)) as Turn;
    return votes[best]! * 2 > this.codes.length ? best : 0;
  }

  /** The visible characters in drawing order, in the frame's coordinates. */
  finish(frame: Frame, ground: Ground): { glyphs: Glyph[]; evidence: Omit<TextEvidence, "outlines"> } {
    const [a, b, c, d, e, f] = frame.matrix;
    const glyphs: Glyph[] = [];
    const seen = new Map<number, number>();
    let invisible = 0;
    let clipped = 0;
    let unseen = 0;
    const shared = this.runs.map((run) => {
      const level = turnFor(run.dx * a + run.dy * c, run.dx * b + run.dy * d) % 2 === 0 && !run.vertical;
      const base = run.x * b + run.y * d + f;
      const upsideDown = run.dx * a + run.dy * c < 0;
      return {
        level,
        top: upsideDown ? base - run.size * BELOW_BASELINE : base - run.size * ABOVE_BASELINE,
        bottom: upsideDown ? base + run.size * ABOVE_BASELINE : base + run.size * BELOW_BASELINE,
        clip: run.clip && transformBounds(run.clip, frame.matrix),
      };
    });
    for (let i = 0; i < this.codes.length; i++) {
      const runIndex = this.runOf[i]!;
      const run = this.runs[runIndex]!;
      const code = this.codes[i]!;
      const text = characterText(code);
      if (text === "") continue;
      if (run.invisible) {
        invisible++;
        continue;
      }
      const { level, top, bottom, clip } = shared[runIndex]!;
      const p = a * this.boxes[4 * i]! + c * this.boxes[4 * i + 1]! + e;
      const q = a * this.boxes[4 * i + 2]! + c * this.boxes[4 * i + 3]! + e;
      const r = b * this.boxes[4 * i]! + d * this.boxes[4 * i + 1]! + f;
      const s = b * this.boxes[4 * i + 2]! + d * this.boxes[4 * i + 3]! + f;
      const x0 = Math.min(p, q);
      const x1 = Math.max(p, q);
      // Type 3 fonts may state a size of one for letters of any: what counts is also how far they reach.
      if (run.size <= SPECK_PT && x1 - x0 <= SPECK_PT) {
        invisible++;
        continue;
      }
      const y0 = level ? top : Math.min(r, s);
      const y1 = level ? bottom : Math.max(r, s);
      const x = (x0 + x1) / 2;
      const y = (y0 + y1) / 2;
      if (
        !inside(x, y, 0, 0, frame.width, frame.height) ||
        (clip && !inside(x, y, clip[0], clip[1], clip[2], clip[3]))
      ) {
        clipped++;
        continue;
      }
      if (ground.hides(x0, y0, x1, y1, run.order, run.color)) {
        if (/\d/.test(text)) unseen++;
        continue;
      }
      const twin = findTwin(seen, glyphs, code, x0, y0, run.size);
      if (twin >= 0) {
        if (!glyphs[twin]!.bold) glyphs[twin] = { ...glyphs[twin]!, bold: true };
        continue;
      }
      seen.set(bucket(code, Math.floor(x0 / BUCKET_PT), Math.floor(y0 / BUCKET_PT)), glyphs.length);
      const box: Glyph["box"] = [x0, y0, x1, y1];
      glyphs.push(
        run.bold
          ? { text, box, size: run.size, bold: true, run: runIndex }
          : { text, box, size: run.size, run: runIndex },
      );
    }
    readDownwards(
      glyphs,
      this.runs.map((run) => climbs(run.dx * a + run.dy * c, run.dx * b + run.dy * d) && !run.vertical),
    );
    const looks = this.runs.map((run): RunLook => {
      const [x, y] = [Math.abs(run.dx * a + run.dy * c), Math.abs(run.dx * b + run.dy * d)];
      return { slanted: Math.min(x, y) > SLANT * Math.max(x, y), color: run.color };
    });
    const watermark = watermarkRuns(glyphs, looks);
    const text = watermark.size === 0 ? glyphs : glyphs.filter(({ run }) => !watermark.has(run!));
    return {
      glyphs: text,
      evidence: {
        drawn: text.length,
        invisible,
        unmapped: this.unmapped,
        clipped,
        unseen,
        inkedBlanks: this.inkedBlanks,
      },
    };
  }
}

/** Print of this size is a speck nobody reads. */
const SPECK_PT = 1;

/** Whether a baseline, on a page with y down, runs straight up. */
const climbs = (dx: number, dy: number): boolean => dy < 0 && Math.abs(dx) < SLANT * -dy;

/** Runs of one climbing line follow each other within this part of the size. */
const NEXT_RUN = 1;

/**
 * Text set on its side is read from the bottom up. Its characters change places within their line, the first on top, so that it reads like
 * any label set one character below the other.
 */
function readDownwards(glyphs: Glyph[], turned: readonly boolean[]): void {
  let line: number[] = [];
  const turn = (): void => {
    const top = smallest(line.map((i) => glyphs[i]!.box[1]));
    const bottom = largest(line.map((i) => glyphs[i]!.box[3]));
    for (const i of line) {
      const { box } = glyphs[i]!;
      glyphs[i] = { ...glyphs[i]!, box: [box[0], top + bottom - box[3], box[2], top + bottom - box[1]] };
    }
    line = [];
  };
  glyphs.forEach(({ box, size, run }, i) => {
    const last = line.length > 0 ? glyphs[line.at(-1)!]! : null;
    const goesOn =
      last !== null &&
      turned[run!] === true &&
      Math.abs(box[0] - last.box[0]) < size / 2 &&
      box[3] <= last.box[1] + size / 2 &&
      last.box[1] - box[3] < NEXT_RUN * size;
    if (!goesOn && line.length > 0) turn();
    if (turned[run!] === true) line.push(i);
  });
  if (line.length > 0) turn();
}

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function inside(x: number, y: number, x0: number, y0: number, x1: number, y1: number): boolean {
  return x >= x0 - CLIP_SLACK_PT && x <= x1 + CLIP_SLACK_PT && y >= y0 - CLIP_SLACK_PT && y <= y1 + CLIP_SLACK_PT;
}

const bucket = (code: number, column: number, row: number): number =>
  (code * 4096 + (row & 4095)) * 4096 + (column & 4095);

/** The same character already printed at almost the same place: its index, or -1. */
function findTwin(
  seen: ReadonlyMap<number, number>,
  glyphs: readonly Glyph[],
  code: number,
  x: number,
  y: number,
  size: number,
): number {
  const slack = OVERPRINT * size;
  const lastColumn = Math.floor((x + slack) / BUCKET_PT);
  const lastRow = Math.floor((y + slack) / BUCKET_PT);
  for (let row = Math.floor((y - slack) / BUCKET_PT); row <= lastRow; row++)
    for (let column = Math.floor((x - slack) / BUCKET_PT); column <= lastColumn; column++) {
      const index = seen.get(bucket(code, column, row));
      if (index === undefined) continue;
      const box = glyphs[index]!.box;
      if (Math.abs(box[0] - x) <= slack && Math.abs(box[1] - y) <= slack) return index;
    }
  return -1;
}
