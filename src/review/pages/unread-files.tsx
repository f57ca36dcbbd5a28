import type { AnswerOf } from "../../questions/index.ts";
import { Ends, Frame, Scroll, type Setting } from "./layout.tsx";

/** The files that could not be read, and why. */
export function UnreadFiles({
  setting,
  answer,
}: {
  readonly setting: Setting;
  readonly answer: AnswerOf<"unread.files">;
}) {
  const { words } = setting;
  return (
    <Frame setting={setting} title={words.counts.unreadFiles}>
      {answer.rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Scroll label={words.counts.unreadFiles}>
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{words.title}</th>
                <th scope="col">{words.trouble}</th>
              </tr>
            </thead>
            <tbody>
              {answer.rows.map(({ file, code, message, called }) => (
                <tr>
                  <td>
                    {file}
                    {called !== null && <small> {called.split("\n").join("；")}</small>}
                  </td>
                  <td>
                    {code} <small>{message}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Ends setting={setting} path="unread-files" next={answer.next} />
    </Frame>
  );
}
