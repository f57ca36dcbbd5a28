import { ExtractionError } from "../../lib/errors.ts";
import { largest, smallest } from "../../lib/long-lists.ts";
import type { Picture } from "../../lib/page-content.ts";
import { PDF_LIMITS } from "./engine.ts";
import { type Bounds, compose, type Frame, IDENTITY, intersect, type Matrix, transformBounds } from "./frame.ts";
import { GlyphCollector } from "./glyph-collector.ts";
import { Ground } from "./ground.ts";
import { PdfjsTextState } from "./pdfjs-text-state.ts";
import type { OperatorList, OperatorNumbers, PdfjsFont } from "./pdfjs-types.ts";
import { RuleCollector } from "./rule-lines.ts";

interface DrawState {
  matrix: Matrix;
  clip: Bounds | null;
  lineWidth: number;
  /** 0xRRGGBB; null for patterns. */
  fill: number | null;
  stroke: number | null;
  /** Painted without transparency and blend mode. */
  opaque: boolean;
  /** Fills nothing at all: an opacity of zero. */
  clear: boolean;
}

const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
/** Points a path operator takes, by its number. */
const POINTS: readonly number[] = [1, 1, 3, 2, 0];
const SPECK_PT = 3;
/** A clip that leaves nothing. */
const NOWHERE: Bounds = [-1e9, -1e9, -1e9, -1e9];

/** Characters, lines and pictures of one page out of its operators. Lines and pictures come in the frame's coordinates. */
export function interpret(
  list: OperatorList,
  ops: OperatorNumbers,
  fonts: (name: string) => PdfjsFont | undefined,
  frame: Frame,
  isShown: (layer: unknown) => boolean = () => true,
): { text: GlyphCollector; rules: RuleCollector; pictures: Picture[]; ground: Ground } {
  const text = new GlyphCollector();
  const rules = new RuleCollector();
  const pictures: Picture[] = [];
  const sheet: Bounds = [0, 0, frame.width, frame.height];
  const textState = new PdfjsTextState(text);
  const ground = new Ground();
  let order = 0;
  let state: DrawState = { matrix: IDENTITY, clip: null, lineWidth: 1, fill: 0, stroke: 0, opaque: true, clear: false };
  /** Marked contents that are open: whether each is of a layer that is switched off. */
  const marks: boolean[] = [];
  let off = 0;
  const stack: [DrawState, ReturnType<PdfjsTextState["save"]>][] = [];
  let clipPending = false;
  let masks = 0;
  const groups: boolean[] = [];

  const save = (): void => {
    if (stack.length > 1000) throw new ExtractionError("damaged", "graphics states nested without end");
    stack.push([{ ...state }, textState.save()]);
  };
  const restore = (): void => {
    const saved = stack.pop();
    if (!saved) return;
    state = saved[0];
    textState.restore(saved[1]);
  };
  const clipTo = (box: Bounds): void => {
    const onPage = transformBounds(box, state.matrix);
    state.clip = state.clip ? intersect(state.clip, onPage) : onPage;
  };
  const visible = (): Bounds => (state.clip ? intersect(transformBounds(state.clip, frame.matrix), sheet) : sheet);
  const fillOps = new Set(
    ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"].map((n) => ops[n]),
  );
  const strokeOps = new Set(
    ["stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"].map((n) => ops[n]),
  );
  const imageOps = new Set(
    ["paintImageXObject", "paintImageMaskXObject", "paintInlineImageXObject", "paintSolidColorImageMask"].map(
      (n) => ops[n],
    ),
  );

  const path = (paintOp: number, data: Float32Array | null, minMax: ArrayLike<number> | null): void => {
    const m = compose(state.matrix, frame.matrix);
    const width = state.lineWidth * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
    const paint = { fill: fillOps.has(paintOp), stroke: strokeOps.has(paintOp), width };
    if (data && masks === 0 && off === 0 && (paint.fill || paint.stroke)) {
      const boxes = drawPath(rules, data, m, paint, visible());
      const color = boxes.rectangles.length === 1 && boxes.shapes.length === 0 ? state.fill : null;
      const opaque = color !== null && state.opaque;
      for (const box of [...boxes.rectangles, ...boxes.shapes])
        ground.add({ box: intersect(box, visible()), order, color, opaque });
    }
    if (clipPending) {
      if (minMax) clipTo([minMax[0]!, minMax[1]!, minMax[2]!, minMax[3]!]);
      clipPending = false;
    }
  };
  const image = (): void => {
    const box = intersect(transformBounds([0, 0, 1, 1], compose(state.matrix, frame.matrix)), visible());
    if (box[2] <= box[0] || box[3] <= box[1]) return;
    ground.add({ box, order, color: null, opaque: false });
    if (box[2] - box[0] > SPECK_PT && box[3] - box[1] > SPECK_PT) pictures.push({ box });
    else rules.strip(box, sheet, SPECK_PT);
  };

  for (let i = 0; i < list.fnArray.length; i++) {
    const op = list.fnArray[i]!;
    const args = (list.argsArray[i] ?? []) as readonly never[];
    order = i;
    if (op === ops.showText) {
      // text of a layer that is off, or without any opacity, moves the pen, and prints nothing
      const clip: Bounds | null = off > 0 || state.clear ? NOWHERE : state.clip;
      if (masks === 0) textState.show(args[0]!, state.matrix, clip, { order, fill: state.fill, stroke: state.stroke });
      if (text.count > PDF_LIMITS.glyphsPerPage)
        throw new ExtractionError("limit-exceeded", `more than ${PDF_LIMITS.glyphsPerPage} characters on a page`);
    } else if (op === ops.constructPath)
      path(args[0]!, (args[1]! as readonly [Float32Array | null])[0], args[2] ?? null);
    else if (op === ops.transform) state.matrix = compose(args as unknown as Matrix, state.matrix);
    else if (op === ops.save) save();
    else if (op === ops.restore) restore();
    else if (op === ops.clip || op === ops.eoClip) clipPending = true;
    else if (op === ops.setLineWidth) state.lineWidth = args[0]!;
    else if (op === ops.setFont) textState.font(fonts(args[0]!), args[1]!);
    else if (op === ops.setGState) {
      for (const [key, value] of args[0]! as Iterable<[string, never]>) {
        if (key === "LW") state.lineWidth = value;
        else if (key === "ca") [state.opaque, state.clear] = [Number(value) >= 1, Number(value) === 0];
        else if (key === "BM") state.opaque = state.opaque && /^(source-over|normal)$/i.test(String(value));
        else if (key === "SMask" && value) state.opaque = false;
        else if (key === "Font") textState.font(fonts(value[0]!), value[1]!);
      }
    } else if (op === ops.setFillRGBColor) state.fill = colorOf(args);
    else if (op === ops.setStrokeRGBColor) state.stroke = colorOf(args);
    else if (op === ops.setFillColorN) state.fill = null;
    else if (op === ops.setStrokeColorN) state.stroke = null;
    else if (op === ops.shadingFill) ground.add({ box: sheet, order, color: null, opaque: false });
    else if (op === ops.beginMarkedContent || op === ops.beginMarkedContentProps) {
      const hidden = (args[0] as unknown) === "OC" && !isShown(args[1]);
      marks.push(hidden);
      if (hidden) off++;
    } else if (op === ops.endMarkedContent) {
      if (marks.pop()) off--;
    } else if (op === ops.beginAnnotation) {
      save();
      const [, rect, transform, matrix] = args as unknown as [string, Bounds, Matrix, Matrix];
      state = {
        ...state,
        matrix: compose(matrix, transform),
        clip: rect ? [...rect] : null,
        fill: 0,
        stroke: 0,
        opaque: true,
        clear: false,
      };
    } else if (op === ops.endAnnotation) restore();
    else if (op === ops.paintFormXObjectBegin) {
      save();
      if (args[0]) state.matrix = compose(args[0], state.matrix);
      if (args[1]) clipTo([...(args[1] as Bounds)]);
    } else if (op === ops.beginGroup) {
      const group = (args[0] ?? {}) as { smask?: unknown; matrix?: Matrix; bbox?: Bounds };
      save();
      groups.push(Boolean(group.smask));
      if (group.smask) masks++;
      if (group.bbox) clipTo(group.matrix ? transformBounds(group.bbox, group.matrix) : [...group.bbox]);
    } else if (op === ops.endGroup) {
      if (groups.pop()) masks--;
      restore();
    } else if (op === ops.paintFormXObjectEnd) restore();
    else if (imageOps.has(op)) {
      if (masks === 0 && off === 0) image();
    } else textState.operator(op, args, ops);
  }
  return { text, rules, pictures, ground };
}

function drawPath(
  rules: RuleCollector,
  data: Float32Array,
  m: Matrix,
  paint: Parameters<RuleCollector["subpath"]>[3],
  clip: Bounds,
): { rectangles: Bounds[]; shapes: Bounds[] } {
  const shapes: Bounds[] = [];
  let points: number[] = [];
  let closed = false;
  let curved = false;
  const rectangles: Bounds[] = [];
  const flush = (): void => {
    const rectangle = rules.subpath(points, closed, curved, paint, clip);
    if (rectangle) rectangles.push(rectangle);
    else if (paint.fill && points.length > 4) {
      const xs = points.filter((_, k) => k % 2 === 0);
      const ys = points.filter((_, k) => k % 2 === 1);
      shapes.push([smallest(xs), smallest(ys), largest(xs), largest(ys)]);
    }
    points = [];
    closed = false;
    curved = false;
  };
  for (let i = 0; i < data.length; ) {
    const kind = data[i++]!;
    if (kind === MOVE && points.length > 0) flush();
    if (kind === CURVE || kind === QUADRATIC) curved = true;
    if (kind !== MOVE && kind !== LINE && !curved) closed = true;
    for (let p = 0; p < (POINTS[kind] ?? 0); p++, i += 2) {
      const x = data[i]!;
      const y = data[i + 1]!;
      points.push(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
    }
  }
  flush();
  if (rectangles.length > 1) rules.frames(rectangles, clip);
  return { rectangles: paint.fill ? rectangles : [], shapes };
}

/** `#rrggbb`, or three parts of 255. */
function colorOf(args: readonly unknown[]): number | null {
  const hex = typeof args[0] === "string" ? /^#([0-9a-f]{6})$/i.exec(args[0])?.[1] : undefined;
  if (hex !== undefined) return Number.parseInt(hex, 16);
  const [r, g, b] = args.map(Number);
  return r !== undefined && g !== undefined && b !== undefined && args.length === 3 ? (r << 16) | (g << 8) | b : null;
}
