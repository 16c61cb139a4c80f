import { isSame, parseRole } from '../../core/role';
import { toInstant } from '../../core/time';
import { on } from '../../database/changes';
import { findLastActor } from '../../database/ledger';
import type { ClaimedMessage } from '../../outbox/claims';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, personKey } from '../../outbox/outbox';
import { post } from '../../outbox/post';
import { salesToTell } from '../../outbox/sales-to-tell';
import { grantedRoles } from './granted-roles.sql';
import { roleGranted, roleRevoked } from './role-changes';
import { roleMessage } from './roles.view';

/** Notifies a person that a role was granted or revoked. */
export const roleNotice = defineMessage({ kind: 'role.changed', deliver: tellRole });

export const tellOfRole = on([roleGranted, roleRevoked], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    await enqueue(tx, { message: roleNotice, subject: facts.role, to: facts.to }, toInstant(now));
  }
});

/** Stays silent when a revoked sales role still applies through Slack or the settings. */
async function tellRole(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf } = context;
  const { subject, to } = claimed;
  const role = parseRole(subject);
  if (!role || !to) return { kind: 'nothing' };
  const isGiven = (await grantedRoles(db, to)).includes(role);
  if (!isGiven && role === 'sales' && (await salesToTell(context)).some((one) => isSame(one, to))) {
    return { kind: 'nothing' };
  }
  const by = await findLastActor(db, personKey(to), [roleGranted, roleRevoked]);
  return post(claimed, roleMessage({ role, isGiven, by }, context.translator(await localeOf(to))), context);
}
