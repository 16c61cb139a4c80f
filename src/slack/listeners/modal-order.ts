/** More modals than are open at once. */
const MAX_MODALS = 10_000;

/**
 * Which request was the last to change each modal, so that the answer to an older one, which took longer, does not
 * replace it. Knows the requests of this process only.
 */
export class ModalOrder {
  #arrived = 0;
  readonly #changedBy = new Map<string, number>();

  /** Numbers a request. Call it when the request arrives. */
  arrive(): number {
    this.#arrived += 1;
    return this.#arrived;
  }

  /** Call it once Slack shows the answer, or has been given it. */
  changed(modal: string, request: number): void {
    const latest = Math.max(request, this.#changedBy.get(modal) ?? 0);
    this.#changedBy.delete(modal);
    this.#changedBy.set(modal, latest);
    const [oldest] = this.#changedBy.keys();
    if (this.#changedBy.size > MAX_MODALS && oldest !== undefined) this.#changedBy.delete(oldest);
  }

  isOvertaken(modal: string, request: number): boolean {
    return request < (this.#changedBy.get(modal) ?? 0);
  }
}
