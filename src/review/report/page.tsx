import { STYLE } from "../style.ts";
import type { Language } from "../words.ts";
import { wordsIn } from "../words.ts";
import type { Listed } from "./data.ts";

/** Everything of the list but its frame: quotes, places, decisions. */
export function ListBody({ list, language }: { readonly list: readonly Listed[]; readonly language: Language }) {
  const words = wordsIn(language);
  return (
    <>
      <p>{words.byHand}</p>
      {list.length === 0 && <p>{words.nothing}</p>}
      <div class="report">
        {list.map(({ heading, about, message, equation, sides, decisions, status }) => (
          <article>
            <h2>{heading}</h2>
            <p>{about}</p>
            <p>
              <b>{message}</b>
            </p>
            {equation && (
              <p>
                {words.equation}：{equation}
              </p>
            )}
            <ul>
              {sides.map((side) => (
                <li>
                  {side.words}（{side.place}）“{side.quote}”
                  {side.picture && <img alt={side.quote} loading="lazy" src={sourceOf(side.picture)} />}
                </li>
              ))}
            </ul>
            <p>
              {words.status}：{status}
            </p>
            {decisions.map((decision) => (
              <p>{decision}</p>
            ))}
          </article>
        ))}
      </div>
    </>
  );
}

const sourceOf = (picture: NonNullable<Listed["sides"][number]["picture"]>): string =>
  "address" in picture
    ? picture.address
    : `data:${picture.type};base64,${Buffer.from(picture.bytes).toString("base64")}`;

/** The list as one file to print or send: nothing is loaded from elsewhere. */
export function listHtml(list: readonly Listed[], language: Language): string {
  const words = wordsIn(language);
  const page = (
    <html lang={language === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charset="utf-8" />
        <title>{words.list}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{words.list}</h1>
          <ListBody list={list} language={language} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${String(page)}`;
}
