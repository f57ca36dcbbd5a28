import type { AnswerOf } from "../../questions/index.ts";
import type { Setting } from "./layout.tsx";
import { recordWords } from "./record-words.ts";

/** The form that corrects, confirms or rejects a number of the page, or adds one that was not read. */
export function CorrectForm({
  setting,
  sha256,
  page,
  records,
}: {
  readonly setting: Setting;
  readonly sha256: string;
  readonly page: number;
  readonly records: AnswerOf<"document.records">["rows"];
}) {
  const { correct, reason, concept, year, measure } = setting.words;
  return (
    <details class="correct">
      <summary>{correct.heading}</summary>
      <form method="post" action={`/documents/${sha256}/correct`}>
        <input type="hidden" name="token" value={setting.review!.token} />
        <input type="hidden" name="page" value={page} />
        {records.length > 0 && (
          <label class="field">
            <span>{correct.slot}</span>
            <select name="slot">
              {records.map((record) => (
                <option value={record.slot}>
                  {recordWords(record, setting)} {record.value}
                  {record.unit}
                </option>
              ))}
            </select>
          </label>
        )}
        <Text label={correct.value} name="value" />
        <Text label={correct.unit} name="unit" />
        <Text label={reason} name="reason" required />
        <p>
          <button type="submit" name="action" value="set">
            {correct.set}
          </button>
          <button type="submit" name="action" value="confirm">
            {correct.confirm}
          </button>
          <button type="submit" name="action" value="reject">
            {correct.reject}
          </button>
        </p>
        <fieldset>
          <legend>{correct.add}</legend>
          <Text label={concept} name="concept" />
          <Text label={measure} name="measure" />
          <Text label={year} name="year" />
          <Text label={correct.quote} name="quote" />
          <button type="submit" name="action" value="add">
            {correct.add}
          </button>
        </fieldset>
      </form>
    </details>
  );
}

function Text({
  label,
  name,
  required,
}: {
  readonly label: string;
  readonly name: string;
  readonly required?: boolean;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input name={name} required={required} maxlength={400} />
    </label>
  );
}
