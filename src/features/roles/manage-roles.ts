import { UserError } from '../../core/errors';
import { type Identity, isSame } from '../../core/identity';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Appointed, type GrantedRole, type Membership, parseRole, parseRoleKey, roleKey } from '../../core/role';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { personKey } from '../../outbox/outbox';
import { grantRole, listGranted, lockAdmins, peopleGranted, revokeRole } from './granted-roles.sql';
import { appointmentOf, personOf } from './resolve-person';
import { roleGranted, roleRevoked } from './role-changes';

/** All role holders, by the origin of the role. */
interface Roles {
  appointed: Appointed;
  granted: GrantedRole[];
}

export async function listRoles(db: Database, appointed: Appointed, by: Person): Promise<Roles> {
  demand(by, 'roles');
  return { appointed, granted: await listGranted(db) };
}

interface RoleForm {
  /** Undefined when the form names no person. */
  person: Membership | undefined;
  role: string | undefined;
}

/** Takes effect immediately; notifies the person. */
export async function giveRole(
  db: Database,
  form: RoleForm,
  appointed: Appointed,
  by: Person,
  now: Now,
  submission?: string,
): Promise<Pick<GrantedRole, 'to' | 'role'>> {
  demand(by, 'roles');
  return idempotent(db, submission, by, now, {
    run: (tx) => give(tx, form, appointed, by, now),
    load: async (_tx, key) => {
      const given = parseRoleKey(key);
      if (!given) throw new Error(`There is no role ${key}.`);
      return given;
    },
  });
}

async function give(tx: Database, form: RoleForm, appointed: Appointed, by: Person, now: Now): Promise<string> {
  await demandAgain(tx, appointed, by, now);
  const role = parseRole(form.role);
  if (!role) throw new UserError({ code: 'choice.missing', field: 'role' });
  const to = memberIn(form);
  const at = toInstant(now);
  const isAppointed = appointed[role === 'admin' ? 'admins' : 'sales'].some((one) => isSame(one, to));
  if (isAppointed || !(await grantRole(tx, { to, role, by, at }))) {
    throw new UserError({ code: 'role.given_already', field: 'person' });
  }
  await record(tx, by, now, roleGranted({ subject: personKey(to), after: { role } }, { to, role }));
  return roleKey({ to, role });
}

function memberIn({ person }: RoleForm): Identity {
  switch (person?.kind) {
    case 'member':
      return person.identity;
    case 'stranger':
      throw new UserError({ code: 'role.members_only', field: 'person' });
    case 'unknown':
      throw new UserError({ code: 'role.not_checked', field: 'person' });
    default:
      throw new UserError({ code: 'person.missing', field: 'person' });
  }
}

/**
 * Revokes a role granted in the app, and notifies the person. Does nothing when it is already revoked. Throws UserError
 * for the last administrator.
 */
export async function takeBackRole(
  db: Database,
  key: string,
  appointed: Appointed,
  by: Person,
  now: Now,
): Promise<Pick<GrantedRole, 'to' | 'role'>> {
  demand(by, 'roles');
  const meant = parseRoleKey(key);
  if (!meant) throw new UserError({ code: 'form.stale' });
  const { to, role } = meant;
  await db.transaction(async (tx) => {
    await demandAgain(tx, appointed, by, now);
    if (role === 'admin' && appointed.admins.length === 0) await demandAnother(tx, to);
    if (!(await revokeRole(tx, to, role))) return;
    await record(tx, by, now, roleRevoked({ subject: personKey(to), before: { role } }, { to, role }));
  });
  return meant;
}

/**
 * Rechecks permission under the lock: of two administrators who revoke each other at once, the second gets a refusal.
 */
async function demandAgain(tx: Database, appointed: Appointed, by: Person, now: Now): Promise<void> {
  await lockAdmins(tx);
  demand(await personOf(tx, by, appointmentOf(by, appointed), now), 'roles');
}

async function demandAnother(tx: Database, admin: Identity): Promise<void> {
  const admins = await peopleGranted(tx, 'admin');
  if (admins.length > 0 && admins.every((one) => isSame(one, admin))) throw new UserError({ code: 'role.last_admin' });
}
