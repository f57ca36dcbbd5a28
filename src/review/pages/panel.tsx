import type { AnswerOf } from "../../questions/index.ts";
import { regionName } from "../../store/index.ts";
import type { Point } from "../plots/frame.tsx";
import { AgainstPlot, DistributionPlot, RankingPlot, SeriesPlot } from "../plots/index.tsx";
import { conceptTerm, measureTerm } from "../words.ts";
import { Ask, Ends, Field, Frame, local, Scroll, type Setting } from "./layout.tsx";
import { idOf } from "./sheet.tsx";

type Value = AnswerOf<"panel">["rows"][number];
type Place = AnswerOf<"panel.coverage">["rows"][number];

/** Bodies of one table: more are narrowed or taken whole. */
const MOST_BODIES = 200;
const NOW = 9999;

/** What the panel page shows. */
export interface PanelPage {
  readonly concepts: AnswerOf<"concepts">["rows"];
  readonly values: readonly Value[];
  readonly places: readonly Place[];
  readonly against: readonly Value[];
  readonly asked: { readonly concept: string; readonly measure: string; readonly unit: string };
}

/** A concept by body and year, with what is missing beside it and a plot. */
export function Panel({ setting, shown }: { readonly setting: Setting; readonly shown: PanelPage }) {
  const { words, language, address } = setting;
  const { concepts, values, places, asked } = shown;
  const given = (name: string): string | undefined => address.searchParams.get(name) ?? undefined;
  // Lines of the classifications are many: they are asked for by their address.
  const named = concepts.filter(({ concept }) => conceptTerm(concept, language) !== concept);
  const held = [...new Set([asked.concept, ...named.map(({ concept }) => concept)])];
  const measures = [...new Set([asked.measure, ...named.map(({ measure }) => measure)])];
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
      <Ends setting={setting} path="panel" />
    </Frame>
  );
}

const hrefOf = (setting: Setting, { sha256, page, slot }: Value): string =>
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
  const { language } = setting;
  const { asked, values, against } = shown;
  const points = (list: readonly Value[]): Point[] =>
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
  };
  switch (plot) {
    case "series":
      return <SeriesPlot {...drawn} />;
    case "ranking":
      return <RankingPlot {...drawn} />;
    case "distribution": {
      const places = new Map(values.map(({ entity, regionCode }) => [entity, regionCode]));
      const placeOf = ({ label }: Point): string => {
        const code = places.get(label);
        return code ? regionName(`${code.slice(0, 4)}00`, NOW) : setting.words.map.nowhere;
      };
      return <DistributionPlot {...drawn} placeOf={placeOf} />;
    }
    case "against":
      return (
        <AgainstPlot {...drawn} against={points(against)} other={conceptTerm(against[0]?.concept ?? "", language)} />
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
    const row = bodies.get(value.entityId) ?? new Map<number, Value>();
    row.set(value.fiscalYear, value);
    bodies.set(value.entityId, row);
  }
  const silent = new Set(
    places.filter(({ status }) => status === "silent").map(({ entityId, fiscalYear }) => `${entityId}/${fiscalYear}`),
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
            {[...bodies].slice(0, MOST_BODIES).map(([body, row]) => {
              const { entity, regionCode } = row.values().next().value as Value;
              return (
                <tr>
                  <th scope="row">
                    <a href={local(setting, `/entities/${body}`)}>{entity}</a>
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
      {bodies.size > MOST_BODIES && <p>{words.more(MOST_BODIES)}</p>}
    </>
  );
}
