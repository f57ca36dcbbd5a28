import type { AnswerOf } from "../../questions/index.ts";
import type { Setting } from "./layout.tsx";

type Box = readonly [number, number, number, number];

/** What is drawn over a page: a record, an unread number, a table nobody recognised, a side of a finding. */
export interface Mark {
  /** The element it belongs to: `#id`. */
  readonly id: string;
  readonly box: Box;
  readonly sort: "record" | "doubtful" | "unread" | "unclaimed" | "side";
  readonly said: string;
}

/** A slot as an element's id: no blanks. The address `#slot` leads to it. */
export const idOf = (slot: string): string => slot.replace(/\s/gu, "_");

/** The page as published, with boxes over it; each box leads to its record and, where scripts run, both light together. */
export function PictureSheet({
  setting,
  sha256,
  page,
  width,
  height,
  marks,
}: {
  readonly setting: Setting;
  readonly sha256: string;
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}) {
  const label = setting.words.picture(page);
  return (
    <svg class="sheet" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      <image href={`/documents/${sha256}/pages/${page}.png`} width={width} height={height} preserveAspectRatio="none" />
      {marks.map(({ id, box: [x0, y0, x1, y1], sort, said }) => (
        <a href={`#${encodeURIComponent(id)}`} data-for={id} class={sort} aria-label={said}>
          <rect id={`box:${id}`} x={x0} y={y0} width={Math.max(1, x1 - x0)} height={Math.max(1, y1 - y0)}>
            <title>{said}</title>
          </rect>
        </a>
      ))}
    </svg>
  );
}

/** The page as the store holds it, where there is no picture: prose and tables in their order, each cell leading to its record. */
export function StoredSheet({
  setting,
  paragraphs,
  tables,
  targets,
  sort,
}: {
  readonly setting: Setting;
  readonly paragraphs: AnswerOf<"document.text">["rows"];
  readonly tables: AnswerOf<"document.tables">["rows"];
  /** Elements that cells lead to: by table, row and column; by words of prose. */
  readonly targets: ReadonlyMap<string, string>;
  /** How cells that lead somewhere are marked, where not as plain links. */
  readonly sort?: "side";
}) {
  const { words } = setting;
  return (
    <section class="stored" tabindex={0} aria-label={words.prose}>
      {paragraphs.map(({ text }) => (
        <p>{text}</p>
      ))}
      {tables.map(({ table, title, unit, rows, cells }) => (
        <table>
          <caption>
            {words.table(table)} {title} {unit}
          </caption>
          <tbody>
            {Array.from({ length: rows }, (_, r) => cells.filter((cell) => cell.r === r))
              .filter((row) => row.length > 0)
              .map((row) => (
                <tr>
                  {row.map(({ r, c, rs, cs, text, unread }) => {
                    const target = targets.get(`${table}/${r}/${c}`);
                    return (
                      <td rowspan={rs} colspan={cs} class={unread ? "unread" : undefined}>
                        {target === undefined ? (
                          text
                        ) : (
                          <a
                            id={`box:${target}`}
                            class={sort}
                            href={`#${encodeURIComponent(target)}`}
                            data-for={target}
                          >
                            {text}
                          </a>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
