import type { Translation } from '../../core/words';

export const en = {
  'action.decline': 'Decline',
  'action.submit_ask': 'Ask',
  'action.ask_for_seats': 'Ask for more seats',
  'action.ask_for_access': 'Ask for access',
  'action.approve': 'Approve',

  'title.ask': 'Ask for more seats',
  'title.asked': 'Seats asked for',
  'title.decline': 'Decline a request',
  'title.declined': 'Request declined',

  'field.reason.asker': 'Whoever asked for the seats reads this.',
  'field.seats': 'How many seats',
  'field.why': 'Why',
  'field.why.hint': 'Helps the sales team to answer.',

  'ask.explained': 'The sales team gets your request for {{customer}}. This app sends you their answer.',
  'ask.choose_customer': 'Choose the customer that needs more seats.',
  'ask.done_one': 'You asked for {{count, number}} seat of {{product}} for {{customer}}',
  'ask.done_other': 'You asked for {{count, number}} seats of {{product}} for {{customer}}',
  'ask.told': 'The sales team has your request. You get a message when it is answered.',

  'request.title_one': '{{customer}} asks for {{count, number}} seat of {{product}}',
  'request.title_other': '{{customer}} asks for {{count, number}} seats of {{product}}',
  'request.by': 'Asked by {{person}}',
  'request.left_one': '{{count, number}} seat of this product is unassigned now',
  'request.left_other': '{{count, number}} seats of this product are unassigned now',
  'request.done_by': 'Done by {{person}}: order {{order}}',
  'request.declined_by': 'Declined by {{person}}',
  'request.decline_done_one':
    'The request for {{count, number}} seat of {{product}} is declined. Whoever asked is told why.',
  'request.decline_done_other':
    'The request for {{count, number}} seats of {{product}} is declined. Whoever asked is told why.',
  'request.done_one': '{{count, number}} seat of {{product}} is there, as you asked (order {{order}})',
  'request.done_other': '{{count, number}} seats of {{product}} are there, as you asked (order {{order}})',
  'request.declined_one': 'Your request for {{count, number}} seat of {{product}} was declined',
  'request.declined_other': 'Your request for {{count, number}} seats of {{product}} was declined',

  'help.ask': '/seats ask: ask the sales team for more seats',

  'access.asked':
    'Your request was sent to the sales team: they can make you a coordinator of {{customer}}. You get a message when it is answered.',
  'access.asked_before':
    'The sales team has your request for {{customer}} already. You get a message when it is answered.',
  'access.has_it': 'You can see and assign the seats of {{customer}} already.',
  'access.title': 'Somebody asks to assign the seats of {{customer}}',
  'access.approved_by': 'Approved by {{person}}',
  'access.settled_itself': 'Settled: they have become a coordinator meanwhile',
  'access.settled': 'This request is answered.',
  'access.now_coordinator': '{{person}} is a coordinator now, and is told.',
  'access.is_declined': 'The request of {{person}} is declined, and they are told.',
  'access.approved': 'You are a coordinator of {{customer}} now',
  'access.approved_more': 'You can see its unassigned seats and assign them to trainees, at any time and from here.',
  'access.declined': 'Your request to assign the seats of {{customer}} was declined',
  'access.declined_more': 'If you need a seat, its coordinators can help, or your contact in the sales team.',

  'refusal.seats.range': 'Write a whole number from 1 to {{most, number}}.',
  'refusal.request.unknown': 'This request is not known. Open it again from its message.',
  'refusal.request.answered': 'Somebody has answered this request already. Its message says how.',
  'refusal.request.other_customer': 'This request is from {{customer}}. For another customer, generate seats apart.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'action.decline': 'Refuser',
  'action.submit_ask': 'Demander',
  'action.ask_for_seats': 'Demander d’autres places',
  'action.ask_for_access': 'Demander l’accès',
  'action.approve': 'Accepter',

  'title.ask': 'Demander des places',
  'title.asked': 'Places demandées',
  'title.decline': 'Refuser une demande',
  'title.declined': 'Demande refusée',

  'field.reason.asker': 'La personne qui a demandé les places le lira.',
  'field.seats': 'Combien de places',
  'field.why': 'Pourquoi',
  'field.why.hint': 'Aide l’équipe commerciale à répondre.',

  'ask.explained':
    'L’équipe commerciale reçoit votre demande pour {{customer}}. Cette application vous envoie sa réponse.',
  'ask.choose_customer': 'Choisissez le client qui a besoin de places.',
  'ask.done_one': 'Vous avez demandé {{count, number}} place de {{product}} pour {{customer}}',
  'ask.done_other': 'Vous avez demandé {{count, number}} places de {{product}} pour {{customer}}',
  'ask.told': 'L’équipe commerciale a votre demande. Vous recevez un message dès qu’elle a répondu.',

  'request.title_one': '{{customer}} demande {{count, number}} place de {{product}}',
  'request.title_other': '{{customer}} demande {{count, number}} places de {{product}}',
  'request.by': 'Demandé par {{person}}',
  'request.left_one': 'Il en reste {{count, number}} à attribuer',
  'request.left_other': 'Il en reste {{count, number}} à attribuer',
  'request.done_by': 'Fait par {{person}} : commande {{order}}',
  'request.declined_by': 'Refusé par {{person}}',
  'request.decline_done_one':
    'La demande de {{count, number}} place de {{product}} est refusée. La personne qui l’a faite saura pourquoi.',
  'request.decline_done_other':
    'La demande de {{count, number}} places de {{product}} est refusée. La personne qui l’a faite saura pourquoi.',
  'request.done_one': '{{count, number}} place de {{product}} est là, comme demandé (commande {{order}})',
  'request.done_other': '{{count, number}} places de {{product}} sont là, comme demandé (commande {{order}})',
  'request.declined_one': 'Votre demande de {{count, number}} place de {{product}} a été refusée',
  'request.declined_other': 'Votre demande de {{count, number}} places de {{product}} a été refusée',

  'help.ask': '/seats ask : demander des places à l’équipe commerciale',

  'access.asked':
    'Votre demande est envoyée à l’équipe commerciale : elle peut vous ajouter comme coordinateur du client {{customer}}. Un message vous donnera sa réponse.',
  'access.asked_before':
    'L’équipe commerciale a déjà votre demande pour {{customer}}. Un message vous donnera sa réponse.',
  'access.has_it': 'Vous pouvez déjà voir et attribuer les places de {{customer}}.',
  'access.title': 'Une personne demande à attribuer les places de {{customer}}',
  'access.approved_by': 'Acceptée par {{person}}',
  'access.settled_itself': 'Réglée : cette personne est devenue coordinateur entre-temps',
  'access.settled': 'Cette demande a sa réponse.',
  'access.now_coordinator': '{{person}} est maintenant coordinateur, et le sait.',
  'access.is_declined': 'La demande de {{person}} est refusée, et cette personne le sait.',
  'access.approved': 'Vous êtes maintenant coordinateur du client {{customer}}',
  'access.approved_more': 'Vous pouvez voir ses places et les attribuer à des stagiaires, à tout moment et d’ici même.',
  'access.declined': 'Votre demande d’attribuer les places de {{customer}} a été refusée',
  'access.declined_more': 'S’il vous faut une place, ses coordinateurs ou votre contact commercial peuvent vous aider.',

  'refusal.seats.range': 'Écrivez un nombre entier de 1 à {{most, number}}.',
  'refusal.request.unknown': 'Cette demande n’est pas connue. Rouvrez-la depuis son message.',
  'refusal.request.answered': 'Quelqu’un a déjà répondu à cette demande. Son message dit comment.',
  'refusal.request.other_customer':
    'Cette demande vient de {{customer}}. Pour un autre client, créez des places à part.',
};
