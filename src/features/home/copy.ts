import type { Translation } from '../../core/words';

export const en = {
  'home.title': 'Training seats',
  'home.none_left': 'Nothing is unassigned.',
  'home.next_one': '{{count, number}} of them expires first: assign it by {{day, day}}',
  'home.next_other': '{{count, number}} of them expire first: assign them by {{day, day}}',
  'home.next_all_one': 'Assign it by {{day, day}}',
  'home.next_all_other': 'Assign all of them by {{day, day}}',
  'home.latest': '{{day, day}}: {{trainee}} in {{course}}',
  'home.sales': 'Sales',
  'home.seats_one': '{{count, number}} seat',
  'home.seats_other': '{{count, number}} seats',
  'home.missing': 'Nothing can be sold yet. These come first:',
  'home.missing_courses': '• Courses: what trainees are enrolled in',
  'home.missing_products': '• Products: how many seats are sold, and for which courses',
  'home.missing_customers': '• Customers: who buys them',
  'home.sold_one': 'This month: {{count, number}} order, {{seats}}',
  'home.sold_other': 'This month: {{count, number}} orders, {{seats}}',
  'home.no_requests': 'Nobody waits for more seats.',
  'home.requests_one': '{{count, number}} request for seats waits for you:',
  'home.requests_other': '{{count, number}} requests for seats wait for you:',
  'home.access_one': '{{count, number}} person asks for access to a customer’s seats:',
  'home.access_other': '{{count, number}} people ask for access to customers’ seats:',
  'home.asked_by': 'Asked by {{person}}',
  'home.request_one': '{{count, number}} seat of {{product}} for {{customer}}',
  'home.request_other': '{{count, number}} seats of {{product}} for {{customer}}',
  'home.broken_one': 'The channel of {{count, number}} customer cannot be reached:',
  'home.broken_other': 'The channels of {{count, number}} customers cannot be reached:',
  'home.stock': 'Customers by seats left, the fewest first:',
  'home.no_stock': 'Nobody has bought seats yet.',
  'home.stock_line_one': '{{customer}}: {{count, number}} seat left',
  'home.stock_line_other': '{{customer}}: {{count, number}} seats left',
  'home.health': 'Health',
  'home.all_sent': 'Every message is sent.',
  'home.waiting_one': '{{count, number}} message waits to be sent, since {{since, instant}}',
  'home.waiting_other': '{{count, number}} messages wait to be sent, the oldest since {{since, instant}}',
  'home.given_up_one':
    '{{count, number}} message could not be delivered: npm run seats -- outbox says why and tries again.',
  'home.given_up_other':
    '{{count, number}} messages could not be delivered: npm run seats -- outbox says why and tries again.',
  'home.product_errors_one': '{{count, number}} product on sale has errors and cannot be sold: see Products.',
  'home.product_errors_other': '{{count, number}} products on sale have errors and cannot be sold: see Products.',
  'home.reminders_at': 'Reminders were last looked at on {{at, instant}}',
  'home.reminders_never': 'No reminder was due yet.',
  'home.failed_one': '{{count, number}} enrolment in Moodle needs somebody.',
  'home.failed_other': '{{count, number}} enrolments in Moodle need somebody.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'home.title': 'Places de formation',
  'home.none_left': 'Rien ne reste à attribuer.',
  'home.next_one': '{{count, number}} d’entre elles expire la première : à attribuer au plus tard le {{day, day}}',
  'home.next_other':
    '{{count, number}} d’entre elles expirent les premières : à attribuer au plus tard le {{day, day}}',
  'home.next_all_one': 'À attribuer au plus tard le {{day, day}}',
  'home.next_all_other': 'Toutes à attribuer au plus tard le {{day, day}}',
  'home.latest': '{{day, day}} : {{trainee}}, {{course}}',
  'home.sales': 'Ventes',
  'home.seats_one': '{{count, number}} place',
  'home.seats_many': '{{count, number}} de places',
  'home.seats_other': '{{count, number}} places',
  'home.missing': 'Rien ne peut encore être vendu. Il faut d’abord :',
  'home.missing_courses': '• Des cours : ce que suivent les stagiaires',
  'home.missing_products': '• Des produits : combien de places sont vendues, et pour quels cours',
  'home.missing_customers': '• Des clients : qui les achète',
  'home.sold_one': 'Ce mois-ci : {{count, number}} commande, {{seats}}',
  'home.sold_other': 'Ce mois-ci : {{count, number}} commandes, {{seats}}',
  'home.no_requests': 'Personne n’attend de places.',
  'home.requests_one': '{{count, number}} demande de places vous attend :',
  'home.requests_other': '{{count, number}} demandes de places vous attendent :',
  'home.access_one': '{{count, number}} personne demande l’accès aux places d’un client :',
  'home.access_other': '{{count, number}} personnes demandent l’accès aux places de clients :',
  'home.asked_by': 'Demandé par {{person}}',
  'home.request_one': '{{count, number}} place de {{product}} pour {{customer}}',
  'home.request_other': '{{count, number}} places de {{product}} pour {{customer}}',
  'home.broken_one': 'Le canal de {{count, number}} client est inaccessible :',
  'home.broken_other': 'Les canaux de {{count, number}} clients sont inaccessibles :',
  'home.stock': 'Les clients, par places restantes :',
  'home.no_stock': 'Personne n’a encore acheté de places.',
  'home.stock_line_one': '{{customer}} : il reste {{count, number}} place',
  'home.stock_line_many': '{{customer}} : il reste {{count, number}} de places',
  'home.stock_line_other': '{{customer}} : il reste {{count, number}} places',
  'home.health': 'Santé',
  'home.all_sent': 'Tous les messages sont partis.',
  'home.waiting_one': '{{count, number}} message attend d’être envoyé, depuis le {{since, instant}}',
  'home.waiting_many':
    '{{count, number}} de messages attendent d’être envoyés, le plus ancien depuis le {{since, instant}}',
  'home.waiting_other':
    '{{count, number}} messages attendent d’être envoyés, le plus ancien depuis le {{since, instant}}',
  'home.given_up_one':
    '{{count, number}} message n’a pas pu être remis : npm run seats -- outbox dit pourquoi et essaie à nouveau.',
  'home.given_up_many':
    '{{count, number}} de messages n’ont pas pu être remis : npm run seats -- outbox dit pourquoi et essaie à nouveau.',
  'home.given_up_other':
    '{{count, number}} messages n’ont pas pu être remis : npm run seats -- outbox dit pourquoi et essaie à nouveau.',
  'home.product_errors_one':
    '{{count, number}} produit en vente a des erreurs et ne peut pas être vendu : voir Produits.',
  'home.product_errors_other':
    '{{count, number}} produits en vente ont des erreurs et ne peuvent pas être vendus : voir Produits.',
  'home.reminders_at': 'Dernier examen des rappels : le {{at, instant}}',
  'home.reminders_never': 'Aucun rappel n’était encore dû.',
  'home.failed_one': '{{count, number}} inscription Moodle est à revoir.',
  'home.failed_other': '{{count, number}} inscriptions Moodle sont à revoir.',
};
