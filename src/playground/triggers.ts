import type { CastMember } from './cast';
import type { Emulator } from './emulator';

interface Trigger {
  person: CastMember;
  viewId?: string;
}

const REMEMBERED = 1000;

/** The person and view behind each trigger id; `emulate` enforces its lifetime and single use. */
export class Triggers {
  #known = new Map<string, Trigger>();
  readonly #emulator: Emulator;

  constructor(emulator: Emulator) {
    this.#emulator = emulator;
  }

  async issue(person: CastMember, viewId?: string): Promise<string> {
    const answer = await this.#emulator.must('slack', 'views.generateTriggerId', { user_id: person.userId });
    const id = String(answer.trigger_id);
    this.#known.set(id, { person, ...(viewId ? { viewId } : {}) });
    const oldest = this.#known.size > REMEMBERED ? this.#known.keys().next().value : undefined;
    if (oldest) this.#known.delete(oldest);
    return id;
  }

  find(id: unknown): Trigger | undefined {
    return this.#known.get(String(id));
  }
}
