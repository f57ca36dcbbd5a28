import { largest } from "../../lib/long-lists.ts";
import type { AnswerOf } from "../../questions/index.ts";
import { regionName } from "../../store/index.ts";
import { addressWith, Frame, local, Scroll, type Setting } from "./layout.tsx";

/** Shades of the map: told apart by the number in the field, too. */
const SHADES = 5;
const NOW = 9999;

/** A place of two, four or six digits in words. */
const placeName = (digits: string): string => regionName(digits.padEnd(6, "0"), NOW);

/** Counts, each with its list, and the map of what is held. */
export function Home({
  setting,
  overview,
  map,
  place,
  kind,
}: {
  readonly setting: Setting;
  readonly overview: AnswerOf<"overview">;
  readonly map: AnswerOf<"coverage">["rows"];
  readonly place: string | undefined;
  readonly kind: string | undefined;
}) {
  const { words } = setting;
  const lists: Record<keyof typeof overview, string> = {
    documents: local(setting, "/documents"),
    bodies: local(setting, "/entities"),
    records: local(setting, "/panel"),
    unread: local(setting, "/documents", { having: "unread" }),
    doubtful: local(setting, "/documents", { having: "doubtful" }),
    errors: local(setting, "/findings", { severity: "error", status: "open" }),
    warnings: local(setting, "/findings", { severity: "warning", status: "open" }),
    infos: local(setting, "/findings", { severity: "info", status: "open" }),
    decided: local(setting, "/findings", { status: "decided" }),
    unreadFiles: local(setting, "/unread-files"),
  };
  return (
    <Frame setting={setting} title={words.nav.home}>
      <ul class="counts">
        {(Object.entries(overview) as [keyof typeof overview, number][]).map(([name, n]) => (
          <li>
            <a href={lists[name]}>
              <b>{n.toLocaleString("en")}</b> {words.counts[name]}
            </a>
          </li>
        ))}
      </ul>
      <HeatMap setting={setting} map={map} place={place} kind={kind} />
    </Frame>
  );
}

function HeatMap({
  setting,
  map,
  place,
  kind,
}: {
  readonly setting: Setting;
  readonly map: AnswerOf<"coverage">["rows"];
  readonly place: string | undefined;
  readonly kind: string | undefined;
}) {
  const { words, address } = setting;
  const years = [...new Set(map.map(({ fiscalYear }) => fiscalYear))].sort();
  const places = [...new Set(map.map((field) => field.place))].sort((a, b) => (a ?? "~").localeCompare(b ?? "~"));
  const documents = (of: string | null, year: number): number =>
    map.reduce((sum, f) => (f.place === of && f.fiscalYear === year ? sum + f.documents : sum), 0);
  const most = Math.max(1, largest(places.flatMap((of) => years.map((year) => documents(of, year)))));
  const inside = (of: string): string =>
    of.length < 6 && of !== place ? addressWith(address, { place: of }) : local(setting, "/entities", { place: of });
  return (
    <section>
      <p class="kinds">
        <a href={addressWith(address, { kind: undefined })} aria-current={kind === undefined ? "true" : undefined}>
          {words.map.all}
        </a>
        {Object.entries(words.kinds).map(([name, shown]) => (
          <a href={addressWith(address, { kind: name })} aria-current={kind === name ? "true" : undefined}>
            {shown}
          </a>
        ))}
        {place && (
          <a href={addressWith(address, { place: place.length > 2 ? place.slice(0, -2) : undefined })}>
            {words.map.up}
          </a>
        )}
      </p>
      <Scroll label={words.map.caption}>
        <table class="map">
          <caption>
            {place ? `${placeName(place)}：` : ""}
            {words.map.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.map.place}</th>
              {years.map((year) => (
                <th scope="col">{year}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((of) => (
              <tr>
                <th scope="row">{of === null ? words.map.nowhere : <a href={inside(of)}>{placeName(of)}</a>}</th>
                {years.map((year) => {
                  const n = documents(of, year);
                  if (n === 0) return <td />;
                  const shade = Math.ceil((n / most) * SHADES);
                  const to = local(setting, "/documents", { place: of ?? undefined, fiscal_year: year, kind });
                  return <td class={`h${shade}`}>{of === null ? n : <a href={to}>{n}</a>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
