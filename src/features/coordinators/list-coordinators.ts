import type { Coordinator, CoordinatorCard, Delegation, ProductName } from '../../core/coordinator';
import { MAX_COUNTED } from '../../core/counting';
import type { Customer } from '../../core/customer';
import { isSame } from '../../core/identity';
import type { Person } from '../../core/person';
import { monthStart, type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { customerFor, type Hint } from '../orders/find-customer-for';
import { findProductNames } from '../products/product-names.sql';
import { countInRightOf } from './assignment-counts.sql';
import type { CoordinatorList } from './coordinator-list';
import { coordinatorsOf } from './coordinators.sql';
import { delegationsFrom } from './delegations.sql';
import { openInvitations } from './invitations.sql';

const PER_PAGE = 20;

/** Clamps the page to the existing ones. Undefined when the person must choose a customer first. */
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

/** Adds product names, this month's usage, and delegations. */
export async function cardsOf(
  db: Database,
  customer: Customer,
  coordinators: readonly Coordinator[],
  now: Now,
): Promise<CoordinatorCard[]> {
  const products = await findProductNames(db, [...new Set(coordinators.flatMap((one) => one.products))]);
  const month = toInstant(monthStart(now, customer.timezone));
  const used: number[] = [];
  for (const one of coordinators) used.push(await countInRightOf(db, customer.id, one, month, MAX_COUNTED + 1));
  const delegations = await delegationsFrom(db, customer.id, today(now, customer.timezone));
  return coordinators.map((coordinator, index) => ({
    person: { teamId: coordinator.teamId, userId: coordinator.userId },
    products: named(coordinator, products),
    quota: coordinator.quota,
    used: used[index] ?? 0,
    delegations: delegations.filter(({ of }: Delegation) => isSame(of, coordinator)),
  }));
}

function named({ products }: Coordinator, names: readonly ProductName[]): ProductName[] {
  return names.filter(({ id }) => products.includes(id));
}
