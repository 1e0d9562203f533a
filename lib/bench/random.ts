/** Numbers that look random and are the same for the same seed, everywhere (Mulberry32, by Tommy Ettinger). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Whether something comes about that does so in this part of all cases. */
  chance(part: number): boolean {
    return this.next() < part;
  }

  /** One of some items, each as likely. */
  one<T>(items: readonly [T, ...T[]]): T {
    return items[this.between(0, items.length - 1)] ?? items[0];
  }

  /** A place in a list of so many, the first ones far more often, as words and subjects are used (Zipf's law). */
  rank(count: number): number {
    return Math.min(count, Math.floor((count + 1) ** this.next())) - 1;
  }

  /** Around a median, now and then several times as much, as lengths of stories are (log-normal). */
  length(median: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return Math.round(median * Math.exp(normal * 0.55));
  }
}
