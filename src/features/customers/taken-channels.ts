import type { Customer } from '../../core/customer';
import { foldKey } from '../../core/text';
import type { Database } from '../../database/database';
import { customersOfChannels } from './customers.sql';

type Claim = Pick<Customer, 'code' | 'name' | 'channel'>;

/**
 * For each claim, in order, the name of another customer that owns its channel once all claims apply, or undefined.
 * Needs unique codes; `known` holds the stored customers by folded code. The current owner wins, archived or not, then
 * the first claim. Two customers may swap channels.
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
