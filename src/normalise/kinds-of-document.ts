import { ATTACHED, FORMS, MENTION, SANGONG_TITLE } from "../../schemas/forms/documents.ts";
import type { DocumentType } from "../../schemas/index.ts";
import { simplified } from "../lib/traditional.ts";
import type { Landmarks } from "./landmarks.ts";

/** What the document holds, told by its titles; a page whose own title speaks of 三公经费 is a statement on these alone. */
export function typesOf(landmarks: Landmarks, title: string | null, prose: string): DocumentType[] {
  const lead = title ?? landmarks.opening[0] ?? "";
  const whole = [
    title ?? "",
    // 附件：项目支出绩效自评表, above all that follows: its title
    ...landmarks.opening.slice(0, 1).map((line) => line.replace(ATTACHED, "")),
    ...landmarks.opening.filter((line) => line.length <= 60),
    ...landmarks.titles,
    ...landmarks.lines,
  ].filter((line) => !MENTION.test(line));
  const found = FORMS.filter(([form]) => whole.some((line) => form.test(plain(line)))).map(([, type]) => type);
  const tables = landmarks.titles.filter(
    (line) => !SANGONG_TITLE.test(line) && /收支总表|收入支出|支出(?:决算|预算)|收入(?:决算|预算)/u.test(line),
  ).length;
  if (SANGONG_TITLE.test(lead) && tables === 0) return ["sangong_statement"];
  const types = new Set(found);
  // 预算 and 决算 both: the title decides whose the tables are
  if (types.has("budget") && types.has("final_accounts")) {
    if (/决算/u.test(lead)) types.delete("budget");
    else if (/预算/u.test(lead)) types.delete("final_accounts");
    else if (landmarks.titles.some((line) => /决算.*表$/u.test(line))) types.delete("budget");
  }
  const spoken = types.size === 0 ? typeSpokenOf(prose) : null;
  if (spoken !== null) types.add(spoken);
  if (types.size === 0 && landmarks.opening.some((line) => SANGONG_TITLE.test(line))) types.add("sangong_statement");
  // 2019年度收支情况说明, 财政拨款支出说明: what was received and spent, unless it is planned
  if (types.size === 0 && /收支|财政拨款(?:收入|支出)/u.test(lead))
    types.add(/预算/u.test(lead.replace(/公共预算|基金预算|经营预算/gu, "")) ? "budget" : "final_accounts");
  return [...types];
}

/** A slice without its title: all it tells are amounts of budgets, or of accounts. */
function typeSpokenOf(prose: string): DocumentType | null {
  const told = plain(simplified(prose.normalize("NFKC")));
  const [budgets, accounts] = [
    /(?:(?:基本|项目|福利|服务|补助|总|本年|具体)支出|收入)预算(?:为|数|较|比|如下|和|\d)|(?:收支|支出|收入)总预算(?:的|为|\d)/gu,
    /决算(?:数|支出|总额)?(?:为|\d)/gu,
  ].map((words) => told.match(words)?.length ?? 0) as [number, number];
  if (budgets >= 2 && accounts === 0) return "budget";
  return accounts >= 2 && budgets === 0 && !/三公/u.test(told) ? "final_accounts" : null;
}

/** Funds' names hold 预算 and make no document a budget. */
const plain = (line: string): string =>
  line
    .replace(/\s+/gu, "")
    .replace(
      /(?:一般)?公共预算|政府性基金预算|国有资本经营预算|部门预算(?=项目|绩效|支出绩效|单位)|(?:省|市|区|县)级?预算(?=部门)/gu,
      "",
    );
