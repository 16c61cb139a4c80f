import type { Customer } from '../../core/customer';
import { foldKey } from '../../core/text';
import type { Database } from '../../database/database';
import { customersOfChannels } from './customers.sql';

type Claim = Pick<Customer, 'code' | 'name' | 'channel'>;

/**
 * For each customer, in their order, no code twice, who else has its channel when all of them are as given; undefined where
 * nobody has. `known` are those there are. Who has it now comes first, archived or not, then who names it first. Two may change theirs with each other.
 */
export async function othersWithChannel(
  tx: Database,
  claims: readonly Claim[],
  known: ReadonlyMap<string, Customer>,
): Promise<(string | undefined)[]> {
  const given = new Map(claims.map((claim) => [foldKey(claim.code), claim]));
  const owners = new Map<string, Claim>();
  const wanted = new Set<string>();
  for (const claim of claims) {
    if (!claim.channel) continue;
    if (known.get(foldKey(claim.code))?.channel === claim.channel) owners.set(claim.channel, claim);
    else wanted.add(claim.channel);
  }
  for (const holder of await customersOfChannels(tx, [...wanted])) {
    if (holder.channel && !given.has(foldKey(holder.code))) owners.set(holder.channel, holder);
  }
  return claims.map((claim) => {
    if (!claim.channel) return undefined;
    const owner = owners.get(claim.channel) ?? claim;
    owners.set(claim.channel, owner);
    return owner.code === claim.code ? undefined : owner.name;
  });
}
