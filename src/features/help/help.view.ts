import type { KnownBlock } from '@slack/types';
import type { Customer } from '../../core/customer';
import {
  ASK_FOR_SEATS,
  OPEN_ASSIGN,
  OPEN_COORDINATORS,
  OPEN_GENERATE,
  OPEN_LIST,
  OPEN_REMINDERS,
} from '../../core/entry-points';
import type { CopyKey, Translate } from '../../core/words';
import { actions, button, context, type Message, message, section } from '../../slack/blocks';
import { OPEN_COURSES } from '../courses/course-list.view';
import { OPEN_CUSTOMERS } from '../customers/customers.view';
import { OPEN_PRODUCTS } from '../products/products.view';
import { askForAccess } from '../requests/access.view';
import { OPEN_ROLES } from '../roles/roles.view';

export interface Role {
  admin: boolean;
  sales: boolean;
  /** Names of the customers this person coordinates. */
  customers: string[];
  /** Help lines of the commands that serve this person. */
  commands: readonly CopyKey[];
}

interface Circumstances {
  /** Customer of the channel, if the person may ask for access. */
  askable: Customer | undefined;
  /** The unknown command, and the nearest known one. */
  unknownCommand?: { word: string; nearest: string | undefined };
}

/** Lists what the person can do here. */
export function helpMessage(role: Role, t: Translate, { askable, unknownCommand }: Circumstances): Message {
  const intro = introduction(role, t);
  const misunderstood =
    unknownCommand &&
    [
      t('help.unknown', { word: unknownCommand.word }),
      ...(unknownCommand.nearest ? [t('help.nearest', { word: unknownCommand.nearest })] : []),
    ].join(' ');
  return message([misunderstood, intro].filter(Boolean).join(' '), [
    misunderstood ? section(misunderstood) : undefined,
    section(intro),
    ...buttonsOf(role, t),
    ...wordsOf(role, t),
    askable && actions(askForAccess(askable, t)),
  ]);
}

export function introduction(role: Role, t: Translate): string {
  if (role.sales) return t('help.sales');
  if (role.customers.length === 0) return t('help.nobody');
  return t('help.coordinator', { customers: role.customers.join(', ') });
}

/** Empty for people without a role. */
export function buttonsOf(role: Role, t: Translate): KnownBlock[] {
  if (!role.sales && role.customers.length === 0) return [];
  return [
    actions(
      role.sales ? button(t('action.generate'), OPEN_GENERATE) : undefined,
      button(t('action.list'), OPEN_LIST),
      button(t('action.assign'), OPEN_ASSIGN),
      // Sales generate seats themselves.
      role.sales ? undefined : button(t('action.ask_for_seats'), ASK_FOR_SEATS),
      button(t('action.reminders'), OPEN_REMINDERS),
      button(t('action.coordinators'), OPEN_COORDINATORS),
      role.sales ? button(t('action.customers'), OPEN_CUSTOMERS) : undefined,
      role.sales ? button(t('action.products'), OPEN_PRODUCTS) : undefined,
      role.sales ? button(t('title.courses'), OPEN_COURSES) : undefined,
      role.admin ? button(t('action.roles'), OPEN_ROLES) : undefined,
    ),
  ];
}

/** Empty for people without a role. */
export function wordsOf({ sales, customers, commands }: Role, t: Translate): KnownBlock[] {
  if (!sales && customers.length === 0) return [];
  return [context([t('help.commands'), ...commands.map((line) => t(line))].join('\n'))];
}
