import type { Delivery } from '../../app/delivery';
import { isSame, parseRole } from '../../core/role';
import { findLastActor } from '../../database/ledger';
import { grantedRoles } from '../../database/roles';
import type { Outcome, Turn } from '../../outbox/attempt';
import { personKey } from '../../outbox/outbox';
import { post } from '../../outbox/post';
import { translator } from '../../slack/translate';
import { salesToTell } from '../requests/sales-to-tell.messages';
import { roleMessage } from './roles.view';

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
