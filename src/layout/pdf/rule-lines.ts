import type { RuleLine } from "../../lib/page-content.ts";
import { type Bounds, intersect } from "./frame.ts";

/** A filled rectangle up to this thickness is a ruling line; thicker ones are backgrounds and bars. */
const THIN_PT = 3;
/** A line may lean this much over its whole length and still count as horizontal or vertical. */
const LEAN_PT = 0.75;
/** The frame between two nested rectangles of one path is a border up to this width. */
const FRAME_PT = THIN_PT;
/** A filled shape that is no rectangle (the stroke of an outlined character) is a line only from this length. */
const SHAPE_LINE_PT = 8;

/** How a path is painted; `width` is the stroke width on the page, 0 for a hairline. */
export interface Paint {
  readonly fill: boolean;
  readonly stroke: boolean;
  readonly width: number;
}

/** The ruling lines of one page, gathered path by path. Coordinates are the page's own (points, y down). */
export class RuleCollector {
  readonly lines: RuleLine[] = [];
  /** Filled shapes with curves seen so far. */
  outlines = 0;

  /**
   * One subpath as x, y pairs. `curved` marks those with Bézier pieces: their chords are no lines.
   * Returns the box of a filled rectangle too thick for a line, so that frames of nested rectangles can be told.
   */
  subpath(
    points: readonly number[],
    closed: boolean,
    curved: boolean,
    paint: Paint,
    clip: Readonly<Bounds>,
  ): Bounds | null {
    const count = points.length >> 1;
    if (count < 2) return null;
    if (curved && paint.fill) this.outlines++;
    if (paint.stroke && !curved) {
      for (let i = 1; i < count; i++)
        this.stroke(points[2 * i - 2]!, points[2 * i - 1]!, points[2 * i]!, points[2 * i + 1]!, paint.width, clip);
      if (closed)
        this.stroke(points[2 * count - 2]!, points[2 * count - 1]!, points[0]!, points[1]!, paint.width, clip);
    }
    return paint.fill && !curved ? this.fill(points, clip) : null;
  }

  private stroke(x0: number, y0: number, x1: number, y1: number, width: number, clip: Readonly<Bounds>): void {
    const half = width / 2;
    const dx = Math.abs(x1 - x0);
    const dy = Math.abs(y1 - y0);
    if (dy <= LEAN_PT && dx > dy) {
      const y = (y0 + y1) / 2;
      this.strip([Math.min(x0, x1), y - half, Math.max(x0, x1), y + half], clip, 0);
    } else if (dx <= LEAN_PT && dy > dx) {
      const x = (x0 + x1) / 2;
      this.strip([x - half, Math.min(y0, y1), x + half, Math.max(y0, y1)], clip, 0);
    }
  }

  private fill(points: readonly number[], clip: Readonly<Bounds>): Bounds | null {
    const box: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < points.length; i += 2) {
      box[0] = Math.min(box[0], points[i]!);
      box[1] = Math.min(box[1], points[i + 1]!);
      box[2] = Math.max(box[2], points[i]!);
      box[3] = Math.max(box[3], points[i + 1]!);
    }
    const rectangle = points.length <= 10 && isRectangle(points, box);
    if (this.strip(box, clip, rectangle ? 0 : SHAPE_LINE_PT)) return null;
    return rectangle ? box : null;
  }

  /** Takes a box as a line where what the clip leaves of it is thin. */
  strip(box: Bounds, clip: Readonly<Bounds>, atLeast: number): boolean {
    const [x0, y0, x1, y1] = intersect(box, clip);
    const width = x1 - x0;
    const height = y1 - y0;
    if (width < 0 || height < 0) return true;
    const thin = Math.min(width, height);
    const long = Math.max(width, height);
    if (thin > THIN_PT) return false;
    if (long < atLeast) return true;
    // a dot of a dotted line, or the corner Word draws where two borders meet: it continues either
    const dot = long < 2 * thin && long <= THIN_PT;
    if (dot || width >= height)
      this.lines.push({ direction: "h", at: (y0 + y1) / 2, from: x0, to: x1, thickness: height });
    if (dot || height > width)
      this.lines.push({ direction: "v", at: (x0 + x1) / 2, from: y0, to: y1, thickness: width });
    return true;
  }

  /** A border drawn as the area between two rectangles, one inside the other. */
  frames(rectangles: readonly Bounds[], clip: Readonly<Bounds>): void {
    for (let i = 1; i < rectangles.length; i++) {
      const [p, q] = [rectangles[i - 1]!, rectangles[i]!];
      const [outer, inner] = p[0] <= q[0] ? [p, q] : [q, p];
      const inside = inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
      const width = Math.max(inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]);
      if (!inside || width === 0 || width > FRAME_PT) continue;
      this.strip([outer[0], outer[1], outer[2], inner[1]], clip, 0);
      this.strip([outer[0], inner[3], outer[2], outer[3]], clip, 0);
      this.strip([outer[0], outer[1], inner[0], outer[3]], clip, 0);
      this.strip([inner[2], outer[1], outer[2], outer[3]], clip, 0);
    }
  }
}

function isRectangle(points: readonly number[], box: Readonly<Bounds>): boolean {
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    if (Math.min(x - box[0], box[2] - x) > 0.1 || Math.min(y - box[1], box[3] - y) > 0.1) return false;
  }
  return points.length >= 8;
}
