import type { AnswerOf } from "../../questions/index.ts";
import { regionName } from "../../store/index.ts";
import type { Point } from "../plots/frame.tsx";
import { AgainstPlot, DistributionPlot, RankingPlot, SeriesPlot } from "../plots/index.tsx";
import { conceptTerm, measureTerm } from "../words.ts";
import { Ask, Ends, Field, Frame, local, Scroll, type Setting } from "./layout.tsx";
import { idOf } from "./sheet.tsx";

type Value = AnswerOf<"panel">["rows"][number];
type Drawn = AnswerOf<"panel.points">["rows"][number];
type Place = AnswerOf<"panel.coverage">["rows"][number];

const NOW = 9999;

/** What the panel page shows. */
export interface PanelPage {
  readonly choices: AnswerOf<"panel.choices">;
  /** Of the bodies on this page, and where the next one begins. */
  readonly values: readonly Value[];
  readonly places: readonly Place[];
  readonly next: string | null;
  /** What a plot shows, and the other concept it may be set against: of all bodies, where they are many of the last year. */
  readonly plotted: readonly Drawn[];
  readonly against: readonly Drawn[];
  readonly asked: { readonly concept: string; readonly measure: string; readonly unit: string };
}

/** A concept by body and year, with what is missing beside it and a plot. */
export function Panel({ setting, shown }: { readonly setting: Setting; readonly shown: PanelPage }) {
  const { words, language, address } = setting;
  const { choices, values, places, asked, next } = shown;
  const given = (name: string): string | undefined => address.searchParams.get(name) ?? undefined;
  const held = [...new Set([asked.concept, ...choices.concepts])];
  const measures = [...new Set([asked.measure, ...choices.measures])];
  const options = held.map((name) => [name, conceptTerm(name, language)] as const);
  return (
    <Frame setting={setting} title={words.nav.panel} scripts={["filters"]}>
      <Ask setting={setting} action="/panel" button={words.draw}>
        <Field label={words.concept} name="concept" value={asked.concept} options={options} />
        <Field
          label={words.measure}
          name="measure"
          value={asked.measure}
          options={measures.map((m) => [m, measureTerm(m, language)])}
        />
        <Field
          label={words.unit}
          name="unit"
          value={asked.unit}
          options={["元", "千元", "万元", "亿元"].map((u) => [u, u])}
        />
        <Field label={words.entity} name="entity" value={given("entity")} />
        <Field label={words.place} name="place" value={given("place")} />
        <Field
          label={words.scope}
          name="scope"
          value={given("scope")}
          options={[
            ["", words.any],
            ...(["department", "office", "unit", "territory"] as const).map((of) => [of, words.scopes[of]!] as const),
          ]}
        />
        <Field label={words.from} name="from" type="number" value={given("from")} />
        <Field label={words.to} name="to" type="number" value={given("to")} />
        <Field
          label={words.plot}
          name="plot"
          value={given("plot")}
          options={Object.entries(words.plots).map(([k, v]) => [k === "none" ? "" : k, v])}
        />
        <Field label={words.against} name="against" value={given("against")} options={[["", "—"], ...options]} />
      </Ask>
      {values.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <PlotOf setting={setting} shown={shown} plot={given("plot")} />
          <p>
            {words.covered(
              values.length,
              places.filter(({ status }) => status === "silent").length,
              places.filter(({ status }) => status === "missing").length,
            )}
          </p>
          <PanelTable setting={setting} shown={shown} />
        </>
      )}
      <Ends setting={setting} path="panel" next={next} />
    </Frame>
  );
}

const hrefOf = (setting: Setting, { sha256, page, slot }: Drawn): string =>
  `${local(setting, `/documents/${sha256}`, { page })}#${encodeURIComponent(idOf(slot))}`;

function PlotOf({
  setting,
  shown,
  plot,
}: {
  readonly setting: Setting;
  readonly shown: PanelPage;
  readonly plot: string | undefined;
}) {
  const { language, address } = setting;
  const { asked, plotted: values, against } = shown;
  const points = (list: readonly Drawn[]): Point[] =>
    list.map((value) => ({
      label: value.entity,
      year: value.fiscalYear,
      value: value.value,
      href: hrefOf(setting, value),
    }));
  const drawn = {
    title: conceptTerm(asked.concept, language),
    unit: values[0]?.unit ?? asked.unit,
    points: points(values),
    more: setting.words.morePoints,
  };
  switch (plot) {
    case "series":
      return <SeriesPlot {...drawn} />;
    case "ranking":
      return <RankingPlot {...drawn} />;
    case "distribution": {
      // A name is looked up once a city, not once a body.
      const cities = new Map<string, string>();
      const cityOf = (code: string | null): string => {
        const city = code === null ? "" : `${code.slice(0, 4)}00`;
        const name = cities.get(city) ?? (city === "" ? setting.words.map.nowhere : regionName(city, NOW));
        cities.set(city, name);
        return name;
      };
      const places = new Map(values.map(({ entity, regionCode }) => [entity, cityOf(regionCode)]));
      const placeOf = ({ label }: Point): string => places.get(label)!;
      return <DistributionPlot {...drawn} placeOf={placeOf} />;
    }
    case "against":
      return (
        <AgainstPlot
          {...drawn}
          against={points(against)}
          other={conceptTerm(address.searchParams.get("against") ?? "", language)}
        />
      );
    default:
      return null;
  }
}

function PanelTable({ setting, shown }: { readonly setting: Setting; readonly shown: PanelPage }) {
  const { words, language } = setting;
  const { values, places, asked } = shown;
  const years = [...new Set(values.map(({ fiscalYear }) => fiscalYear))].sort();
  const all = Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, n) => years[0]! + n);
  const bodies = new Map<string, Map<number, Value>>();
  for (const value of values) {
    // A department with its units and the department alone are two rows.
    const key = `${value.entityId}/${value.scope}`;
    const row = bodies.get(key) ?? new Map<number, Value>();
    row.set(value.fiscalYear, value);
    bodies.set(key, row);
  }
  const silent = new Set(
    places
      .filter(({ status }) => status === "silent")
      .map(({ entityId, scope, fiscalYear }) => `${entityId}/${scope}/${fiscalYear}`),
  );
  const unit = values[0]!.unit;
  return (
    <>
      <Scroll label={words.nav.panel}>
        <table class="list">
          <caption>
            {conceptTerm(asked.concept, language)} {measureTerm(asked.measure, language)} {unit && `（${unit}）`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.entity}</th>
              <th scope="col">{words.region}</th>
              {all.map((year) => (
                <th scope="col">{year}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...bodies].map(([body, row]) => {
              const { entity, entityId, scope, regionCode } = row.values().next().value as Value;
              return (
                <tr>
                  <th scope="row">
                    <a href={local(setting, `/entities/${entityId}`)}>{entity}</a>
                    {words.scopes[scope] && <small> {words.scopes[scope]}</small>}
                  </th>
                  <td>{regionCode && regionName(regionCode, NOW)}</td>
                  {all.map((year) => {
                    const value = row.get(year);
                    if (!value)
                      return silent.has(`${body}/${year}`) ? (
                        <td class="gap">
                          <span title={words.silent}>·</span>
                        </td>
                      ) : (
                        <td class="gap" />
                      );
                    const disputed = value.disagreeing > 0 || value.findings > 0;
                    return (
                      <td class="n">
                        <a href={hrefOf(setting, value)} title={disputed ? words.disputed : undefined}>
                          {value.approximate ? "≈" : ""}
                          {value.value}
                          {disputed ? "*" : ""}
                        </a>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{words.gap}</p>
    </>
  );
}
