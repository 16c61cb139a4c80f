import type { CatalogueCustomer } from '../domain/catalogue';
import { foldKey } from '../domain/text';
import { customersOfChannels } from '../storage/customers';
import type { Database } from '../storage/database';

type Claim = Pick<CatalogueCustomer, 'code' | 'name' | 'channel'>;

/**
 * For each customer, in their order, who else has its channel when all of them are as given; undefined where nobody has.
 * Who has it now comes first, archived or not, then who names it first. Two may change theirs with each other.
 */
export async function othersWithChannel(tx: Database, claims: readonly Claim[]): Promise<(string | undefined)[]> {
  const wanted = claims.flatMap(({ channel }) => channel ?? []);
  const given = new Map(claims.map((claim) => [foldKey(claim.code), claim]));
  const owners = new Map<string, Claim>();
  for (const holder of await customersOfChannels(tx, [...new Set(wanted)])) {
    const claim = given.get(foldKey(holder.code));
    if (holder.channel && (!claim || claim.channel === holder.channel)) owners.set(holder.channel, holder);
  }
  return claims.map((claim) => {
    if (!claim.channel) return undefined;
    const owner = owners.get(claim.channel) ?? claim;
    owners.set(claim.channel, owner);
    return foldKey(owner.code) === foldKey(claim.code) ? undefined : owner.name;
  });
}
