import type { Translation } from '../../core/words';

export const en = {
  'help.roles': '/seats roles: who sells, and who is administrator',

  'title.roles': 'Roles',
  'title.give_role': 'Give a role',
  'title.role_given': 'Role given',

  'action.give_role': 'Give a role',
  'action.submit_give_role': 'Give it',
  'action.take_back': 'Take back',

  'field.person.member': 'A member of our own workspace.',
  'field.role_given': 'Role',

  'roles.admins': 'Administrators',
  'roles.sales': 'Sales',
  'roles.no_admin':
    'Nobody is administrator, so everybody who sells is. Once you name one, only administrators keep roles.',
  'roles.no_sales': 'Nobody sells yet.',
  'roles.by_settings': 'By the settings:',
  'roles.by_group': 'By the Slack user group:',
  'roles.given': '{{person}}, given by {{by}} on {{day, day}}',
  'roles.more_one': 'and {{count, number}} more',
  'roles.more_other': 'and {{count, number}} more',
  'roles.take_back': 'Take this role back?',
  'roles.take_back.told': 'It ends at once, and they are told.',

  'role.admin': 'Administrator',
  'role.admin_may': 'Also manages products, courses and roles',
  'role.sales': 'Sales',
  'role.sales_may': 'Generates seats, keeps customers, answers requests',
  'role.given': '{{person}} has the role {{role}} now, and is told.',
  'role.is_admin': 'You are an administrator now',
  'role.is_sales': 'You are one of the sales team now',
  'role.admin_can':
    'You can do whatever sales can, and say who has which role: /seats roles. /seats help shows the rest.',
  'role.sales_can': 'You can generate seats for any customer: /seats generate. /seats help shows the rest.',
  'role.no_admin': 'You are no longer an administrator',
  'role.no_sales': 'You are no longer one of the sales team',
  'role.given_by': 'Given by {{person}}',
  'role.taken_by': 'Taken back by {{person}}',
  'role.gave_up': 'You gave your own role back. You are no longer an administrator by it.',

  'refusal.role.members_only':
    'Choose a member of our own workspace: guests, apps and people of other companies get no role.',
  'refusal.role.not_checked': 'Slack did not say in time where this person is from, so nothing was changed. Try again.',
  'refusal.role.given_already': 'This person has this role already.',
  'refusal.role.last_admin':
    'This is the last administrator. Without one, everybody who sells would be. Give the role to somebody else first.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'help.roles': '/seats roles : qui vend, et qui est administrateur',

  'title.roles': 'Rôles',
  'title.give_role': 'Donner un rôle',
  'title.role_given': 'Rôle donné',

  'action.give_role': 'Donner un rôle',
  'action.submit_give_role': 'Donner',
  'action.take_back': 'Retirer',

  'field.person.member': 'Un membre de notre propre espace de travail.',
  'field.role_given': 'Rôle',

  'roles.admins': 'Administrateurs',
  'roles.sales': 'Équipe commerciale',
  'roles.no_admin':
    'Personne n’est administrateur : toute l’équipe commerciale l’est donc. Dès que vous en nommez un, seuls les administrateurs gèrent les rôles.',
  'roles.no_sales': 'Personne ne vend encore.',
  'roles.by_settings': 'Par les réglages :',
  'roles.by_group': 'Par le groupe Slack :',
  'roles.given': '{{person}}, rôle donné par {{by}} le {{day, day}}',
  'roles.more_one': 'et {{count, number}} de plus',
  'roles.more_other': 'et {{count, number}} de plus',
  'roles.take_back': 'Retirer ce rôle ?',
  'roles.take_back.told': 'Il prend fin aussitôt, et cette personne en est informée.',

  'role.admin': 'Administrateur',
  'role.admin_may': 'Gère aussi les produits, les cours et les rôles',
  'role.sales': 'Équipe commerciale',
  'role.sales_may': 'Crée des places, gère les clients, répond aux demandes',
  'role.given': '{{person}} a maintenant le rôle {{role}}, et le sait.',
  'role.is_admin': 'Vous êtes maintenant administrateur',
  'role.is_sales': 'Vous faites maintenant partie de l’équipe commerciale',
  'role.admin_can':
    'Vous pouvez tout ce que peut l’équipe commerciale, et dire qui a quel rôle : /seats roles. Le reste est dans /seats help.',
  'role.sales_can': 'Vous pouvez créer des places pour tout client : /seats generate. Le reste est dans /seats help.',
  'role.no_admin': 'Vous n’êtes plus administrateur',
  'role.no_sales': 'Vous ne faites plus partie de l’équipe commerciale',
  'role.given_by': 'Rôle donné par {{person}}',
  'role.taken_by': 'Rôle repris par {{person}}',
  'role.gave_up': 'Vous avez rendu votre propre rôle. Il ne fait plus de vous un administrateur.',

  'refusal.role.members_only':
    'Choisissez un membre de notre propre espace : ni invité, ni application, ni personne d’une autre entreprise.',
  'refusal.role.not_checked': 'Slack n’a pas dit à temps d’où vient cette personne, et rien n’a été changé. Réessayez.',
  'refusal.role.given_already': 'Cette personne a déjà ce rôle.',
  'refusal.role.last_admin':
    'C’est le dernier administrateur. Sans lui, toute l’équipe commerciale le serait. Donnez d’abord le rôle à quelqu’un d’autre.',
};
