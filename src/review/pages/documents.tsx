import type { AnswerOf } from "../../questions/index.ts";
import { Ask, Ends, Field, Frame, local, Scroll, type Setting } from "./layout.tsx";

/** The list of documents with its filters. */
export function Documents({ setting, answer }: { readonly setting: Setting; readonly answer: AnswerOf<"documents"> }) {
  const { words, address } = setting;
  const asked = (name: string): string | undefined => address.searchParams.get(name) ?? undefined;
  return (
    <Frame setting={setting} title={words.nav.documents} scripts={["filters"]}>
      <Ask setting={setting} action="/documents" button={words.filter}>
        <Field label={words.words} name="words" value={asked("words")} />
        <Field label={words.year} name="fiscal_year" type="number" value={asked("fiscal_year")} />
        <Field label={words.place} name="place" value={asked("place")} />
        <Field
          label={words.kind}
          name="kind"
          value={asked("kind")}
          options={[["", words.any], ...Object.entries(words.kinds)]}
        />
        <Field
          label={words.having}
          name="having"
          value={asked("having")}
          options={[["", words.any], ...Object.entries(words.havings)]}
        />
      </Ask>
      {answer.rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Scroll label={words.nav.documents}>
          <table class="list">
            <thead>
              <tr>
                {[
                  words.title,
                  words.entity,
                  words.year,
                  words.kind,
                  words.pages,
                  words.records,
                  words.unread,
                  words.doubtful,
                  words.findings,
                ].map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.rows.map((row) => (
                <tr>
                  <td>
                    <a href={local(setting, `/documents/${row.sha256}`)}>{row.title ?? row.file}</a>
                    {!row.current && <span class="mark"> {words.superseded}</span>}
                    {row.title && <small>{row.file}</small>}
                  </td>
                  <td>
                    {row.entityId === null ? (
                      row.entity
                    ) : (
                      <a href={local(setting, `/entities/${row.entityId}`)}>{row.entity}</a>
                    )}
                  </td>
                  <td>{row.fiscalYear}</td>
                  <td>{row.types.map((type) => words.kinds[type] ?? type).join("、")}</td>
                  {[row.pages, row.records, row.unread, row.doubtful, row.findings].map((n) => (
                    <td class="n">{n}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Ends setting={setting} path="documents" next={answer.next} />
    </Frame>
  );
}
