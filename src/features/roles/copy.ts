import type { Translation } from '../../core/words';

export const en = {
  'help.roles': '/seats roles: choose who sells and who administers',

  'title.roles': 'Roles',
  'title.give_role': 'Give a role',
  'title.role_given': 'Role given',

  'action.give_role': 'Give a role',
  'action.submit_give_role': 'Give role',
  'action.take_back': 'Remove role',

  'field.person.member': 'A member of your own workspace.',
  'field.role_given': 'Role',

  'roles.admins': 'Administrators',
  'roles.sales': 'Sales',
  'roles.no_admin':
    'There’s no administrator, so everyone in sales acts as one. Once you name one, only administrators manage roles.',
  'roles.no_sales': 'No one is in sales yet.',
  'roles.by_settings': 'From the settings:',
  'roles.by_group': 'From the Slack user group:',
  'roles.given': '{{person}}, given by {{by}} on {{day, day}}',
  'roles.more_one': 'and {{count, number}} more',
  'roles.more_other': 'and {{count, number}} more',
  'roles.take_back': 'Remove this role?',
  'roles.take_back.told': 'It ends right away, and they’re told.',

  'role.admin': 'Administrator',
  'role.admin_may': 'Also manages products, courses and roles',
  'role.sales': 'Sales',
  'role.sales_may': 'Generates seats, manages customers, answers requests',
  'role.given': '{{person}} now has the role {{role}} and has been told.',
  'role.is_admin': 'You’re now an administrator',
  'role.is_sales': 'You’re now on the sales team',
  'role.admin_can':
    'You can do everything sales can, and choose who has which role: /seats roles. For the rest, see /seats help.',
  'role.sales_can': 'You can generate seats for any customer: /seats generate. For the rest, see /seats help.',
  'role.no_admin': 'You’re no longer an administrator',
  'role.no_sales': 'You’re no longer on the sales team',
  'role.given_by': 'Given by {{person}}',
  'role.taken_by': 'Removed by {{person}}',
  'role.gave_up': 'You removed your own role, so you’re no longer an administrator.',

  'refusal.role.members_only':
    'Choose a member of your own workspace. Guests, apps and people from other companies can’t have a role.',
  'refusal.role.not_checked':
    'Slack didn’t tell us in time which company this person belongs to, so nothing was changed. Try again.',
  'refusal.role.given_already': 'This person already has this role.',
  'refusal.role.last_admin':
    'This is the last administrator. Without one, everyone in sales would be one. Give the role to someone else first.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'help.roles': '/seats roles : choisir qui vend et qui administre',

  'title.roles': 'Rôles',
  'title.give_role': 'Donner un rôle',
  'title.role_given': 'Rôle donné',

  'action.give_role': 'Donner un rôle',
  'action.submit_give_role': 'Donner',
  'action.take_back': 'Retirer',

  'field.person.member': 'Un membre de votre propre espace de travail.',
  'field.role_given': 'Rôle',

  'roles.admins': 'Administrateurs',
  'roles.sales': 'Équipe commerciale',
  'roles.no_admin':
    'Il n’y a pas d’administrateur : toute l’équipe commerciale l’est donc. Dès que vous en nommez un, seuls les administrateurs gèrent les rôles.',
  'roles.no_sales': 'Il n’y a encore personne dans l’équipe commerciale.',
  'roles.by_settings': 'Par la configuration :',
  'roles.by_group': 'Par le groupe Slack :',
  'roles.given': '{{person}}, rôle donné par {{by}} le {{day, day}}',
  'roles.more_one': 'et {{count, number}} de plus',
  'roles.more_other': 'et {{count, number}} de plus',
  'roles.take_back': 'Retirer ce rôle ?',
  'roles.take_back.told': 'Il prend fin aussitôt, et cette personne est prévenue.',

  'role.admin': 'Administrateur',
  'role.admin_may': 'Gère aussi les produits, les cours et les rôles',
  'role.sales': 'Équipe commerciale',
  'role.sales_may': 'Crée des places, gère les clients, répond aux demandes',
  'role.given': '{{person}} a maintenant le rôle {{role}} et le sait.',
  'role.is_admin': 'Vous êtes maintenant administrateur',
  'role.is_sales': 'Vous faites maintenant partie de l’équipe commerciale',
  'role.admin_can':
    'Vous pouvez tout ce que peut l’équipe commerciale, et choisir qui a quel rôle : /seats roles. Pour le reste, voir /seats help.',
  'role.sales_can': 'Vous pouvez créer des places pour tout client : /seats generate. Pour le reste, voir /seats help.',
  'role.no_admin': 'Vous n’êtes plus administrateur',
  'role.no_sales': 'Vous ne faites plus partie de l’équipe commerciale',
  'role.given_by': 'Rôle donné par {{person}}',
  'role.taken_by': 'Rôle retiré par {{person}}',
  'role.gave_up': 'Vous avez retiré votre propre rôle : vous n’êtes plus administrateur.',

  'refusal.role.members_only':
    'Choisissez un membre de votre propre espace de travail. Les invités, les applications et les personnes d’autres entreprises ne peuvent pas avoir de rôle.',
  'refusal.role.not_checked':
    'Slack n’a pas dit à temps à quelle entreprise appartient cette personne : rien n’a été modifié. Réessayez.',
  'refusal.role.given_already': 'Cette personne a déjà ce rôle.',
  'refusal.role.last_admin':
    'C’est le dernier administrateur. Sans lui, toute l’équipe commerciale le serait. Donnez d’abord le rôle à quelqu’un d’autre.',
};
