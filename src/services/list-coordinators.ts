import type { Coordinator, CoordinatorCard, Delegation, ProductName } from '../domain/coordinator';
import type { CoordinatorList } from '../domain/coordinator-list';
import type { Customer } from '../domain/customer';
import { isSame, type Person } from '../domain/person';
import { monthStart, type Now, today, toInstant } from '../domain/time';
import { countInRightOfEach } from '../storage/assignment-counts';
import { coordinatorsOf } from '../storage/coordinators';
import type { Database } from '../storage/database';
import { delegationsFrom } from '../storage/delegations';
import { openInvitations } from '../storage/invitations';
import { findProductNames } from '../storage/product-names';
import { customerFor, type Hint } from './access';

const PER_PAGE = 20;

/** The page closest to the one asked for; undefined when the person has to choose a customer first. */
export async function listCoordinators(
  db: Database,
  { page: wanted, ...hint }: Hint & { page: number },
  by: Person,
  now: Now,
): Promise<CoordinatorList | undefined> {
  const customer = await customerFor(db, hint, by, 'list');
  if (!customer) return undefined;
  const coordinators = await coordinatorsOf(db, customer.id);
  const invitations = await openInvitations(db, customer.id);
  const pages = Math.max(1, Math.ceil((coordinators.length + invitations.length) / PER_PAGE));
  const page = Math.min(Math.max(Math.trunc(wanted) || 0, 0), pages - 1);
  const onPage = <Entry>(entries: readonly Entry[], before: number) =>
    entries.slice(Math.max(page * PER_PAGE - before, 0), Math.max((page + 1) * PER_PAGE - before, 0));
  return {
    customer,
    page,
    pages,
    cards: await cardsOf(db, customer, onPage(coordinators, 0), now),
    invitations: onPage(invitations, coordinators.length),
  };
}

/** Coordinators with what one wants to know of them. */
export async function cardsOf(
  db: Database,
  customer: Customer,
  coordinators: readonly Coordinator[],
  now: Now,
): Promise<CoordinatorCard[]> {
  const products = await findProductNames(db, [...new Set(coordinators.flatMap((one) => one.products))]);
  const counts = await countInRightOfEach(db, customer.id, toInstant(monthStart(now, customer.timezone)));
  const delegations = await delegationsFrom(db, customer.id, today(now, customer.timezone));
  return coordinators.map((coordinator) => ({
    person: { teamId: coordinator.teamId, userId: coordinator.userId },
    products: named(coordinator, products),
    quota: coordinator.quota,
    used: counts.find((one) => isSame(one, coordinator))?.count ?? 0,
    delegations: delegations.filter(({ of }: Delegation) => isSame(of, coordinator)),
  }));
}

function named({ products }: Coordinator, names: readonly ProductName[]): ProductName[] {
  return names.filter(({ id }) => products.includes(id));
}
