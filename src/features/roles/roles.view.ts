import type { KnownBlock, ModalView } from '@slack/types';
import type { Identity } from '../../core/identity';
import { ROLES, type Role } from '../../core/person';
import { type Appointed, type GrantedRole, roleKey } from '../../core/role';
import type { CopyKey, Translate } from '../../core/words';
import {
  actions,
  button,
  confirmed,
  context,
  contextWithMentions,
  header,
  headline,
  type Message,
  mention,
  message,
  modal,
  section,
  sectionWithMentions,
} from '../../slack/blocks';
import { person, radio } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';

export const OPEN_ROLES = 'open_roles';
export const OPEN_GIVE_ROLE = 'open_give_role';
export const TAKE_BACK_ROLE = 'take_back_role';
export const ROLES_MODAL = 'roles';

export const giveRoleForm = form('give_role', { person: person(), role: radio() }, ['below']);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof giveRoleForm> {}
}

const TITLES: Record<Role, CopyKey> = { admin: 'roles.admins', sales: 'roles.sales' };
const NAMES: Record<Role, CopyKey> = { admin: 'role.admin', sales: 'role.sales' };
const GIVEN_TITLES: Record<Role, CopyKey> = { admin: 'role.is_admin', sales: 'role.is_sales' };
const TAKEN_TITLES: Record<Role, CopyKey> = { admin: 'role.no_admin', sales: 'role.no_sales' };

/** The limits of one section, and of one modal. */
const MAX_MENTIONED = 100;
const MAX_GIVEN = 40;

/** All role holders, with the origin of each role. */
export function rolesView(roles: { appointed: Appointed; granted: GrantedRole[] }, t: Translate): ModalView {
  return modal({ id: ROLES_MODAL, title: t('title.roles'), close: t('action.close') }, [
    ...ROLES.flatMap((role) => holders(role, roles, t)),
    actions(button(t('action.give_role'), OPEN_GIVE_ROLE, '', 'primary')),
  ]);
}

export function giveRoleView(below: string | undefined, t: Translate): ModalView {
  const { draw } = giveRoleForm;
  return giveRoleForm.modal(
    {
      title: t('title.give_role'),
      submit: t('action.submit_give_role'),
      close: t('action.back'),
      notes: { below },
    },
    [
      draw.person({ label: t('field.person'), hint: t('field.person.member') }),
      draw.role({
        label: t('field.role_given'),
        options: [
          { text: t('role.sales'), value: 'sales', description: t('role.sales_may') },
          { text: t('role.admin'), value: 'admin', description: t('role.admin_may') },
        ],
        chosen: 'sales',
      }),
    ],
  );
}

export function roleGivenView({ to, role }: Pick<GrantedRole, 'to' | 'role'>, t: Translate): ModalView {
  return modal({ id: 'role_given', title: t('title.role_given'), close: t('action.close') }, [
    sectionWithMentions(t('role.given', { person: mention(to), role: t(NAMES[role]) })),
  ]);
}

/** For a person whose role was granted or revoked. */
export function roleMessage(
  { role, isGiven, by }: { role: Role; isGiven: boolean; by: Identity | undefined },
  t: Translate,
): Message {
  const title = t((isGiven ? GIVEN_TITLES : TAKEN_TITLES)[role]);
  const who = by && { person: mention(by) };
  return message(title, [
    headline(title),
    isGiven ? section(role === 'admin' ? t('role.admin_can') : t('role.sales_can')) : undefined,
    who && contextWithMentions(isGiven ? t('role.given_by', who) : t('role.taken_by', who)),
  ]);
}

function holders(
  role: Role,
  { appointed, granted }: { appointed: Appointed; granted: GrantedRole[] },
  t: Translate,
): (KnownBlock | undefined)[] {
  const named = role === 'admin' ? appointed.admins : appointed.sales;
  const given = granted.filter((one) => one.role === role);
  const isBySettings = role === 'admin' || appointed.salesFrom === 'settings';
  const origin = isBySettings ? t('roles.by_settings') : t('roles.by_group');
  const hidden = given.length - MAX_GIVEN;
  return [
    header(t(TITLES[role])),
    named.length > 0 ? sectionWithMentions(`${origin} ${mentions(named, t)}`) : undefined,
    ...given.slice(0, MAX_GIVEN).map((one) => givenSection(one, t)),
    hidden > 0 ? context(t('roles.more', { count: hidden })) : undefined,
    named.length + given.length > 0 ? undefined : section(role === 'admin' ? t('roles.no_admin') : t('roles.no_sales')),
  ];
}

function givenSection(given: GrantedRole, t: Translate): KnownBlock {
  const text = t('roles.given', { person: mention(given.to), by: mention(given.by), day: given.at.slice(0, 10) });
  const takeBack = confirmed(button(t('action.take_back'), TAKE_BACK_ROLE, roleKey(given)), {
    title: t('roles.take_back'),
    text: t('roles.take_back.told'),
    deny: t('action.keep'),
  });
  return sectionWithMentions(text, [], takeBack);
}

/** Bypasses the copy catalogue, which truncates long values. */
function mentions(people: readonly Identity[], t: Translate): string {
  const hidden = people.length - MAX_MENTIONED;
  const shown = people.slice(0, MAX_MENTIONED).map(mention).join(', ');
  return hidden > 0 ? `${shown} ${t('roles.more', { count: hidden })}` : shown;
}
