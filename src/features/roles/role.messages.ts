import { isSame } from '../../core/identity';
import { parseRole } from '../../core/role';
import { toInstant } from '../../core/time';
import { on } from '../../database/changes';
import { findLastActor } from '../../database/ledger';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, personKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { salesToNotify } from '../../outbox/sales-to-notify';
import { grantedRoles } from './granted-roles.sql';
import { roleGranted, roleRevoked } from './role-changes';
import { roleMessage } from './roles.view';

/** Notifies a person that a role was granted or revoked. */
export const roleNotice = defineMessage({ kind: 'role.changed', deliver: notifyRole });

export const notifyOfRole = on([roleGranted, roleRevoked], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    await enqueue(tx, { message: roleNotice, subject: facts.role, to: facts.to }, toInstant(now));
  }
});

/** Stays silent when a revoked sales role still applies through Slack or the settings. */
async function notifyRole(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf } = context;
  const { subject, to } = claimed;
  const role = parseRole(subject);
  if (!role || !to) return { kind: 'nothing' };
  const isGiven = (await grantedRoles(db, to)).includes(role);
  if (!isGiven && role === 'sales' && (await salesToNotify(context)).some((one) => isSame(one, to))) {
    return { kind: 'nothing' };
  }
  const by = await findLastActor(db, personKey(to), [roleGranted, roleRevoked]);
  return post(claimed, roleMessage({ role, isGiven, by }, context.translator(await localeOf(to))), context);
}
