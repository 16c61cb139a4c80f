import { isSame, parseRole } from '../domain/role';
import { translator } from '../slack/translate';
import { roleMessage } from '../slack/views/roles';
import { findLastActor } from '../storage/ledger';
import { personKey } from '../storage/outbox';
import { grantedRoles } from '../storage/roles';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';
import { post } from './post';
import { salesToTell } from './sales-to-tell';

/** Tells somebody that they have a role now, or no longer. Who sells all the same, by Slack or the settings, lost nothing. */
export async function tellRole(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, localeOf } = delivery;
  const { subject, to } = turn;
  const role = parseRole(subject);
  if (!role || !to) return { kind: 'nothing' };
  const isGiven = (await grantedRoles(db, to)).includes(role);
  if (!isGiven && role === 'sales' && (await salesToTell(delivery)).some((one) => isSame(one, to))) {
    return { kind: 'nothing' };
  }
  const by = await findLastActor(db, personKey(to), ['role.granted', 'role.revoked']);
  return post(turn, roleMessage({ role, isGiven, by }, translator(await localeOf(to))), delivery);
}
