import { ExtractionError } from "../../lib/errors.ts";
import type { Picture } from "../../lib/page-content.ts";
import type { Pdfium } from "../../lib/pdfium-module.ts";
import { PDF_LIMITS } from "./engine.ts";
import { type Bounds, compose, type Frame, IDENTITY, intersect, type Matrix, transformBounds } from "./frame.ts";
import { Ground } from "./ground.ts";
import { marksOf } from "./pdfium-marks.ts";
import { RuleCollector } from "./rule-lines.ts";

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const SHADING = 4;
const STROKE_ONLY = 1;
const MOVE_TO = 2;
const BEZIER_TO = 1;
/** Forms inside forms inside forms: a file that nests deeper is a trap. */
const DEEPEST_FORM = 12;
/** Images up to this size in both directions carry nothing anyone could read. */
const SPECK_PT = 3;

/** Where the objects of a form XObject stand: the form's matrix to user space and what its surroundings clip away. */
export interface Container {
  readonly matrix: Matrix;
  readonly clip: Readonly<Bounds> | null;
}

/** An image object on the page, with the handle to get its pixels by while the page is open. */
export interface PlacedImage extends Picture {
  readonly handle: number;
  /** Neither turned, mirrored nor cut: its pixels as stored are what the page shows in its box. */
  readonly asStored: boolean;
}

const isUpright = ([a, b, c, d]: Matrix): boolean =>
  a > 0 && d < 0 && Math.abs(b) < 0.01 * a && Math.abs(c) < -0.01 * d;

/** A scan may reach over the edge of the sheet by a hair. */
const isWhole = (seen: Bounds, whole: Bounds): boolean =>
  seen.every((edge, i) => Math.abs(edge - whole[i]!) <= 0.01 * (whole[(i % 2) + 2]! - whole[i % 2]!));

/** What is on a page besides characters, and which text objects lie inside forms. */
export interface DrawnObjects {
  readonly rules: RuleCollector;
  readonly images: readonly PlacedImage[];
  /** Where and when each text object is painted. */
  readonly texts: ReadonlyMap<number, PlacedText>;
  readonly ground: Ground;
  /** Whether objects belong to layers. */
  readonly layered: boolean;
  /** Whether figures are marked to be read out as something else than is printed. */
  readonly replaced: boolean;
}

/** A text object in drawing order. `container` is null on the page itself. */
export interface PlacedText {
  readonly container: Container | null;
  readonly order: number;
  readonly color: number | null;
  /** Painted without any colour at all. */
  readonly clear: boolean;
}

/** Reads an object's own matrix. */
export function objectMatrix({ call, heap, scratch }: Pdfium, object: number): Matrix | null {
  if (!call.FPDFPageObj_GetMatrix(object, scratch)) return null;
  const at = scratch >> 2;
  const m = heap.HEAPF32;
  return [m[at]!, m[at + 1]!, m[at + 2]!, m[at + 3]!, m[at + 4]!, m[at + 5]!];
}

/** The box an object's clip paths leave, in the coordinates of `matrix`'s target; null where nothing is clipped. */
export function clipBounds({ call, heap, scratch }: Pdfium, object: number, matrix: Matrix | null): Bounds | null {
  const path = call.FPDFPageObj_GetClipPath(object);
  if (path === 0) return null;
  const paths = call.FPDFClipPath_CountPaths(path);
  if (paths <= 0) return null;
  let left: Bounds | null = null;
  for (let p = 0; p < paths; p++) {
    const segments = call.FPDFClipPath_CountPathSegments(path, p);
    if (segments <= 0) continue;
    const box: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
    for (let s = 0; s < segments; s++) {
      call.FPDFPathSegment_GetPoint(call.FPDFClipPath_GetPathSegment(path, p, s), scratch, scratch + 4);
      const x = heap.HEAPF32[scratch >> 2]!;
      const y = heap.HEAPF32[(scratch >> 2) + 1]!;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    left = left ? intersect(left, box) : box;
  }
  return left && matrix ? transformBounds(left, matrix) : left;
}

/** 0xRRGGBB of what an object is filled or stroked with; null where it is not painted over, or not in one colour. */
function colorOf({ call, heap, scratch }: Pdfium, what: "Fill" | "Stroke", object: number): number | null {
  const [r, g, b, a] = [scratch, scratch + 4, scratch + 8, scratch + 12];
  const known = what === "Fill" ? call.FPDFPageObj_GetFillColor : call.FPDFPageObj_GetStrokeColor;
  if (!known(object, r, g, b, a)) return null;
  const at = scratch >> 2;
  const [red, green, blue, alpha] = heap.HEAP32.subarray(at, at + 4);
  return alpha === 255 ? (red! << 16) | (green! << 8) | blue! : null;
}

/** Characters are filled, but for the mode that only draws their outlines. */
const textColor = (engine: Pdfium, object: number): number | null =>
  colorOf(engine, engine.call.FPDFTextObj_GetTextRenderMode(object) === STROKE_ONLY ? "Stroke" : "Fill", object);

/** Neither filled nor stroked with any opacity (ISO 32000-1, 11.6.4.4). */
function isClear({ call, heap, scratch }: Pdfium, object: number): boolean {
  const parts = [scratch, scratch + 4, scratch + 8, scratch + 12] as const;
  const mode = call.FPDFTextObj_GetTextRenderMode(object);
  const alpha = (known: number): boolean => known !== 0 && heap.HEAP32[(scratch + 12) >> 2] === 0;
  return mode === STROKE_ONLY
    ? alpha(call.FPDFPageObj_GetStrokeColor(object, ...parts))
    : mode === 0 && alpha(call.FPDFPageObj_GetFillColor(object, ...parts));
}

function boundsOf(points: readonly number[]): Bounds {
  const box: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]!);
    box[1] = Math.min(box[1], points[i + 1]!);
    box[2] = Math.max(box[2], points[i]!);
    box[3] = Math.max(box[3], points[i + 1]!);
  }
  return box;
}

/** Whether an object's own direction of writing goes up or down the frame. */
function isTurned(engine: Pdfium, object: number, toFrame: Matrix): boolean {
  const own = objectMatrix(engine, object);
  const [a, b] = own ? compose(own, toFrame) : IDENTITY;
  return Math.abs(b) > Math.abs(a);
}

/** Walks all objects of a page, forms included. Lines and images come out in the frame's coordinates. */
export function readObjects(engine: Pdfium, page: number, frame: Frame): DrawnObjects {
  const { call, heap, scratch } = engine;
  const rules = new RuleCollector();
  const images: PlacedImage[] = [];
  const texts = new Map<number, PlacedText>();
  const ground = new Ground();
  let layered = false;
  let replaced = false;
  let order = 0;
  const sheet: Bounds = [0, 0, frame.width, frame.height];
  let budget = PDF_LIMITS.objectsPerPage;

  const visit = (object: number, container: Container | null, toFrame: Matrix, depth: number): void => {
    if (--budget < 0) throw new ExtractionError("limit-exceeded", `more than ${PDF_LIMITS.objectsPerPage} objects`);
    const type = call.FPDFPageObj_GetType(object);
    order++;
    if (!(layered && replaced) && call.FPDFPageObj_CountMarks(object) > 0) {
      const marks = marksOf(engine, object);
      layered ||= marks.layer;
      // PDFium gives words read out for text set on its side the boxes of text that lies
      replaced ||= marks.figures || (marks.spoken && type === TEXT && isTurned(engine, object, toFrame));
    }
    if (type === TEXT) {
      const color = textColor(engine, object);
      texts.set(object, { container, order, color, clear: color === null && isClear(engine, object) });
      return;
    }
    if (type === SHADING) ground.add({ box: sheet, order, color: null, opaque: false });
    if (type !== PATH && type !== IMAGE && type !== FORM) return;
    const own = clipBounds(engine, object, container?.matrix ?? null);
    const clip = own && container?.clip ? intersect(own, container.clip) : (own ?? container?.clip ?? null);
    const matrix = objectMatrix(engine, object);
    if (type === FORM) {
      if (depth >= DEEPEST_FORM || !matrix) return;
      const inner: Container = { matrix: container ? compose(matrix, container.matrix) : matrix, clip };
      const innerToFrame = compose(inner.matrix, frame.matrix);
      const count = call.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) visit(call.FPDFFormObj_GetObject(object, i), inner, innerToFrame, depth + 1);
      return;
    }
    const visible = clip ? intersect(transformBounds(clip, frame.matrix), sheet) : sheet;
    const m = matrix ? compose(matrix, toFrame) : toFrame;
    if (type === PATH) readPath(object, m, visible);
    else {
      const whole = transformBounds([0, 0, 1, 1], m);
      const box = intersect(whole, visible);
      if (box[2] <= box[0] || box[3] <= box[1]) return;
      ground.add({ box, order, color: null, opaque: false });
      if (box[2] - box[0] > SPECK_PT && box[3] - box[1] > SPECK_PT)
        images.push({ box, handle: object, asStored: isUpright(m) && isWhole(box, whole) });
      else rules.strip(box, visible, SPECK_PT);
    }
  };

  const readPath = (path: number, m: Matrix, clip: Readonly<Bounds>): void => {
    if (!call.FPDFPath_GetDrawMode(path, scratch, scratch + 4)) return;
    const fill = heap.HEAP32[scratch >> 2]! !== 0;
    const stroke = heap.HEAP32[(scratch >> 2) + 1]! !== 0;
    if (!fill && !stroke) return;
    let width = 0;
    if (stroke && call.FPDFPageObj_GetStrokeWidth(path, scratch))
      width = heap.HEAPF32[scratch >> 2]! * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
    const paint = { fill, stroke, width };
    const count = call.FPDFPath_CountSegments(path);
    budget -= count;
    let points: number[] = [];
    let curved = false;
    let closed = false;
    const rectangles: Bounds[] = [];
    const shapes: Bounds[] = [];
    const flush = (): void => {
      const rectangle = rules.subpath(points, closed, curved, paint, clip);
      if (rectangle) rectangles.push(rectangle);
      else if (fill && points.length > 4) shapes.push(boundsOf(points));
      points = [];
      curved = false;
      closed = false;
    };
    for (let i = 0; i < count; i++) {
      const segment = call.FPDFPath_GetPathSegment(path, i);
      const kind = call.FPDFPathSegment_GetType(segment);
      if (kind === MOVE_TO && points.length > 0) flush();
      if (kind === BEZIER_TO) curved = true;
      call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
      const x = heap.HEAPF32[scratch >> 2]!;
      const y = heap.HEAPF32[(scratch >> 2) + 1]!;
      points.push(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
      if (call.FPDFPathSegment_GetClose(segment)) closed = true;
    }
    flush();
    if (rectangles.length > 1) rules.frames(rectangles, clip);
    if (fill && rectangles.length + shapes.length > 0) {
      const color = rectangles.length === 1 && shapes.length === 0 ? colorOf(engine, "Fill", path) : null;
      const opaque = color !== null && !call.FPDFPageObj_HasTransparency(path);
      for (const box of [...rectangles, ...shapes]) ground.add({ box: intersect(box, clip), order, color, opaque });
    }
  };

  const count = call.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) visit(call.FPDFPage_GetObject(page, i), null, frame.matrix, 0);
  return { rules, images, texts, ground, layered, replaced };
}
