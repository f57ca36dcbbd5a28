import { eachInk, type InkMask } from "./ink.ts";

/** Pages lie this many degrees askew at most; more is a photograph, not a scan. */
const MOST = 6;
const COARSE = 0.25;
const FINE = 0.05;

/** Ink points a search looks at: more do not make it surer. */
const POINTS = 60_000;

/**
 * How many degrees the page must be turned clockwise to stand straight, to a twentieth of a degree. Lines of print and rules put their ink into few rows when the page is straight.
 */
export function skewOf(mask: InkMask): number {
  const points = inkPoints(mask);
  if (points.length < 400) return 0;
  let best = 0;
  let most = -1;
  const look = (from: number, to: number, step: number): void => {
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const score = rowness(points, angle, mask.width, mask.height);
      if (score > most) {
        most = score;
        best = angle;
      }
    }
  };
  look(-MOST, MOST, COARSE);
  look(best - COARSE, best + COARSE, FINE);
  return Math.abs(best) < FINE ? 0 : best;
}

/** Pairs x, y of ink pixels, thinned evenly. Only where ink begins from above: thick strokes count once. */
function inkPoints({ width, height, ink }: InkMask): Float32Array {
  const found: number[] = [];
  eachInk(ink, (i) => {
    if (i >= width && i < width * height && !ink[i - width]) found.push(i);
  });
  const step = Math.max(1, Math.ceil(found.length / POINTS));
  const points = new Float32Array(Math.floor(found.length / step) * 2);
  for (let i = 0; i < points.length / 2; i++) {
    const at = found[i * step]!;
    points[2 * i] = at % width;
    points[2 * i + 1] = Math.floor(at / width);
  }
  return points;
}

function rowness(points: Float32Array, degrees: number, width: number, height: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const offset = Math.ceil(Math.abs(slope) * width) + 2;
  const rows = new Uint32Array(height + 2 * offset);
  for (let i = 0; i < points.length; i += 2) rows[Math.round(points[i + 1]! + points[i]! * slope) + offset]!++;
  let score = 0;
  for (const n of rows) score += n * n;
  return score;
}
