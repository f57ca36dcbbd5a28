import { FUNCTIONAL_CLASSES } from "../vocabulary/classifications.ts";
import {
  AND,
  APPROVED,
  FUND_ALONE,
  GRANT,
  HEADS,
  LAST_YEARS,
  MONEY_NAME,
  NEGATED,
  OPENERS,
  OWNERS,
  USED,
  WITH_VERB,
} from "../vocabulary/nouns.ts";
import { COUNTED } from "../vocabulary/units.ts";
import type { Token } from "./token.ts";

/** What stands before a subject without being a word of its noun: owners, predicates, marks. */
const BEFORE_NOUN = new RegExp(`(?:${OWNERS}|${OPENERS})$`, "u");
const OWNER = new RegExp(`(?:${OWNERS})$`, "u");
const FUND = new RegExp(`^(?:${FUND_ALONE})$`, "u");
const CLASS_ALONE = new RegExp(
  `(?:${FUNCTIONAL_CLASSES.filter((name) => name.length > 1 && name !== "其他").join("|")})$`,
  "u",
);
const HEAD = new RegExp(`^(?:${HEADS})$`, "u");

type Subject = Extract<Token, { kind: "subject" }>;

/** Whether every word of the noun a subject heads is known: nothing stands straight before it but owners, funds, times and verbs. */
function isUnderstood(tokens: readonly Token[], at: number, text: string): boolean {
  for (let k = at - 1; k >= 0; k--) {
    const token = tokens[k] as Token;
    const word = text.slice(token.start, token.end);
    if (token.kind === "unknown") return BEFORE_NOUN.test(word);
    // 会议批准年初一般公共预算收入: who approved stands before the verb
    if (token.kind === "phase" && APPROVED.test(word)) return true;
    // 购买服务的各项支出合计: 各项 is a word of the noun
    if (token.kind === "each" || token.kind === "phase") continue;
    if (token.kind !== "glue" || token.role === "link" || BEFORE_NOUN.test(word)) return true;
  }
  return true;
}

/** 调入资金及使用结转结余15万元: the last of several names, and not all of them are known; the amount is all of theirs. */
function joinsStranger(tokens: readonly Token[], at: number, text: string): boolean {
  let k = at - 1;
  const wordAt = (): string => text.slice(tokens[k]?.start ?? 0, tokens[k]?.end ?? 0);
  if (tokens[k]?.kind === "glue" && USED.test(wordAt())) k--;
  if (!joins(tokens[k], text)) return false;
  k--;
  while (tokens[k]?.kind === "glue" && HEAD.test(wordAt())) k--;
  const before = tokens[k];
  if (before?.kind !== "unknown") return false;
  if (MONEY_NAME.test(text.slice(before.start, tokens[k + 1]?.end ?? before.end))) return true;
  // 公共安全、国防支出262万元: one amount for two classes
  return CLASS_ALONE.test(text.slice(0, before.end)) && !parts(tokens, at + 1);
}

/** 其他交通工具购置144万元: an amount of money says what was bought, a count who did it. */
const isPaid = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at).find((token) => token.kind === "number")?.of === "money";

/** 经费拨款, 非税收入拨款: kinds of an appropriation, not the money spoken of. */
const isGranted = (token: Token, next: Token | undefined, text: string): boolean =>
  token.kind === "glue" &&
  token.role === "head" &&
  next?.kind === "glue" &&
  next.start === token.end &&
  GRANT.test(text.slice(next.start, next.end));

/** 收入包括：本年…拨款收入90万元、上年…拨款收入10万元: what was left of it, among this year's incomes. */
const isLastYears = (tokens: readonly Token[], at: number, text: string): boolean => {
  const [before, year, subject] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  return (
    subject?.kind === "subject" &&
    /^revenue\.(?!carryover|total|current)/.test(subject.subject.concepts[0] ?? "") &&
    year?.kind === "year" &&
    LAST_YEARS.test(text.slice(year.start, year.end)) &&
    before?.kind === "separator" &&
    /[、：]/.test(before.mark)
  );
};

const isName = (token: Token | undefined): token is Subject =>
  token?.kind === "subject" && !token.whole && !token.subject.concepts.some((concept) => COUNTED.test(concept));
/** 、, 和, 及 between two names. */
const joins = (token: Token | undefined, text: string): boolean =>
  token !== undefined &&
  ((token.kind === "separator" && token.mark === "、") ||
    (token.kind === "glue" && AND.test(text.slice(token.start, token.end))));
/** What makes of several names as many statements: 均为, 各, 分别. */
const parts = (tokens: readonly Token[], from: number): boolean => {
  for (let k = from; k < tokens.length; k++) {
    const { kind } = tokens[k] as Token;
    if (kind === "each" || kind === "respectively") return true;
    if (kind === "number" || kind === "subject") return false;
  }
  return true;
};
const THREE_PUBLIC = ["sangong.overseas", "sangong.reception", "sangong.vehicle"].join();

/** 公车购置费、公车运行费（“三公”经费）决算总额: the bracket says what they are together; its words stand for all of them. */
function renamed(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [token, open, name, close] = tokens.slice(at, at + 4);
    if (token?.kind === "subject" && open?.kind === "open" && isTotal(name) && close?.kind === "close") {
      out.push(name as Token);
      at += 3;
    } else out.push(token as Token);
  }
  return out;
}
const isTotal = (token: Token | undefined): boolean =>
  token?.kind === "subject" &&
  token.subject.concepts.length === 1 &&
  /^(?:sangong|procurement)\.total$/.test(token.subject.concepts[0] ?? "");

/** 因公出国（境）费、公务用车购置及运行费和公务接待费的预算数2711.65万元: one amount for all of them. The three together have a name. */
function jointly(tokens: readonly Token[], text: string): Token[] {
  const out = [...tokens];
  for (let at = 0; at < out.length; at++) {
    if (!isName(out[at])) continue;
    let last = at;
    while (joins(out[last + 1], text) && isName(out[last + 2])) last += 2;
    if (last === at) continue;
    const names = out.slice(at, last + 1).filter(isName);
    const concepts = names.flatMap(({ subject }) => subject.concepts);
    // 收入总计、支出总计1200万元 and 财政拨款收入、支出总计 are said of each
    const sides = concepts.some((c) => /revenue/.test(c)) && concepts.some((c) => /expenditure/.test(c));
    if (!sides && !parts(out, last + 1)) {
      const [{ start }, { end }] = [names[0] as Subject, names.at(-1) as Subject];
      const three = [...concepts].sort().join() === THREE_PUBLIC;
      const whole: Token = three
        ? {
            kind: "subject",
            start,
            end,
            subject: {
              ...(names[0] as Subject).subject,
              concepts: ["sangong.total"],
              item: text.slice(start, end),
              label: text.slice(start, end),
            },
          }
        : { kind: "blocked", start, end };
      out.splice(at, last - at + 1, whole);
    } else at = last;
  }
  return out;
}

/**
 * The sentence with every subject whose noun is not understood as a whole taken from it: 财政专户管理资金收入预算总计 is no 收入预算总计. What
 * is left in its place has a number and a floor of its own.
 */
export function understood(words: readonly Token[], text: string): Token[] {
  const tokens = jointly(renamed(words), text);
  return tokens.map((token, at) => {
    if (isGranted(token, tokens[at + 1], text)) return { kind: "unknown", start: token.start, end: token.end };
    const isNegated = NEGATED.test(text.slice(0, token.start));
    if (token.kind === "glue" && isNegated) return { kind: "unknown", start: token.start, end: token.end };
    if (token.kind === "glue" && FUND.test(text.slice(token.start, token.end))) return { ...token, fund: true };
    if (token.kind === "unknown" && OWNER.test(text.slice(token.start, token.end))) return { ...token, owner: true };
    if (token.kind !== "subject" || token.whole) return token;
    if (WITH_VERB.test(token.subject.item) && !isPaid(tokens, at)) return token;
    if (isLastYears(tokens, at, text)) return { kind: "blocked", start: token.start, end: token.end };
    return !isNegated && !joinsStranger(tokens, at, text) && isUnderstood(tokens, at, text)
      ? token
      : { kind: "blocked", start: token.start, end: token.end };
  });
}
