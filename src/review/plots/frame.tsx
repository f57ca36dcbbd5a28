import type { Child } from "hono/jsx";

/** Size of a plot in its own units. */
export const WIDTH = 760;
export const HEIGHT = 380;
/** Room for labels around the field. */
export const ROOM = { left: 90, right: 150, top: 24, bottom: 40 } as const;

/** One value of a plot with the page it leads to. Plotted as a double; what is told beside it is the exact text. */
export interface Point {
  readonly label: string;
  readonly year: number;
  readonly value: string;
  readonly href: string;
}

/** A plot's picture with its title, which is what a screen reader says of it. */
export function Plot({
  title,
  children,
  height = HEIGHT,
}: {
  readonly title: string;
  readonly height?: number;
  readonly children?: Child;
}) {
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={title}>
        {children}
      </svg>
    </figure>
  );
}

/** Where a plot's ticks stand. */
export interface Tick {
  readonly at: number;
  readonly shown: string;
}

/** The value axis at the left with lines across the field. */
export function LeftAxis({ ticks }: { readonly ticks: readonly Tick[] }) {
  return (
    <g class="axis">
      {ticks.map(({ at, shown }) => (
        <>
          <line x1={ROOM.left} x2={WIDTH - ROOM.right} y1={at} y2={at} />
          <text x={ROOM.left - 6} y={at + 4} text-anchor="end">
            {shown}
          </text>
        </>
      ))}
    </g>
  );
}

/** The axis at the bottom. */
export function BottomAxis({ ticks, height = HEIGHT }: { readonly ticks: readonly Tick[]; readonly height?: number }) {
  return (
    <g class="axis">
      {ticks.map(({ at, shown }) => (
        <text x={at} y={height - ROOM.bottom + 18} text-anchor="middle">
          {shown}
        </text>
      ))}
    </g>
  );
}

/** Shapes beside colours: no series is told by colour alone. */
export const SHAPES = ["circle", "square", "diamond", "triangle", "cross"] as const;

/** A mark of a series at a place; leads to the page its number stands on. */
export function Dot({
  x,
  y,
  series,
  href,
  said,
}: {
  readonly x: number;
  readonly y: number;
  readonly series: number;
  readonly href: string;
  readonly said: string;
}) {
  const shape = SHAPES[series % SHAPES.length]!;
  const r = 4;
  const path = {
    circle: `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`,
    square: `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
    diamond: `M${x},${y - r - 1}l${r + 1},${r + 1}l${-r - 1},${r + 1}l${-r - 1},${-r - 1}z`,
    triangle: `M${x},${y - r - 1}l${r + 1},${2 * r}h${-2 * r - 2}z`,
    cross: `M${x - r},${y - 1}h${r - 1}v${-r + 1}h2v${r - 1}h${r - 1}v2h${-r + 1}v${r - 1}h-2v${-r + 1}h${-r + 1}z`,
  }[shape];
  return (
    <a href={href} aria-label={said}>
      <path class={`dot s${series % 8}`} d={path}>
        <title>{said}</title>
      </path>
    </a>
  );
}
