import type { AnswerOf } from "../../questions/index.ts";
import { regionName } from "../../store/index.ts";
import { conceptTerm, measureTerm } from "../words.ts";
import { Ask, Ends, Field, Frame, local, Scroll, type Setting } from "./layout.tsx";
import { idOf } from "./sheet.tsx";

const NOW = 9999;

/** The list of bodies. */
export function Entities({ setting, answer }: { readonly setting: Setting; readonly answer: AnswerOf<"entities"> }) {
  const { words, address } = setting;
  const asked = (name: string): string | undefined => address.searchParams.get(name) ?? undefined;
  return (
    <Frame setting={setting} title={words.nav.entities} scripts={["filters"]}>
      <Ask setting={setting} action="/entities" button={words.filter}>
        <Field label={words.words} name="words" value={asked("words")} />
        <Field label={words.place} name="place" value={asked("place")} />
      </Ask>
      {answer.rows.length === 0 && <p>{words.nothing}</p>}
      <ul>
        {answer.rows.map(({ id, name, regionCode, documents, firstYear, lastYear }) => (
          <li>
            <a href={local(setting, `/entities/${id}`)}>{name}</a>
            <small>
              {regionCode && regionName(regionCode, lastYear ?? NOW)} {words.counts.documents} {documents} {firstYear}
              {lastYear !== firstYear && `–${lastYear}`}
            </small>
          </li>
        ))}
      </ul>
      <Ends setting={setting} path="entities" next={answer.next} />
    </Frame>
  );
}

/** One body: names, reports and versions, numbers over the years, findings. */
export function Entity({
  setting,
  entity,
  findings,
}: {
  readonly setting: Setting;
  readonly entity: AnswerOf<"entity">;
  readonly findings: AnswerOf<"findings">["rows"];
}) {
  const { words, language } = setting;
  const years = [...new Set(entity.series.map(({ fiscalYear }) => fiscalYear))].sort();
  const lines = new Map<string, Map<number, (typeof entity.series)[number]>>();
  for (const value of entity.series) {
    const key = `${value.concept}\n${value.measure}`;
    const line = lines.get(key) ?? new Map();
    line.set(value.fiscalYear, value);
    lines.set(key, line);
  }
  return (
    <Frame setting={setting} title={entity.name} scripts={["keys"]}>
      <dl>
        <dt>{words.region}</dt>
        <dd>{entity.regionCode ? `${regionName(entity.regionCode, NOW)} ${entity.regionCode}` : words.map.nowhere}</dd>
        {entity.parent && (
          <>
            <dt>{words.parent}</dt>
            <dd>{entity.parent}</dd>
          </>
        )}
        <dt>{words.names}</dt>
        {entity.names.map(({ name, seenFrom, seenTo, source }) => (
          <dd>
            {name}{" "}
            <small>
              {[seenFrom, seenTo].filter((y) => y !== null).join("–")} {source}
            </small>
          </dd>
        ))}
      </dl>
      {years.length > 0 && (
        <Scroll label={words.series}>
          <table class="list">
            <caption>{words.series}</caption>
            <thead>
              <tr>
                <th scope="col">{words.concept}</th>
                {years.map((year) => (
                  <th scope="col">{year}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...lines].map(([key, line]) => {
                const [concept, measure] = key.split("\n") as [string, string];
                return (
                  <tr>
                    <th scope="row">
                      {conceptTerm(concept, language)} {measureTerm(measure, language)}
                    </th>
                    {years.map((year) => {
                      const value = line.get(year);
                      return (
                        <td class="n">
                          {value && (
                            <a
                              href={`${local(setting, `/documents/${value.sha256}`, { page: value.page })}#${encodeURIComponent(idOf(value.slot))}`}
                            >
                              {value.value}
                              {value.unit}
                            </a>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
      <h2>{words.reports}</h2>
      <ul>
        {entity.reports.map(({ fiscalYear, kind, scope, project, version, relation, effective, sha256, file }) => (
          <li>
            {fiscalYear} {words.kinds[kind] ?? kind} {words.scopes[scope]} {project} {version}{" "}
            {words.relations[relation] ?? relation} <a href={local(setting, `/documents/${sha256}`)}>{file}</a>
            {effective && <b> {words.effective}</b>}
          </li>
        ))}
      </ul>
      {findings.length > 0 && (
        <>
          <h2>{words.findings}</h2>
          <ul>
            {findings.map(({ sha256, key, severity, message }) => (
              <li>
                <span class={`severity ${severity}`}>{words.severities[severity] ?? severity}</span>{" "}
                <a href={local(setting, `/findings/${sha256}/${key}`)}>{message}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  );
}
