/** Ids and timestamps that never change, against those that `emulate` makes up at each start. */
export class Translator {
  #toInside = new Map<string, string>();
  #toOutside = new Map<string, string>();

  pair(outside: string, inside: string): void {
    this.#toInside.set(outside, inside);
    this.#toOutside.set(inside, outside);
  }

  /** The old name means nothing any more. */
  rename(from: string, to: string): void {
    const inside = this.#toInside.get(from) ?? from;
    this.#toInside.delete(from);
    this.pair(to, inside);
  }

  knows(outside: string): boolean {
    return this.#toInside.has(outside);
  }

  /** Arguments of a call; prose and blocks are left as they are, for only the world outside reads them. */
  inward(body: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, name === 'text' ? value : this.#argument(value)]),
    );
  }

  /** An answer of `emulate`, wherever its ids stand in it. */
  outward(json: string): string {
    return json.replace(/\b(?:[UCDG][0-9A-F]{9}|\d{10}\.\d{6})\b/g, (token) => this.#toOutside.get(token) ?? token);
  }

  #argument(value: unknown): unknown {
    if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value.map(this.#token) : value;
    return typeof value === 'string' ? value.split(',').map(this.#token).join(',') : value;
  }

  #token = (token: string): string => this.#toInside.get(token) ?? token;
}
