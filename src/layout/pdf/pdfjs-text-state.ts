import { type Bounds, compose, IDENTITY, type Matrix, transformBounds } from "./frame.ts";
import type { GlyphCollector, Run } from "./glyph-collector.ts";
import type { OperatorNumbers, PdfjsFont } from "./pdfjs-types.ts";

/** A character as pdf.js hands it over; numbers between them are kerning in thousandths of the font size. */
export interface PdfjsGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number] | null;
}

const GLYPH_SPACE: Matrix = [0.001, 0, 0, 0.001, 0, 0];
const BOLD_NAME = /bold|heavy|black|simhei|stheiti|fzhei|黑体/i;
/** Fill and stroke, and the modes that put nothing on paper. */
const STROKE_ONLY = 1;
const FILL_AND_STROKE = 2;
const INVISIBLE = new Set([3, 7]);

interface Parameters_ {
  font: PdfjsFont | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

/** Text state and text position of a content stream (PDF 32000, 9.3 and 9.4). */
export class PdfjsTextState {
  private readonly collector: GlyphCollector;
  private p: Parameters_ = {
    font: undefined,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  private matrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;

  constructor(collector: GlyphCollector) {
    this.collector = collector;
  }

  save(): Parameters_ {
    return { ...this.p };
  }

  restore(saved: Parameters_): void {
    this.p = saved;
  }

  font(font: PdfjsFont | undefined, size: number): void {
    this.p.font = font;
    this.p.size = size;
  }

  /** Any other operator: those that move or set text take effect, the rest is none of our business. */
  operator(op: number, args: readonly never[], ops: OperatorNumbers): void {
    if (op === ops.moveText) this.move(args[0]!, args[1]!);
    else if (op === ops.setTextMatrix) this.begin(Array.from(args[0]! as ArrayLike<number>) as unknown as Matrix);
    else if (op === ops.beginText) this.begin(IDENTITY);
    else if (op === ops.nextLine) this.move(0, this.p.leading);
    else if (op === ops.setLeadingMoveText) {
      this.p.leading = args[1]!;
      this.move(args[0]!, args[1]!);
    } else if (op === ops.setCharSpacing) this.p.charSpacing = args[0]!;
    else if (op === ops.setWordSpacing) this.p.wordSpacing = args[0]!;
    else if (op === ops.setHScale) this.p.stretch = args[0]! / 100;
    else if (op === ops.setLeading) this.p.leading = -args[0]!;
    else if (op === ops.setTextRise) this.p.rise = args[0]!;
    else if (op === ops.setTextRenderingMode) this.p.mode = args[0]!;
  }

  private begin(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  private move(dx: number, dy: number): void {
    this.x = this.lineX += dx;
    this.y = this.lineY += dy;
  }

  /** Shows a string: one run. */
  show(
    glyphs: readonly (PdfjsGlyph | number)[],
    ctm: Matrix,
    clip: Bounds | null,
    painted: Pick<Run, "order"> & Record<"fill" | "stroke", number | null>,
  ): void {
    const { font, size, charSpacing, wordSpacing, stretch, rise, mode } = this.p;
    if (!font || size === 0) return;
    const toUser = compose(this.matrix, ctm);
    const [a, b, c, d, e, f] = toUser;
    const vertical = font.vertical === true;
    const fontMatrix = font.fontMatrix ?? GLYPH_SPACE;
    const em = Math.abs(size);
    const direction = Math.sign(size);
    const left = direction * stretch;
    const baseline = this.y + rise;
    this.collector.run({
      x: a * this.x + c * baseline + e,
      y: b * this.x + d * baseline + f,
      dx: a * left,
      dy: b * left,
      size: em * Math.hypot(c, d),
      bold: font.bold === true || font.black === true || mode === FILL_AND_STROKE || BOLD_NAME.test(font.name ?? ""),
      invisible: INVISIBLE.has(mode),
      vertical,
      clip,
      font: font.loadedName ?? font.name ?? "",
      order: painted.order,
      color: mode === STROKE_ONLY ? painted.stroke : painted.fill,
    });
    const mapped = !font.broken && (font.composite !== true || font.toUnicode?.lastChar === undefined);
    const place = (unicode: string, box: Bounds): void => {
      const [x0, y0, x1, y1] = transformBounds(box, toUser);
      const letters = [...unicode];
      const step = (x1 - x0) / letters.length;
      letters.forEach((letter, k) => {
        const code = letter.codePointAt(0)!;
        // What a Type 3 font draws under a code below a blank is no character anybody typed.
        const drawn = font.isType3Font === true && code < 0x20;
        this.collector.add(drawn ? 0xfffd : code, x0 + k * step, y0, x0 + (k + 1) * step, y1, mapped && !drawn);
      });
    };
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        const shift = (glyph * em) / 1000;
        if (vertical) this.y -= shift * direction;
        else this.x -= shift * left;
        continue;
      }
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      if (vertical) {
        const [advance] = glyph.vmetric ?? font.defaultVMetrics ?? [-1000];
        const half = (glyph.width * em * fontMatrix[0]) / 2;
        const top = this.y + rise;
        place(glyph.unicode, [this.x - half, top + advance * em * fontMatrix[0], this.x + half, top]);
        this.y += advance * em * fontMatrix[0] - spacing * direction;
        continue;
      }
      const width = glyph.width * em * fontMatrix[0];
      const end = this.x + width * left;
      place(glyph.unicode, [
        Math.min(this.x, end),
        this.y + rise - 0.14 * em,
        Math.max(this.x, end),
        this.y + rise + 0.86 * em,
      ]);
      this.x = end + spacing * stretch;
    }
  }
}
