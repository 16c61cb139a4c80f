import type { Translation } from '../../core/words';

export const en = {
  'help.sales': 'You can generate seats for any customer, see them and assign them.',
  'help.coordinator': 'You can see the seats of {{customers}} and assign them to trainees.',
  'help.nobody':
    'This app is where training seats are assigned. You have no role in it yet: press one of its buttons in your company’s channel and ask for access, or ask the sales team.',
  'help.commands': 'What you can type',
  'help.help': '/seats help: this page',
  'help.unknown': '“{{word}}” is not something I know.',
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
    'Cette application sert à attribuer des places de formation. Vous n’y avez pas encore de rôle : appuyez sur l’un de ses boutons dans le canal de votre entreprise pour demander l’accès, ou voyez avec l’équipe commerciale.',
  'help.commands': 'Ce que vous pouvez taper',
  'help.help': '/seats help : cette page',
  'help.unknown': 'Je ne connais pas « {{word}} ».',
  'help.nearest': 'Vouliez-vous dire /seats {{word}} ?',

  'action.products': 'Produits',
  'action.roles': 'Rôles',
  'action.customers': 'Clients',
};
