import type { Translation } from '../../core/words';

export const en = {
  'action.coordinators': 'Coordinators',

  'title.coordinators': 'Coordinators',
  'title.add_coordinator': 'Add a coordinator',
  'title.change_coordinator': 'Edit a coordinator',
  'title.invite_coordinator': 'Invite a coordinator',
  'title.delegation': 'Stand-in',

  'field.products': 'Products',
  'field.products.hint': 'The only ones they can see and assign. Leave empty for all.',
  'field.quota': 'Seats a month',
  'field.quota.hint': 'The most they can assign in a calendar month. Leave empty for no limit.',
  'field.delegate': 'Stand-in',
  'field.delegation.hint': 'Included. Days start and end in {{zone}} time.',

  'limits.all': 'All products',
  'limits.some': 'Only {{products}}',
  'limits.more': '{{products}} and {{more, number}} more',
  'limits.any': 'no monthly limit',
  'limits.monthly_one': '{{count, number}} seat a month',
  'limits.monthly_other': '{{count, number}} seats a month',
  'limits.used_over': 'more than {{most, number}} seats assigned this month',
  'limits.used_of_over': '{{quota}}, more than {{most, number}} used this month',
  'limits.used_one': '{{count, number}} seat assigned this month',
  'limits.used_other': '{{count, number}} seats assigned this month',
  'limits.used_of_one': '{{quota}}, {{count, number}} used this month',
  'limits.used_of_other': '{{quota}}, {{count, number}} used this month',

  'coordinators.choose_customer': 'Choose the customer whose coordinators you want to see.',
  'coordinators.none': 'No one coordinates these seats yet.',
  'coordinators.add': 'Add',
  'coordinators.invite': 'Invite',
  'coordinators.change': 'Edit',
  'coordinators.remove': 'Remove',
  'coordinators.remove_title': 'Remove this coordinator?',
  'coordinators.remove_question':
    'They can no longer see or assign these seats, and no one stands in for them any more. They’ll get a message.',
  'coordinators.add_explained':
    'From now on they can see {{customer}}’s seats and assign them to trainees. They’ll get a message.',
  'coordinators.change_explained': 'This applies from the next seat on. They’ll get a message.',
  'coordinators.added': '{{person}} is a coordinator now.',
  'coordinators.changed': '{{person}}’s limits are saved.',
  'coordinators.removed': '{{person}} is no longer a coordinator.',
  'coordinators.told': 'You now coordinate {{customer}}’s training seats',
  'coordinators.told_removed':
    'You no longer coordinate {{customer}}’s training seats. Thank you for your help. If you have questions, ask the sales team.',

  'invitation.explained':
    'A message in {{customer}}’s channel invites them. They coordinate its seats as soon as they accept.',
  'invitation.sent': '{{person}} is invited in {{channel}}.',
  'invitation.waits': '{{person}} hasn’t answered the invitation yet',
  'invitation.withdraw': 'Withdraw',
  'invitation.withdrawn': '{{person}}’s invitation was withdrawn.',
  'invitation.title': 'An invitation to coordinate {{customer}}’s training seats',
  'invitation.for': '{{by}} invites {{person}} to see these seats and assign them to trainees.',
  'invitation.accept': 'Accept',
  'invitation.was_accepted': '{{person}} has accepted.',
  'invitation.was_withdrawn': '{{person}}’s invitation was withdrawn.',
  'invitation.somebody_else': 'This invitation is for {{person}}.',
  'invitation.ask': 'To coordinate these seats too, ask the sales team.',

  'delegation.own': 'While I am away',
  'delegation.of': 'While they are away',
  'delegation.for': 'While {{person}} is away',
  'delegation.explained':
    'On these days, someone else can see and assign {{customer}}’s seats too, within the same limits: {{limits}}. They can’t pass this on. You both get a message.',
  'delegation.line': '{{person}} stands in from {{from, day}} to {{until, day}}',
  'delegation.end': 'End',
  'delegation.saved': 'They both get a message.',
  'delegation.ended': 'Ended. They both get a message.',
  'delegation.told': 'Someone stands in for you at {{customer}}',
  'delegation.told_ended': 'No one stands in for you at {{customer}} any more',
  'delegation.told_delegate': 'You stand in for one of {{customer}}’s coordinators',
  'delegation.told_delegate_ended': 'You no longer stand in for anyone at {{customer}}',
  'delegation.told_by': '{{person}}, from {{from, day}} to {{until, day}}',
  'delegation.told_for': 'For {{of}}, from {{from, day}} to {{until, day}}',
  'delegation.not_yet': 'You can see and assign their seats from {{from, day}}.',

  'help.coordinators': '/seats coordinators: choose who assigns seats, and who stands in',

  'refusal.quota.reached_one':
    'You can assign {{count, number}} seat a month here, and you’ve used this month’s. Ask the sales team for more.',
  'refusal.quota.reached_other':
    'You can assign {{count, number}} seats a month here, and you’ve used this month’s. Ask the sales team for more.',
  'refusal.person.coordinates': 'This person is already a coordinator of {{customer}}.',
  'refusal.person.invited': 'This person is already invited. Withdraw that invitation to send another.',
  'refusal.coordinator.changed':
    'Someone changed this coordinator’s limits after you opened the form, so nothing was saved. Save again to replace their changes.',
  'refusal.coordinator.gone': 'This person is no longer a coordinator here. Open the list again to see who is.',
  'refusal.invitation.no_channel':
    '{{customer}} has no channel to invite someone in. Give it one, or add the person yourself.',
  'refusal.invitation.closed': 'This invitation is no longer open. Ask the sales team for another.',
  'refusal.delegate.unknown': 'Slack doesn’t say which company this person belongs to. Choose someone else.',
  'refusal.delegate.silent': 'Slack hasn’t told us who this is yet. Try again in a moment.',
  'refusal.delegate.self': 'Choose someone other than the person who’s away.',
  'refusal.delegate.coordinates': 'This person is already a coordinator of {{customer}}. Choose someone else.',
  'refusal.delegation.overlaps':
    'Someone already stands in from {{from, day}} to {{until, day}}. Choose other days, or end that first.',
  'refusal.delegation.gone': 'This has already ended, or doesn’t exist. Open the form again.',
  'refusal.delegation.not_yours': 'Only the coordinators themselves or the sales team can choose a stand-in.',
  'refusal.quota.range': 'Enter a whole number from 1 to {{most, number}}, or leave it empty.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'action.coordinators': 'Coordinateurs',

  'title.coordinators': 'Coordinateurs',
  'title.add_coordinator': 'Ajouter une personne',
  'title.change_coordinator': 'Modifier les droits',
  'title.invite_coordinator': 'Inviter une personne',
  'title.delegation': 'Remplacement',

  'field.products': 'Produits',
  'field.products.hint': 'Les seuls que cette personne peut voir et attribuer. Laissez vide pour tous.',
  'field.quota': 'Places par mois',
  'field.quota.hint': 'Le maximum que cette personne peut attribuer par mois civil. Laissez vide pour ne pas limiter.',
  'field.delegate': 'Qui remplace',
  'field.delegation.hint': 'Inclus. Les jours commencent et finissent à l’heure de {{zone}}.',

  'limits.all': 'Tous les produits',
  'limits.some': 'Seulement {{products}}',
  'limits.more': '{{products}} et {{more, number}} de plus',
  'limits.any': 'sans limite par mois',
  'limits.monthly_one': '{{count, number}} place par mois',
  'limits.monthly_other': '{{count, number}} places par mois',
  'limits.used_over': 'plus de {{most, number}} places attribuées ce mois-ci',
  'limits.used_of_over': '{{quota}}, plus de {{most, number}} utilisées ce mois-ci',
  'limits.used_one': '{{count, number}} place attribuée ce mois-ci',
  'limits.used_other': '{{count, number}} places attribuées ce mois-ci',
  'limits.used_of_one': '{{quota}}, {{count, number}} utilisée ce mois-ci',
  'limits.used_of_other': '{{quota}}, {{count, number}} utilisées ce mois-ci',

  'coordinators.choose_customer': 'Choisissez le client dont vous voulez voir les coordinateurs.',
  'coordinators.none': 'Personne ne coordonne encore ces places.',
  'coordinators.add': 'Ajouter',
  'coordinators.invite': 'Inviter',
  'coordinators.change': 'Modifier',
  'coordinators.remove': 'Retirer',
  'coordinators.remove_title': 'Retirer cette personne ?',
  'coordinators.remove_question':
    'Cette personne ne pourra plus voir ni attribuer ces places, et plus personne ne la remplacera. Elle recevra un message.',
  'coordinators.add_explained':
    'Dès maintenant, cette personne peut voir et attribuer les places {{customer, of}}. Elle recevra un message.',
  'coordinators.change_explained': 'Valable dès la prochaine place. Cette personne recevra un message.',
  'coordinators.added': '{{person}} fait maintenant partie des coordinateurs.',
  'coordinators.changed': 'Les droits de {{person}} sont enregistrés.',
  'coordinators.removed': '{{person}} ne fait plus partie des coordinateurs.',
  'coordinators.told': 'Vous coordonnez maintenant les places de formation {{customer, of}}',
  'coordinators.told_removed':
    'Vous ne coordonnez plus les places de formation {{customer, of}}. Merci pour votre aide. Pour toute question, adressez-vous à l’équipe commerciale.',

  'invitation.explained':
    'Un message dans le canal {{customer, of}} invite cette personne. Elle coordonne ces places dès qu’elle accepte.',
  'invitation.sent': 'L’invitation de {{person}} part dans {{channel}}.',
  'invitation.waits': '{{person}} n’a pas encore répondu à son invitation',
  'invitation.withdraw': 'Annuler',
  'invitation.withdrawn': 'L’invitation de {{person}} est annulée.',
  'invitation.title': 'Une invitation à coordonner les places de formation {{customer, of}}',
  'invitation.for': '{{by}} invite {{person}} à voir ces places et à les attribuer.',
  'invitation.accept': 'Accepter',
  'invitation.was_accepted': '{{person}} a accepté.',
  'invitation.was_withdrawn': 'L’invitation de {{person}} a été annulée.',
  'invitation.somebody_else': 'Cette invitation est pour {{person}}.',
  'invitation.ask': 'Pour coordonner aussi ces places, adressez-vous à l’équipe commerciale.',

  'delegation.own': 'Pendant mon absence',
  'delegation.of': 'Pendant son absence',
  'delegation.for': 'Pendant l’absence de {{person}}',
  'delegation.explained':
    'Ces jours-là, une autre personne peut aussi voir et attribuer les places {{customer, of}}, dans les mêmes limites : {{limits}}. Elle ne peut pas se faire remplacer. Chacune reçoit un message.',
  'delegation.line': '{{person}} remplace du {{from, day}} au {{until, day}}',
  'delegation.end': 'Mettre fin',
  'delegation.saved': 'Chacune reçoit un message.',
  'delegation.ended': 'Terminé. Chacune reçoit un message.',
  'delegation.told': 'Quelqu’un vous remplace pour les places {{customer, of}}',
  'delegation.told_ended': 'Plus personne ne vous remplace pour les places {{customer, of}}',
  'delegation.told_delegate': 'Vous assurez un remplacement pour les places {{customer, of}}',
  'delegation.told_delegate_ended': 'Votre remplacement pour les places {{customer, of}} a pris fin',
  'delegation.told_by': '{{person}}, du {{from, day}} au {{until, day}}',
  'delegation.told_for': 'Pour {{of}}, du {{from, day}} au {{until, day}}',
  'delegation.not_yet': 'Vous pourrez voir et attribuer ses places à partir du {{from, day}}.',

  'help.coordinators': '/seats coordinators : choisir qui attribue les places, et qui remplace',

  'refusal.quota.reached_one':
    'Vous pouvez attribuer {{count, number}} place par mois ici, et celle de ce mois est attribuée. Demandez-en plus à l’équipe commerciale.',
  'refusal.quota.reached_other':
    'Vous pouvez attribuer {{count, number}} places par mois ici, et celles de ce mois sont attribuées. Demandez-en plus à l’équipe commerciale.',
  'refusal.person.coordinates': 'Cette personne coordonne déjà les places {{customer, of}}.',
  'refusal.person.invited': 'Cette personne est déjà invitée. Annulez cette invitation pour en envoyer une autre.',
  'refusal.coordinator.changed':
    'Quelqu’un a modifié les droits de cette personne après l’ouverture du formulaire : rien n’a été enregistré. Enregistrez de nouveau pour remplacer ses modifications.',
  'refusal.coordinator.gone':
    'Cette personne ne fait plus partie des coordinateurs. Rouvrez la liste pour voir qui en est.',
  'refusal.invitation.no_channel':
    '{{customer}} n’a pas de canal où inviter. Donnez-lui-en un, ou ajoutez vous-même la personne.',
  'refusal.invitation.closed': 'Cette invitation n’est plus ouverte. Demandez-en une autre à l’équipe commerciale.',
  'refusal.delegate.unknown':
    'Slack ne dit pas à quelle entreprise appartient cette personne. Choisissez-en une autre.',
  'refusal.delegate.silent': 'Slack ne nous a pas encore dit qui est cette personne. Réessayez dans un instant.',
  'refusal.delegate.self': 'Choisissez une autre personne que celle qui est absente.',
  'refusal.delegate.coordinates': 'Cette personne coordonne déjà les places {{customer, of}}. Choisissez-en une autre.',
  'refusal.delegation.overlaps':
    'Un remplacement est déjà prévu du {{from, day}} au {{until, day}}. Choisissez d’autres jours, ou mettez-y fin d’abord.',
  'refusal.delegation.gone': 'C’est déjà terminé, ou cela n’existe pas. Rouvrez le formulaire.',
  'refusal.delegation.not_yours':
    'Seuls les coordinateurs eux-mêmes ou l’équipe commerciale peuvent choisir qui les remplace.',
  'refusal.quota.range': 'Saisissez un nombre entier de 1 à {{most, number}}, ou laissez vide.',
};
