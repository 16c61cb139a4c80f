import type { Translation } from '../../core/words';

export const en = {
  'help.sales': 'You can generate seats for any customer, see them and assign them.',
  'help.coordinator': 'You can see the seats of {{customers}} and assign them to trainees.',
  'help.nobody':
    'This app is for assigning training seats. You have no role in it yet. Press one of its buttons in your company’s channel to ask for access, or ask the sales team.',
  'help.commands': 'Commands',
  'help.help': '/seats help: show this page',
  'help.unknown': 'There’s no command “{{word}}”.',
  'help.nearest': 'Did you mean /seats {{word}}?',

  'action.products': 'Products',
  'action.roles': 'Roles',
  'action.customers': 'Customers',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'help.sales': 'Vous pouvez créer des places pour tout client, les voir et les attribuer.',
  'help.coordinator': 'Vous pouvez voir et attribuer les places de : {{customers}}.',
  'help.nobody':
    'Cette application sert à attribuer des places de formation. Vous n’y avez pas encore de rôle. Appuyez sur un de ses boutons dans le canal de votre entreprise pour demander l’accès, ou demandez à l’équipe commerciale.',
  'help.commands': 'Commandes',
  'help.help': '/seats help : afficher cette page',
  'help.unknown': 'La commande « {{word}} » n’existe pas.',
  'help.nearest': 'Vouliez-vous dire /seats {{word}} ?',

  'action.products': 'Produits',
  'action.roles': 'Rôles',
  'action.customers': 'Clients',
};
