/**
 * Takes results as they come and hands them on in the order of their index, each as soon as all before it are through.
 * What is written does not depend on which thread was faster.
 */
export class InOrder<T> {
  readonly #hand: (result: T) => void;
  readonly #waiting = new Map<number, T[]>();
  readonly #closed = new Set<number>();
  #head = 0;
  #impatient: (() => void)[] = [];

  constructor(hand: (result: T) => void) {
    this.#hand = hand;
  }

  /** The index whose results are being handed on. */
  get head(): number {
    return this.#head;
  }

  /** Resolves when `index` is fewer than `ahead` places behind the head: no result waits in memory for long. */
  async near(index: number, ahead: number): Promise<void> {
    while (index - this.#head >= ahead) await new Promise<void>((resolve) => this.#impatient.push(resolve));
  }

  offer(index: number, result: T): void {
    if (index === this.#head) this.#hand(result);
    else this.#waiting.set(index, [...(this.#waiting.get(index) ?? []), result]);
  }

  /** No more results will come for this index. */
  close(index: number): void {
    this.#closed.add(index);
    while (this.#closed.delete(this.#head)) {
      this.#head++;
      for (const result of this.#waiting.get(this.#head) ?? []) this.#hand(result);
      this.#waiting.delete(this.#head);
    }
    for (const resolve of this.#impatient.splice(0)) resolve();
  }
}
