import { type Person, SYSTEM } from '../../../src/core/person';
import type { Database } from '../../../src/database/database';
import { type AssignForm, assignSeat } from '../../../src/features/assignments/assign-seat';
import type { Catalogue, CatalogueProduct } from '../../../src/features/imports/catalogue';
import { importCatalogue } from '../../../src/features/imports/import-catalogue';
import { cancelOrder } from '../../../src/features/orders/cancel-order';
import { type GenerateForm, generateSeats } from '../../../src/features/orders/generate-seats';
import { NO_APPOINTMENT, personOf } from '../../../src/features/roles/resolve-person';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { sales } from '../people';
import { at } from '../time';
import { COURSES, CUSTOMERS, Model } from './model';

const TEAMS = ['T000ACME001', 'T0GLOBEX001', 'T0INITECH01'];
/** The coordinators of the three customers, sales, and a person from another workspace with the same user id. */
export const ACTORS = ['Acme', 'Globex', 'Initech', 'sales', 'namesake'] as const;

export type Outcome = { result: string } | { refused: string };

/** The product's services on a real database, with the model beside them. */
export class World {
  readonly model = new Model(at('2026-03-02T11:30:00Z'));
  readonly done: { actor: number; again: (actor: number) => Promise<Outcome>; result: string }[] = [];
  readonly products = new Map(
    [[], ['EXCEL-%'], ['excel_1']].map((courses, index) => [`P${index}`, aProduct(`P${index}`, { courses })]),
  );
  readonly customers = new Set<number>();
  #submissions = 0;

  constructor(readonly db: Database) {}

  async prepare(): Promise<void> {
    const courses = COURSES.map((shortname) => ({ shortname, name: shortname, open: true }));
    await this.imports({ courses, products: [...this.products.values()] });
    for (const index of [0, 1]) await this.addsCustomer(index);
    this.model.ledger = 4 + 3 + 2 * 2;
  }

  imports(part: Partial<Catalogue>) {
    const catalogue = { courses: [], products: [], customers: [], ...part };
    return importCatalogue(this.db, catalogue, SYSTEM, this.model.now);
  }

  /** Adds a customer whose coordinator has the same user id in every workspace. */
  addsCustomer(index: number) {
    this.customers.add(index);
    const { code = '', zone = '' } = CUSTOMERS[index] ?? {};
    const coordinators = [{ teamId: TEAMS[index] ?? '', userId: 'U0SAME00001' }];
    const customer = { code, name: code, channel: undefined, timezone: zone, locale: 'en' as const, coordinators };
    return this.imports({ customers: [customer] });
  }

  generates(actor: number, form: GenerateForm): Promise<Outcome> {
    return this.#submits(actor, async (by, key) => {
      return (await generateSeats(this.db, form, by, { now: this.model.now, roles: USUAL_ROLES }, key)).reference;
    });
  }

  cancels(actor: number, order: string): Promise<Outcome> {
    return this.#submits(actor, async (by, key) => {
      const form = { order, reason: 'A mistake' };
      return (await cancelOrder(this.db, form, by, this.model.now, key)).reference;
    });
  }

  assigns(actor: number, form: AssignForm): Promise<Outcome> {
    return this.#submits(actor, async (by, key) => {
      const { id, seat, order, trainee, course } = await assignSeat(this.db, form, by, this.model.now, key);
      return JSON.stringify({ id, seat, order: order.id, trainee: trainee.id, course: course.shortname });
    });
  }

  async #submits(actor: number, act: (by: Person, key: string) => Promise<string>): Promise<Outcome> {
    this.#submissions += 1;
    const key = `submission ${this.#submissions}`;
    const again = async (who: number): Promise<Outcome> => {
      try {
        return { result: await act(await this.#person(who), key) };
      } catch (error) {
        if ((error as Error).name !== 'UserError') throw error;
        return { refused: (error as Error).message };
      }
    };
    const outcome = await again(actor);
    if ('result' in outcome) this.done.push({ actor, again, result: outcome.result });
    return outcome;
  }

  #person(actor: number): Promise<Person> {
    if (ACTORS[actor] === 'sales') return Promise.resolve(sales);
    return personOf(
      this.db,
      { teamId: TEAMS[actor] ?? 'T0NOBODY001', userId: 'U0SAME00001' },
      NO_APPOINTMENT,
      this.model.now,
    );
  }
}

export function aProduct(code: string, terms: Partial<CatalogueProduct> = {}): CatalogueProduct {
  const dates = { durationDays: undefined, startDate: undefined, endDate: undefined, assignWithinDays: undefined };
  const roles = { role: 'student', supervisorRole: 'teacher' };
  const rest = { description: undefined, customerSupport: undefined, leftOut: [] };
  return { code, name: code, packSize: 1, courses: [], ...roles, ...dates, ...rest, ...terms };
}
