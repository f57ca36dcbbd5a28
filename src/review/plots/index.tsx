import { scaleBand, scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { largest, smallest } from "../../lib/long-lists.ts";
import { BottomAxis, Dot, HEIGHT, LeftAxis, Plot, type Point, ROOM, WIDTH } from "./frame.tsx";
import { merged, type Placed } from "./merged.ts";

/** What is drawn: a title, the unit, and the points. */
export interface Drawn {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly Point[];
  /** Words for so many more points under one mark. */
  readonly more: (count: number) => string;
}

/** A picture of more series, or longer rankings, says nothing any more. */
const MOST_SERIES = 8;
const MOST_RANKED = 40;
const ROW = 18;

const said = ({ label, year, value }: Point, unit: string): string => `${label} ${year} ${value}${unit}`;
const top = (points: readonly Point[]): number => Math.max(0, largest(points.map(({ value }) => Number(value))));
const bottom = (points: readonly Point[]): number => Math.min(0, smallest(points.map(({ value }) => Number(value))));
const shown = (tick: number): string => tick.toLocaleString("en");

/** Numbers over the years, a line a body; a year without a number breaks the line. */
export function SeriesPlot({ title, unit, points }: Drawn) {
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const all = years.length > 0 ? Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, n) => years[0]! + n) : [];
  const bodies = [...new Set(points.map(({ label }) => label))].slice(0, MOST_SERIES);
  const x = scalePoint(all, [ROOM.left, WIDTH - ROOM.right]).padding(0.5);
  const y = scaleLinear([bottom(points), top(points)], [HEIGHT - ROOM.bottom, ROOM.top]).nice();
  const path = line<Point | null>()
    .defined((p) => p !== null)
    .x((p) => x(p!.year)!)
    .y((p) => y(Number(p!.value)));
  return (
    <Plot title={`${title}（${unit}）`}>
      <LeftAxis ticks={y.ticks(6).map((tick) => ({ at: y(tick), shown: shown(tick) }))} />
      <BottomAxis ticks={all.map((year) => ({ at: x(year)!, shown: String(year) }))} />
      {bodies.map((body, n) => {
        const own = points.filter(({ label }) => label === body);
        const last = own.at(-1)!;
        return (
          <g>
            <path
              class={`line s${n % 8}`}
              d={path(all.map((year) => own.find((p) => p.year === year) ?? null)) ?? ""}
            />
            {own.map((p) => (
              <Dot x={x(p.year)!} y={y(Number(p.value))} series={n} href={p.href} said={said(p, unit)} />
            ))}
            <text class={`name s${n % 8}`} x={x(last.year)! + 8} y={y(Number(last.value)) + 4}>
              {short(body)}
            </text>
          </g>
        );
      })}
    </Plot>
  );
}

/** The numbers of the last year, largest first. */
export function RankingPlot({ title, unit, points }: Drawn) {
  const year = largest(points.map((p) => p.year));
  const ranked = points
    .filter((p) => p.year === year)
    .sort((a, b) => Number(b.value) - Number(a.value))
    .slice(0, MOST_RANKED);
  const height = ROOM.top + ranked.length * ROW + ROOM.bottom;
  const left = 220;
  const x = scaleLinear([bottom(ranked), top(ranked)], [left, WIDTH - 90]).nice();
  const y = scaleBand(
    ranked.map((_, n) => String(n)),
    [ROOM.top, height - ROOM.bottom],
  ).padding(0.2);
  return (
    <Plot title={`${title} ${year}（${unit}）`} height={height}>
      {ranked.map((p, n) => {
        const [from, to] = [x(0), x(Number(p.value))].sort((a, b) => a - b) as [number, number];
        const at = y(String(n))!;
        return (
          <a href={p.href}>
            <text class="name" x={left - 6} y={at + y.bandwidth() - 3} text-anchor="end">
              {short(p.label)}
            </text>
            <rect class="bar" x={from} y={at} width={Math.max(1, to - from)} height={y.bandwidth()}>
              <title>{said(p, unit)}</title>
            </rect>
            <text class="name" x={to + 4} y={at + y.bandwidth() - 3}>
              {p.value}
            </text>
          </a>
        );
      })}
    </Plot>
  );
}

/** Marks for points, those that cover one another as one that leads to the first of them. */
function Dots({ placed, more }: { readonly placed: readonly Placed[] } & Pick<Drawn, "more">) {
  return (
    <>
      {merged(placed).map(({ point, x, y, said, count }) => (
        <Dot x={x} y={y} series={0} href={point.href} said={count > 1 ? `${said} ${more(count - 1)}` : said} />
      ))}
    </>
  );
}

/** How the numbers of the last year lie within each place. `placeOf`: a body's place in words. */
export function DistributionPlot({
  title,
  unit,
  points,
  more,
  placeOf,
}: Drawn & { readonly placeOf: (p: Point) => string }) {
  const year = largest(points.map((p) => p.year));
  const now = points.filter((p) => p.year === year);
  const places = [...new Set(now.map(placeOf))].sort().slice(0, MOST_RANKED);
  const height = ROOM.top + places.length * (ROW + 6) + ROOM.bottom;
  const left = 160;
  const x = scaleLinear([bottom(now), top(now)], [left, WIDTH - 40]).nice();
  const y = scalePoint(places, [ROOM.top, height - ROOM.bottom]).padding(0.5);
  return (
    <Plot title={`${title} ${year}（${unit}）`} height={height}>
      <BottomAxis height={height} ticks={x.ticks(6).map((tick) => ({ at: x(tick), shown: shown(tick) }))} />
      {places.map((place) => (
        <g>
          <line class="rule" x1={left} x2={WIDTH - 40} y1={y(place)!} y2={y(place)!} />
          <text class="name" x={left - 8} y={y(place)! + 4} text-anchor="end">
            {short(place)}
          </text>
        </g>
      ))}
      <Dots
        more={more}
        placed={now
          .map((point) => ({ point, x: x(Number(point.value)), y: y(placeOf(point)), said: said(point, unit) }))
          .filter((at): at is Placed => at.y !== undefined)}
      />
    </Plot>
  );
}

/** One concept against another: a dot a body and year that states both. */
export function AgainstPlot({
  title,
  unit,
  points,
  more,
  against,
  other,
}: Drawn & { readonly against: readonly Point[]; readonly other: string }) {
  const byBody = new Map(against.map((p) => [`${p.label}/${p.year}`, p]));
  const paired = points.flatMap((p) => {
    const with_ = byBody.get(`${p.label}/${p.year}`);
    return with_ ? [{ p, with_ }] : [];
  });
  const years = [...new Set(paired.map(({ p }) => p.year))].sort((a, b) => a - b);
  const across = paired.map(({ p }) => p);
  const up = paired.map(({ with_ }) => with_);
  const x = scaleLinear([bottom(across), top(across)], [ROOM.left, WIDTH - ROOM.right]).nice();
  const y = scaleLinear([bottom(up), top(up)], [HEIGHT - ROOM.bottom, ROOM.top]).nice();
  return (
    <Plot title={`${other} × ${title} ${[...new Set([years[0], years.at(-1)])].join("–")}（${unit}）`}>
      <LeftAxis ticks={y.ticks(6).map((tick) => ({ at: y(tick), shown: shown(tick) }))} />
      <BottomAxis ticks={x.ticks(6).map((tick) => ({ at: x(tick), shown: shown(tick) }))} />
      <Dots
        more={more}
        placed={paired.map(({ p, with_ }) => ({
          point: p,
          x: x(Number(p.value)),
          y: y(Number(with_.value)),
          said: `${said(p, unit)} / ${with_.value}${unit}`,
        }))}
      />
    </Plot>
  );
}

/** Names longer than their room are cut in the picture; the whole name is in the title. */
const MOST_LETTERS = 16;
const short = (name: string): string => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name);
