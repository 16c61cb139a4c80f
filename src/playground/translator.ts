/** Maps ids and timestamps that never change to those that `emulate` generates at each start. */
export class Translator {
  #toInside = new Map<string, string>();
  #toOutside = new Map<string, string>();

  pair(outside: string, inside: string): void {
    this.#toInside.set(outside, inside);
    this.#toOutside.set(inside, outside);
  }

  /** The old name is invalid afterwards. */
  rename(from: string, to: string): void {
    const inside = this.#toInside.get(from) ?? from;
    this.#toInside.delete(from);
    this.pair(to, inside);
  }

  knows(outside: string): boolean {
    return this.#toInside.has(outside);
  }

  /** Translates a call's arguments. Text and blocks stay as they are, because `emulate` does not read them. */
  inward(body: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, name === 'text' ? value : this.#argument(value)]),
    );
  }

  /** Translates every id in an answer of `emulate`. */
  outward(json: string): string {
    return json.replace(/\b(?:[UCDG][0-9A-F]{9}|\d{10}\.\d{6})\b/g, (token) => this.#toOutside.get(token) ?? token);
  }

  #argument(value: unknown): unknown {
    if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value.map(this.#token) : value;
    return typeof value === 'string' ? value.split(',').map(this.#token).join(',') : value;
  }

  #token = (token: string): string => this.#toInside.get(token) ?? token;
}
