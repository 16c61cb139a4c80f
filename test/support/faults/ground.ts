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
/** More than any schedule assigns, so that a reminder always has unassigned seats to list. */
const SEATS = 50;

/** Plays schedules one after the other on one database, clock and line; each has its own workspace and customers. */
export class Ground {
  /** The current schedule's customers, by the channel's index. */
  customers = new Map<number, Customer>();
  /** Outbox entries up to this id belong to earlier schedules. */
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

  /** The addresses for another process. */
  get places() {
    return { url: this.database.url, apiUrl: this.line.apiUrl, clock: this.clock.path };
  }

  /** Starts a schedule an hour later, in a new workspace, with new customers who each bought seats. */
  async begin({ happenings, mishaps }: Schedule): Promise<void> {
    this.clock.advance(HOUR_MS);
    this.startedAt = this.clock.milliseconds;
    const last = await this.db('outbox').max({ id: 'id' }).first();
    this.before = Number(last?.id ?? 0);
    await this.#workspace?.stop();
    this.#workspace = await Workspace.start({ port: 0, hasLimits: false });
    this.lead(this.line, mishaps);
    await this.#findCustomers(new Set(happenings.map(({ customer }) => customer)));
  }

  /** Connects the line to the workspace, with these mishaps on the way. */
  lead(line: Line, mishaps: readonly Planned[]): void {
    line.lead(this.#workspace?.url ?? '', mishaps);
  }

  /** Every message in the workspace, with its channel. */
  messages(): { place: string; message: StoredMessage }[] {
    const messages = this.#workspace?.person('sonia').slack.messages;
    return PLACES.flatMap((place) => (messages?.in(place) ?? []).map((message) => ({ place, message })));
  }

  /** What the person's Home shows, without the names that Slack gives to blocks. */
  home(userId: string): string {
    const blocks = this.#workspace?.person('sonia').slack.homes.get(userId)?.blocks ?? [];
    return JSON.stringify(blocks, (key, value) => (key === 'block_id' ? undefined : value));
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
      // Everyone is a coordinator, because direct reminders go only to coordinators.
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
