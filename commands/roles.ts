import { isSame } from '../src/core/identity';
import { demand } from '../src/core/permission';
import { type Context, feature, type Handler } from '../src/feature';
import { en, fr } from '../src/features/roles/copy';
import { giveRole, listRoles, takeBackRole } from '../src/features/roles/manage-roles';
import { notifyOfRole, roleNotice } from '../src/features/roles/role.messages';
import { roleGranted, roleRevoked } from '../src/features/roles/role-changes';
import {
  giveRoleForm,
  giveRoleView,
  OPEN_GIVE_ROLE,
  OPEN_ROLES,
  ROLES_MODAL,
  roleGivenView,
  rolesView,
  TAKE_BACK_ROLE,
} from '../src/features/roles/roles.view';
import { sentence } from '../src/slack/blocks';
import { noticeView } from '../src/slack/notice';
import { noteOf } from '../src/slack/sent-view';

const openRoles: Handler = async (_request, context) => ({ show: await view(context) });

/** Reloads the list when a view above it closes. */
const refresh: Handler = openRoles;

const openGive: Handler = async ({ view: below }, { person, t }) => {
  demand(person, 'roles');
  return { push: giveRoleView(noteOf(below), t) };
};

const submitGive: Handler = async ({ view: form, submission }, { db, person, now, t, staff }) => {
  if (!form) return undefined;
  demand(person, 'roles');
  const { person: userId, role } = giveRoleForm.read(form);
  const input = { person: userId ? await staff.membershipOf(userId) : undefined, role };
  return { show: roleGivenView(await giveRole(db, input, await staff.appointed(), person, now, submission), t) };
};

/** Button value: the person and the role. */
const takeBack: Handler = async ({ value }, context) => {
  const { db, person, now, t, staff } = context;
  const { to, role } = await takeBackRole(db, value, await staff.appointed(), person, now);
  // After giving up their own role, the person may no longer see the list.
  if (role === 'admin' && isSame(to, person)) return { show: noticeView(sentence(t('role.gave_up')), t) };
  return { show: await view(context) };
};

async function view({ db, person, t, staff }: Context) {
  demand(person, 'roles');
  return rolesView(await listRoles(db, await staff.appointed(), person), t);
}

export const roles = feature({
  name: 'roles',
  copy: { en, fr },
  commands: {
    roles: { run: openRoles, help: { position: 120, lines: ({ admin }) => (admin ? ['help.roles'] : []) } },
  },
  actions: { [OPEN_ROLES]: openRoles, [OPEN_GIVE_ROLE]: openGive, [TAKE_BACK_ROLE]: takeBack },
  submissions: { [giveRoleForm.id]: submitGive },
  refreshes: { [ROLES_MODAL]: refresh },
  messages: [roleNotice],
  changes: [roleGranted, roleRevoked],
  on: [notifyOfRole],
});
