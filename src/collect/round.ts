import { type CollectedRequest, publishedOn } from "../../schemas/collected.ts";
import type { Asker } from "./ask.ts";
import { choose, type Wanted } from "./choose.ts";
import { filesOf, picturesOf } from "./forms/files.ts";
import type { Entry } from "./forms/form.ts";
import { readList } from "./forms/index.ts";
import type { Journal } from "./journal.ts";
import type { Limits } from "./limits.ts";
import { roleOf, type Start } from "./starts.ts";
import type { Answer, Task } from "./task.ts";

/** A document that was taken, or on a dry run would be. */
export interface Taken {
  readonly address: string;
  readonly role: "article" | "attachment";
  readonly foundOn: string | null;
  /** Words of every link that leads to it. */
  readonly words: readonly string[];
  readonly publishers: readonly string[];
  /** A file's article, or its own address. */
  readonly disclosure: string;
  /** Null on a dry run. */
  readonly line: CollectedRequest | null;
  readonly published: string | null;
}

/** Something that was seen and not taken. */
export interface Left {
  readonly address: string;
  /** Where it led to, and where that ended. */
  readonly final: string;
  readonly foundOn: string | null;
  readonly words: string | null;
  readonly reason: string;
}

/** One list a person named, as far as it was read. */
export interface ListRead {
  readonly address: string;
  readonly pages: number;
  readonly entries: number;
  /** Links of the page's frame: not dated, and without the words. */
  readonly others: number;
}

/** One round over lists: list page → article → attachment, and no further. */
export class Round {
  readonly taken = new Map<string, Taken>();
  readonly left: Left[] = [];
  readonly lists: ListRead[] = [];
  readonly #asker: Asker;
  readonly #journal: Journal;
  readonly #wanted: Wanted;
  readonly #limits: Limits;
  readonly #dry: boolean;

  constructor(asker: Asker, journal: Journal, wanted: Wanted, limits: Limits, dry: boolean) {
    this.#asker = asker;
    this.#journal = journal;
    this.#wanted = wanted;
    this.#limits = limits;
    this.#dry = dry;
  }

  /** Goes through what a person named: a list, or an article or a file by itself. */
  async visit({ address, entity }: Start): Promise<void> {
    const entry: Entry = { address, words: "", listed: null, publisher: entity };
    switch (roleOf(address)) {
      case "attachment":
        return this.#file(entry, null);
      case "article":
        return this.#article(entry, null);
      case "list":
        return this.#list(address, entity);
    }
  }

  async #list(start: URL, entity: string | null): Promise<void> {
    const waiting = [start];
    const seen = new Set([start.href]);
    const count = { pages: 0, entries: 0, others: 0 };
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      if (count.pages >= this.#limits.pages) {
        this.#leave(address.href, start.href, null, "too-many-pages");
        break;
      }
      const answer = await this.#ask({ address, role: "list", foundOn: address === start ? null : start.href });
      if (answer.page === null) {
        if (answer.line.outcome !== "left") this.#took(answer.line, "attachment", null, "", [], address.href);
        continue;
      }
      count.pages++;
      const { entries, more, scripted } = readList(answer.page);
      const on = answer.line.final;
      for (const next of more) {
        if (seen.has(next.href)) continue;
        seen.add(next.href);
        if (this.#wanted.hosts.has(next.hostname)) waiting.push(next);
        else this.#leave(next.href, on, null, "other-host");
      }
      for (const words of scripted)
        if (this.#wanted.words.some((word) => words.includes(word))) this.#leave(on, on, words, "needs-script");
      for (const entry of entries) {
        if (seen.has(entry.address.href)) continue;
        const choice = choose(entry, this.#wanted);
        if (choice === null) count.others++;
        else count.entries++;
        await this.#follow({ ...entry, publisher: entry.publisher ?? entity }, choice, on);
      }
    }
    this.lists.push({ address: start.href, ...count });
  }

  async #follow(entry: Entry, choice: ReturnType<typeof choose>, on: string): Promise<void> {
    if (choice === null) return;
    if ("left" in choice) return this.#leave(entry.address.href, on, entry.words, choice.left);
    return choice.take === "article" ? this.#article(entry, on) : this.#file(entry, on);
  }

  async #article(entry: Entry, on: string | null): Promise<void> {
    const answer = await this.#document(entry, "article", on, entry.address.href);
    if (!answer?.page || answer.line.kind !== "html") return;
    const { line, page } = answer;
    for (const { address, words } of filesOf(page)) {
      const file: Entry = { address, words, listed: entry.listed, publisher: entry.publisher };
      await this.#file(file, line.final, entry.address.href, line);
    }
    // They may be the pages of a scan, or a photograph: a person sees which.
    for (const picture of picturesOf(page)) this.#leave(picture.href, line.final, null, "picture");
    // A page that says no day of its own may be a list: it is told, and what it links is not followed.
    if (line.dates.some(({ from }) => from !== "list")) return;
    for (const further of readList(page).entries) {
      const choice = further.listed === null ? null : choose(further, this.#wanted);
      if (choice !== null && "take" in choice && choice.take === "article" && !this.taken.has(further.address.href))
        this.#leave(further.address.href, line.final, further.words, "too-deep");
    }
  }

  async #file(
    entry: Entry,
    on: string | null,
    disclosure = entry.address.href,
    article?: CollectedRequest,
  ): Promise<void> {
    await this.#document(entry, "attachment", on, disclosure, article);
  }

  async #document(
    { address, words, listed, publisher }: Entry,
    role: "article" | "attachment",
    foundOn: string | null,
    disclosure: string,
    article?: CollectedRequest,
  ): Promise<Answer | null> {
    const known = this.taken.get(address.href);
    if (known) {
      this.taken.set(address.href, { ...known, words: [...known.words, words] });
      return null;
    }
    if (this.#dry) {
      const publishers = publisher === null ? [] : [publisher];
      const would = { address: address.href, role, foundOn, words: [words], publishers, disclosure };
      this.taken.set(address.href, { ...would, line: null, published: listed });
      return null;
    }
    const task = { address, role, foundOn, words: words || null, listed, publisher, ...(article && { article }) };
    const answer = await this.#ask(task);
    const publishers = [publisher, answer.line.publisher, article?.publisher ?? null].filter((by) => by !== null);
    if (answer.line.outcome !== "left") this.#took(answer.line, role, foundOn, words, publishers, disclosure);
    return answer;
  }

  #took(
    line: CollectedRequest,
    role: Taken["role"],
    foundOn: string | null,
    words: string,
    publishers: readonly string[],
    disclosure: string,
  ): void {
    const published = publishedOn(line.dates)?.day ?? null;
    const { address } = line;
    this.taken.set(address, { address, role, foundOn, words: [words], publishers, disclosure, line, published });
  }

  async #ask(task: Pick<Task, "address" | "role" | "foundOn"> & Partial<Task>): Promise<Answer> {
    const answer = await this.#asker.ask({ words: null, listed: null, publisher: null, ...task });
    const { line } = answer;
    if (line.outcome === "left")
      this.left.push({
        address: line.address,
        final: line.final,
        foundOn: line.foundOn,
        words: line.words,
        reason: line.reason!,
      });
    return answer;
  }

  #leave(address: string, foundOn: string, words: string | null, reason: string): void {
    this.left.push({ address, final: address, foundOn, words, reason });
    if (this.#dry || this.#journal.saidLeft(address, reason)) return;
    this.#journal.add({ line: "left", round: this.#journal.round, address, foundOn, words, reason });
  }
}
