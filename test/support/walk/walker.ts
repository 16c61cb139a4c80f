import type { Database } from '../../../src/database/database';
import { people } from '../../../src/playground/cast';
import type { Person } from '../../../src/playground/person';
import { RefusedGesture } from '../../../src/playground/refusal';
import type { Office } from '../office';
import { assigns, sells } from '../people';
import type { Draw } from './hostile-values';
import { aMove, type Move } from './moves';
import type { Watch } from './watch';

/** The number of recent moves in an error report. */
const TOLD = 25;

/** People who do one random possible action at each step. */
export class Walker {
  readonly did: Record<string, number> = {};
  readonly #people: Person[];
  #moves: string[] = [];

  constructor(
    readonly db: Database,
    readonly office: Office,
    readonly watch: Watch,
  ) {
    this.#people = people.map(({ key }) => office.workspace.person(key));
  }

  /** Lets days pass, so that reminders become due and seats expire. */
  waits(days: number): void {
    const { clock } = this.office.workspace;
    clock.moveTo(clock.now().plus({ days }));
    this.#remember(`all wait ${days} days`);
  }

  /** One person's step, sometimes with another person's at the same time. Returns the number of steps. */
  async steps(draw: Draw): Promise<number> {
    const first = draw(this.#people);
    const second = draw([...Array(8).fill(first), ...this.#people]);
    const moves = [await this.#chosen(draw, first)];
    if (second !== first) moves.push(await this.#chosen(draw, second));
    for (const { what } of moves) this.#remember(what);
    await Promise.all(moves.map(({ does }) => does().catch(ignoreRefusal)));
    const troubles = this.watch.troubles(this.office.workspace);
    if (troubles.length === 0) return moves.length;
    throw new Error(`${troubles.join('\n')}\n\nafter:\n${this.#moves.slice(-TOLD).join('\n')}`);
  }

  async #chosen(draw: Draw, person: Person): Promise<Move> {
    if (draw([true, ...Array(24).fill(false)])) return this.#business(draw);
    const { what, does } = await aMove(draw, person);
    return { what: `${person.is.key} ${what}`, does };
  }

  /** Sells or assigns directly, so that screens have data to show. */
  #business(draw: Draw): Move {
    const now = this.office.workspace.clock.now();
    const customer = draw(['ACME', 'GLOBEX']);
    const product = draw(['EXCEL-SEAT', 'OFFICE-PACK', 'ANY-SEAT']);
    return draw([
      { what: `sold to ${customer}`, does: () => sells(this.db, { customer, product, quantity: 3 }, now) },
      { what: `assigned for ${customer}`, does: () => assigns(this.db, { customer }, now) },
    ]);
  }

  #remember(what: string): void {
    this.#moves.push(what);
    const [, verb = '', name = ''] = what.split(' ');
    const kind = verb === 'runs' ? verb : `${verb} ${name}`;
    this.did[kind] = (this.did[kind] ?? 0) + 1;
  }
}

/** Ignores refusals by Slack and by a service. */
function ignoreRefusal(error: Error): void {
  if (error instanceof RefusedGesture || error.name === 'UserError') return;
  throw error;
}
