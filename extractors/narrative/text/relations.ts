import { append } from "../../../src/lib/long-lists.ts";
import { REGION_AT_LARGE, UNIT } from "../vocabulary/bodies.ts";
import { BARE_SIDE } from "../vocabulary/income-and-expenditure.ts";
import { HEADS, LINKS, QUALIFIERS } from "../vocabulary/nouns.ts";
import { HELD, THAN_POSTS } from "../vocabulary/operations.ts";
import {
  BY_HOW_MUCH,
  CHANGE_TAIL,
  COVERS,
  DIFFERS,
  EVEN,
  EXECUTION,
  EXPLAINS,
  FALLS,
  IS_CAUSE,
  MAY_REACH,
  OF_ADJUSTED,
  PER_HEAD,
  PERIODS,
  PHASES,
  PLANNED,
  PURPOSES,
  REASONS,
  RISES,
  SAVES,
  SHARE,
  SUM_OF_ALL,
  SUMS_ALL,
  UNDECIDED,
} from "../vocabulary/phases.ts";
import { GUESTS } from "../vocabulary/sangong.ts";
import { DAY_OF_PAGE, YEAR_WORDS } from "../vocabulary/years.ts";
import { type Candidate, compile, eachAlternative, simple } from "./candidates.ts";
import { comparisons } from "./comparisons.ts";
import { untilOf, yearOf } from "./years.ts";

/** Words of a phrase by what they do in it; longest first. */
const GLUE_PATTERNS = (["link", "qualifier", "head"] as const).map((role) => ({
  role,
  words: new RegExp(
    { link: LINKS, qualifier: QUALIFIERS, head: HEADS }[role]
      .split("|")
      .sort((a, b) => b.length - a.length)
      .join("|"),
    "gu",
  ),
}));
const PHASE_PATTERNS = PHASES.flatMap((p) => eachAlternative(p.words).map((pattern) => ({ phase: p.phase, pattern })));
const CHANGE = new RegExp(`(?:(${RISES})|(${FALLS})|(${SAVES}))(${CHANGE_TAIL})(到|至)?`, "gu");
const DIFFERENCE = compile(`(${DIFFERS})(?:约)?(?:为|达|是)?`);
const EXECUTION_WORDS = compile(EXECUTION);
const SHARE_WORDS = compile(SHARE);
const YEARS = compile(YEAR_WORDS);
const REASON_WORDS = compile(REASONS);
const PURPOSE_WORDS = compile(PURPOSES);
const PERIOD_WORDS = compile(PERIODS);
const UNDECIDED_WORDS = compile(UNDECIDED);
const EVEN_WORDS = compile(EVEN);
const PLANNED_WORDS = compile(PLANNED);
const RESPECTIVELY = compile("分别");
const AMONG = compile("其中|包括|包含|含(?!税)");
const EACH = compile("均为|均|都是|各");
const PER_HEAD_WORDS = compile(PER_HEAD);
const SIDES = compile(BARE_SIDE);
const UNITS = compile(UNIT);
const REGIONS = compile(REGION_AT_LARGE);
const HELD_WORDS = compile(HELD);
const THAN_POSTS_WORDS = compile(THAN_POSTS);
const DAYS = compile(DAY_OF_PAGE);
const WORK_TITLE = compile("《[^》]*》");
const SUM_WORDS = compile(SUM_OF_ALL);
const COVER_WORDS = compile(COVERS);
const GUEST_WORDS = compile(GUESTS);
const explanations = (text: string): Candidate[] => [
  ...simple(
    text,
    REASON_WORDS,
    (start, end, m) => ({
      kind: "reason",
      start,
      end,
      purpose: false,
      ...(IS_CAUSE.test(m[0]) ? { cause: true } : {}),
    }),
    6,
  ),
  ...simple(text, PURPOSE_WORDS, (start, end) => ({ kind: "reason", start, end, purpose: true }), 6),
];

/** What stands between subjects and numbers: phases, changes, comparisons, years, and words that keep a number from its subject. */
export function relations(text: string): Candidate[] {
  const out: Candidate[] = [];
  for (const { phase, pattern } of PHASE_PATTERNS)
    append(
      out,
      simple(text, pattern, (start, end) => ({ kind: "phase", start, end, phase }), 4),
    );
  append(out, [
    ...simple(
      text,
      CHANGE,
      (start, end, m) => {
        const tail = m[4] ?? "";
        const reaches =
          m[5] !== undefined || (MAY_REACH.test(m[1] ?? m[2] ?? "") && /为$/.test(tail) && !BY_HOW_MUCH.test(tail));
        return { kind: "change", start, end, sign: m[1] === undefined ? -1 : 1, reaches, saving: m[3] !== undefined };
      },
      6,
    ),
    ...simple(
      text,
      DIFFERENCE,
      (start, end) => ({ kind: "change", start, end, sign: 1, reaches: false, saving: false, variance: true }),
      6,
    ),
    ...comparisons(text).map((token) => ({ token, rank: 7 })),
    ...simple(
      text,
      EXECUTION_WORDS,
      (start, end, m) => ({ kind: "execution", start, end, ...(OF_ADJUSTED.test(m[0]) ? { adjusted: true } : {}) }),
      7,
    ),
    ...simple(text, SHARE_WORDS, (start, end) => ({ kind: "share", start, end }), 4),
    ...simple(
      text,
      YEARS,
      (start, end, m) => {
        const until = untilOf(m[0]);
        return {
          kind: "year",
          start,
          end,
          year: yearOf(m[0]),
          ...(until === undefined ? {} : { until }),
          ...(/^截/.test(m[0]) ? { asOf: true as const } : {}),
        };
      },
      // 2021全区…: a year where a number of the same length stands too
      9,
    ),
    ...(EXPLAINS.test(text) ? explanations(text) : []),
    ...simple(text, PERIOD_WORDS, (start, end) => ({ kind: "period", start, end }), 8),
    ...simple(text, UNDECIDED_WORDS, (start, end) => ({ kind: "undecided", start, end }), 5),
    ...simple(text, EVEN_WORDS, (start, end) => ({ kind: "even", start, end }), 5),
    ...simple(text, PLANNED_WORDS, (start, end) => ({ kind: "planned", start, end }), 5),
    ...simple(text, RESPECTIVELY, (start, end) => ({ kind: "respectively", start, end }), 6),
    ...simple(text, AMONG, (start, end) => ({ kind: "among", start, end }), 6),
    ...simple(text, EACH, (start, end) => ({ kind: "each", start, end }), 3),
    ...simple(text, PER_HEAD_WORDS, (start, end) => ({ kind: "per-head", start, end }), 8),
    ...simple(text, THAN_POSTS_WORDS, (start, end) => ({ kind: "blocked", start, end }), 6),
    ...simple(text, HELD_WORDS, (start, end) => ({ kind: "blocked", start, end }), 6),
    ...simple(text, DAYS, (start, end) => ({ kind: "unknown", start, end }), 10),
    ...simple(text, WORK_TITLE, (start, end) => ({ kind: "unknown", start, end }), 10),
    ...simple(
      text,
      SUM_WORDS,
      (start, end) => ({ kind: "sum", start, end, ofAll: SUMS_ALL.test(text.slice(start, end + 1)) }),
      7,
    ),
    ...simple(
      text,
      SIDES,
      (start, end, m) => ({
        kind: "side",
        start,
        end,
        side: m[1] ? "revenue" : m[2] ? "expenditure" : null,
        ...(/决算/.test(m[0]) ? { phase: "actual" as const } : {}),
      }),
      5,
    ),
    ...simple(text, UNITS, (start, end) => ({ kind: "part", start, end }), 2),
    ...simple(text, REGIONS, (start, end) => ({ kind: "region", start, end }), 3),
    // 接待上级检查、兄弟单位考察等96批: who came
    ...simple(text, GUEST_WORDS, (start, end) => ({ kind: "glue", start, end, role: "link" }), 4),
    ...simple(text, COVER_WORDS, (start, end) => ({ kind: "covers", start, end }), 10),
    ...GLUE_PATTERNS.flatMap(({ role, words }) =>
      simple(text, words, (start, end) => ({ kind: "glue", start, end, role }), 1),
    ),
  ]);
  return out;
}
