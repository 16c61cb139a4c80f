import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Customer } from '../../../src/core/customer';
import { SYSTEM } from '../../../src/core/person';
import { toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { findCustomer } from '../../../src/features/customers/customers.sql';
import { importCatalogue } from '../../../src/features/imports/import-catalogue';
import { channels, people } from '../../../src/playground/cast';
import type { StoredMessage } from '../../../src/playground/messages';
import { Workspace } from '../../../src/playground/workspace';
import type { TestDatabase } from '../databases';
import { fill } from '../office';
import { MORNING, sells } from '../people';
import { channelsAreKnown } from '../tables';
import { Line } from './line';
import { hurry } from './make-sender';
import type { Planned } from './mishaps';
import type { Schedule } from './schedules';
import { SharedClock } from './shared-clock';

const PLACES = [...channels.map(({ id }) => id), ...people.map(({ directId }) => directId)];
const HOUR_MS = 3_600_000;
/** More than any schedule assigns, so that there is always something to remind of. */
const SEATS = 50;

/** Where schedules are played one after the other: one database, clock and line, but a workspace and customers for each. */
export class Ground {
  /** Of the schedule at hand, by channel; those of whom it says nothing are left out. */
  customers = new Map<number, Customer>();
  /** Entries of the outbox up to this one are of earlier schedules. */
  before = 0;
  startedAt = 0;
  #workspace: Workspace | undefined;
  #schedules = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly folder: string,
    readonly clock: SharedClock,
    readonly line: Line,
  ) {}

  static async open(database: TestDatabase): Promise<Ground> {
    await fill(database.db);
    await hurry(database.db);
    const folder = mkdtempSync(join(tmpdir(), 'seats-faults-'));
    const clock = SharedClock.startingAt(join(folder, 'clock'), MORNING);
    clock.rule();
    return new Ground(database, folder, clock, await Line.open(clock));
  }

  get db(): Database {
    return this.database.db;
  }

  /** Where another process finds all of it. */
  get places() {
    return { url: this.database.url, apiUrl: this.line.apiUrl, clock: this.clock.path };
  }

  /** An hour later, with another workspace and with customers who have just bought their first seats. */
  async begin({ happenings, mishaps }: Schedule): Promise<void> {
    this.clock.advance(HOUR_MS);
    this.startedAt = this.clock.milliseconds;
    const last = await this.db('outbox').max({ id: 'id' }).first();
    this.before = Number(last?.id ?? 0);
    await this.#workspace?.stop();
    this.#workspace = await Workspace.start({ port: 0 });
    this.lead(this.line, mishaps);
    await this.#findCustomers(new Set(happenings.map(({ customer }) => customer)));
  }

  /** Calls on that line reach the workspace, with these mishaps on their way. */
  lead(line: Line, mishaps: readonly Planned[]): void {
    line.lead(this.#workspace?.url ?? '', mishaps);
  }

  /** Everything that stands in the workspace, with its place. */
  messages(): { place: string; message: StoredMessage }[] {
    const messages = this.#workspace?.person('sonia').slack.messages;
    return PLACES.flatMap((place) => (messages?.in(place) ?? []).map((message) => ({ place, message })));
  }

  async close(): Promise<void> {
    this.clock.retire();
    this.line.close();
    await this.#workspace?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #findCustomers(wanted: ReadonlySet<number>): Promise<void> {
    this.#schedules += 1;
    this.customers.clear();
    for (const index of wanted) {
      const { id = '', name = '' } = channels[index] ?? {};
      const code = `${name}-${this.#schedules}`;
      // Whoever is told something by themselves has to be one.
      const coordinators = people.map(({ team, userId }) => ({ teamId: team.id, userId }));
      const terms = { timezone: 'Europe/Paris', locale: 'en' as const, coordinators };
      const catalogue = { courses: [], products: [], customers: [{ code, name, channel: id, ...terms }] };
      await this.db('customers')
        .where({ channel: id })
        .update({ channel: null, archived_at: toInstant(this.clock.now()) });
      await importCatalogue(this.db, catalogue, SYSTEM, this.clock.now());
      await channelsAreKnown(this.db);
      await sells(this.db, { customer: code, product: 'ANY-SEAT', quantity: SEATS }, this.clock.now());
      const customer = await findCustomer(this.db, code);
      if (customer) this.customers.set(index, customer);
    }
  }
}
