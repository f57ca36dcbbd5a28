import { ExtractionError } from "../../lib/errors.ts";
import type { Picture } from "../../lib/page-content.ts";
import { PDF_LIMITS } from "./engine.ts";
import { type Bounds, compose, type Frame, intersect, type Matrix, transformBounds } from "./frame.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { RuleCollector } from "./rule-lines.ts";

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
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
  readonly textInForms: ReadonlyMap<number, Container>;
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

/** Walks all objects of a page, forms included. Lines and images come out in the frame's coordinates. */
export function readObjects(engine: Pdfium, page: number, frame: Frame): DrawnObjects {
  const { call, heap, scratch } = engine;
  const rules = new RuleCollector();
  const images: PlacedImage[] = [];
  const textInForms = new Map<number, Container>();
  const sheet: Bounds = [0, 0, frame.width, frame.height];
  let budget = PDF_LIMITS.objectsPerPage;

  const visit = (object: number, container: Container | null, toFrame: Matrix, depth: number): void => {
    if (--budget < 0) throw new ExtractionError("limit-exceeded", `more than ${PDF_LIMITS.objectsPerPage} objects`);
    const type = call.FPDFPageObj_GetType(object);
    if (type === TEXT) {
      if (container) textInForms.set(object, container);
      return;
    }
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
    const flush = (): void => {
      const rectangle = rules.subpath(points, closed, curved, paint, clip);
      if (rectangle) rectangles.push(rectangle);
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
  };

  const count = call.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) visit(call.FPDFPage_GetObject(page, i), null, frame.matrix, 0);
  return { rules, images, textInForms };
}
