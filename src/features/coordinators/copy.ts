import type { Translation } from '../../core/words';

export const en = {
  'action.coordinators': 'Coordinators',

  'title.coordinators': 'Coordinators',
  'title.add_coordinator': 'Add a coordinator',
  'title.change_coordinator': 'Change a coordinator',
  'title.invite_coordinator': 'Invite a coordinator',
  'title.delegation': 'While away',

  'field.products': 'Products',
  'field.products.hint': 'The only ones they see and assign. Leave empty for all.',
  'field.quota': 'Seats a month',
  'field.quota.hint': 'The most they may assign in a calendar month. Leave empty for no limit.',
  'field.delegate': 'Who stands in',
  'field.delegation.hint': 'Included. Days begin and end in {{zone}}.',

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
  'coordinators.none': 'Nobody coordinates these seats yet.',
  'coordinators.add': 'Add',
  'coordinators.invite': 'Invite',
  'coordinators.change': 'Change',
  'coordinators.remove': 'Remove',
  'coordinators.remove_title': 'Remove this coordinator?',
  'coordinators.remove_question':
    'They can no longer see or assign these seats, and nobody stands in for them any more. A message tells them.',
  'coordinators.add_explained':
    'They see the seats of {{customer}} and assign them to trainees, from now on. A message tells them.',
  'coordinators.change_explained': 'This holds from the next seat on. A message tells them.',
  'coordinators.added': '{{person}} is a coordinator now.',
  'coordinators.changed': 'What {{person}} may do is saved.',
  'coordinators.removed': '{{person}} is no longer a coordinator.',
  'coordinators.told': 'You coordinate the training seats of {{customer}}',
  'coordinators.told_removed':
    'You no longer coordinate the training seats of {{customer}}. Thank you for your help. If you have a question, ask the sales team.',

  'invitation.explained':
    'A message in the channel of {{customer}} invites them. They coordinate its seats as soon as they accept.',
  'invitation.sent': '{{person}} is invited, in {{channel}}.',
  'invitation.waits': '{{person}} is invited and has not answered yet',
  'invitation.withdraw': 'Withdraw',
  'invitation.withdrawn': 'The invitation of {{person}} is withdrawn.',
  'invitation.title': 'An invitation to coordinate the training seats of {{customer}}',
  'invitation.for': '{{by}} invites {{person}} to see these seats and assign them to trainees.',
  'invitation.accept': 'Accept',
  'invitation.was_accepted': '{{person}} has accepted.',
  'invitation.was_withdrawn': 'This invitation of {{person}} was withdrawn.',
  'invitation.somebody_else': 'This invitation is for {{person}}.',
  'invitation.ask': 'To coordinate these seats as well, ask the sales team.',

  'delegation.own': 'While I am away',
  'delegation.of': 'While they are away',
  'delegation.for': 'While {{person}} is away',
  'delegation.explained':
    'On these days somebody else may see and assign the seats of {{customer}} too, within the same limits: {{limits}}. They cannot pass this on. Both get a message.',
  'delegation.line': '{{person}} stands in from {{from, day}} to {{until, day}}',
  'delegation.end': 'End',
  'delegation.saved': 'Both get a message.',
  'delegation.ended': 'Ended. Both get a message.',
  'delegation.told': 'Somebody stands in for you at {{customer}}',
  'delegation.told_ended': 'Nobody stands in for you at {{customer}} any more',
  'delegation.told_delegate': 'You stand in for a coordinator of {{customer}}',
  'delegation.told_delegate_ended': 'You stand in for nobody at {{customer}} any more',
  'delegation.told_by': '{{person}}, from {{from, day}} to {{until, day}}',
  'delegation.told_for': 'For {{of}}, from {{from, day}} to {{until, day}}',
  'delegation.not_yet': 'You can see and assign its seats from {{from, day}}.',

  'help.coordinators': '/seats coordinators: who assigns the seats, and who stands in',

  'refusal.quota.reached_one':
    'You may assign {{count, number}} seat a month here, and this month’s is used up. Ask the sales team for more.',
  'refusal.quota.reached_other':
    'You may assign {{count, number}} seats a month here, and this month’s are used up. Ask the sales team for more.',
  'refusal.person.coordinates': 'This person is a coordinator of {{customer}} already.',
  'refusal.person.invited': 'This person is invited already. Withdraw that invitation to send another.',
  'refusal.coordinator.changed':
    'Somebody changed what this coordinator may do since you opened the form, so nothing was saved. Save again to replace what they chose.',
  'refusal.coordinator.gone': 'This person is no longer a coordinator here. Open the list again to see who is.',
  'refusal.invitation.no_channel':
    '{{customer}} has no channel to invite somebody in. Give it one, or add the person yourself.',
  'refusal.invitation.closed': 'This invitation is no longer open. Ask the sales team for another.',
  'refusal.delegate.unknown': 'Slack does not tell where this person is from. Choose somebody else.',
  'refusal.delegate.silent': 'Slack has not answered who this is. Try again in a moment.',
  'refusal.delegate.self': 'Choose somebody else than the person who is away.',
  'refusal.delegate.coordinates':
    'This person is a coordinator of {{customer}} already, with rights of their own. Choose somebody else.',
  'refusal.delegation.overlaps':
    'Somebody stands in from {{from, day}} to {{until, day}} already. Choose other days, or end that first.',
  'refusal.delegation.gone': 'This has ended already, or does not exist. Open the form again.',
  'refusal.delegation.not_yours': 'Only coordinators themselves, or the sales team, can say who stands in for them.',
  'refusal.quota.range': 'Write a whole number from 1 to {{most, number}}, or leave it empty.',
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
  'title.delegation': 'En cas d’absence',

  'field.products': 'Produits',
  'field.products.hint': 'Les seuls qu’elle voit et attribue. Laissez vide pour tous.',
  'field.quota': 'Places par mois',
  'field.quota.hint': 'Le plus qu’elle peut attribuer en un mois du calendrier. Laissez vide pour ne pas limiter.',
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
    'Elle ne pourra plus voir ni attribuer ces places, et plus personne ne la remplacera. Un message le lui dira.',
  'coordinators.add_explained':
    'Dès maintenant, cette personne voit les places de {{customer}} et les attribue. Un message le lui dit.',
  'coordinators.change_explained': 'Valable dès la prochaine place. Un message le lui dit.',
  'coordinators.added': '{{person}} fait maintenant partie des coordinateurs.',
  'coordinators.changed': 'Les droits de {{person}} sont enregistrés.',
  'coordinators.removed': '{{person}} ne fait plus partie des coordinateurs.',
  'coordinators.told': 'Vous coordonnez les places de formation de {{customer}}',
  'coordinators.told_removed':
    'Vous ne coordonnez plus les places de formation de {{customer}}. Merci pour votre aide. Pour toute question, adressez-vous à l’équipe commerciale.',

  'invitation.explained':
    'Un message dans le canal de {{customer}} invite cette personne. Elle coordonne ces places dès qu’elle accepte.',
  'invitation.sent': 'L’invitation de {{person}} part dans {{channel}}.',
  'invitation.waits': '{{person}} n’a pas encore répondu à son invitation',
  'invitation.withdraw': 'Annuler',
  'invitation.withdrawn': 'L’invitation de {{person}} est annulée.',
  'invitation.title': 'Une invitation à coordonner les places de formation de {{customer}}',
  'invitation.for': '{{by}} invite {{person}} à voir ces places et à les attribuer.',
  'invitation.accept': 'Accepter',
  'invitation.was_accepted': '{{person}} a accepté.',
  'invitation.was_withdrawn': 'Cette invitation de {{person}} a été annulée.',
  'invitation.somebody_else': 'Cette invitation est pour {{person}}.',
  'invitation.ask': 'Pour coordonner ces places aussi, adressez-vous à l’équipe commerciale.',

  'delegation.own': 'Pendant mon absence',
  'delegation.of': 'Pendant son absence',
  'delegation.for': 'Pendant l’absence de {{person}}',
  'delegation.explained':
    'Ces jours-là, une autre personne peut aussi voir et attribuer les places de {{customer}}, dans les mêmes limites : {{limits}}. Elle ne peut pas se faire remplacer. Les deux reçoivent un message.',
  'delegation.line': '{{person}} remplace du {{from, day}} au {{until, day}}',
  'delegation.end': 'Mettre fin',
  'delegation.saved': 'Les deux reçoivent un message.',
  'delegation.ended': 'Terminé. Les deux reçoivent un message.',
  'delegation.told': 'Quelqu’un vous remplace pour les places de {{customer}}',
  'delegation.told_ended': 'Plus personne ne vous remplace pour les places de {{customer}}',
  'delegation.told_delegate': 'Vous assurez un remplacement pour les places de {{customer}}',
  'delegation.told_delegate_ended': 'Votre remplacement pour les places de {{customer}} a pris fin',
  'delegation.told_by': '{{person}}, du {{from, day}} au {{until, day}}',
  'delegation.told_for': 'Pour {{of}}, du {{from, day}} au {{until, day}}',
  'delegation.not_yet': 'Vous pourrez voir et attribuer ses places à partir du {{from, day}}.',

  'help.coordinators': '/seats coordinators : qui attribue les places, et qui remplace',

  'refusal.quota.reached_one':
    'Vous pouvez attribuer {{count, number}} place par mois ici : celle de ce mois est attribuée. Demandez-en plus à l’équipe commerciale.',
  'refusal.quota.reached_other':
    'Vous pouvez attribuer {{count, number}} places par mois ici : celles de ce mois sont attribuées. Demandez-en plus à l’équipe commerciale.',
  'refusal.person.coordinates': 'Cette personne coordonne déjà les places de {{customer}}.',
  'refusal.person.invited': 'Cette personne est déjà invitée. Annulez cette invitation pour en envoyer une autre.',
  'refusal.coordinator.changed':
    'Quelqu’un a modifié les droits de cette personne depuis que vous avez ouvert le formulaire, donc rien n’a été enregistré. Enregistrez à nouveau pour remplacer son choix.',
  'refusal.coordinator.gone':
    'Cette personne ne fait plus partie des coordinateurs. Rouvrez la liste pour voir qui en est.',
  'refusal.invitation.no_channel':
    '{{customer}} n’a pas de canal où inviter. Donnez-lui-en un, ou ajoutez vous-même la personne.',
  'refusal.invitation.closed': 'Cette invitation n’est plus ouverte. Demandez-en une autre à l’équipe commerciale.',
  'refusal.delegate.unknown': 'Slack ne dit pas d’où vient cette personne. Choisissez-en une autre.',
  'refusal.delegate.silent': 'Slack n’a pas encore répondu qui est cette personne. Réessayez dans un instant.',
  'refusal.delegate.self': 'Choisissez une autre personne que celle qui s’absente.',
  'refusal.delegate.coordinates':
    'Cette personne coordonne déjà les places de {{customer}}, avec ses propres droits. Choisissez-en une autre.',
  'refusal.delegation.overlaps':
    'Un remplacement est déjà prévu du {{from, day}} au {{until, day}}. Choisissez d’autres jours, ou mettez-y fin.',
  'refusal.delegation.gone': 'C’est déjà terminé, ou n’existe pas. Rouvrez le formulaire.',
  'refusal.delegation.not_yours':
    'Seuls les coordinateurs eux-mêmes, ou l’équipe commerciale, peuvent dire qui les remplace.',
  'refusal.quota.range': 'Écrivez un nombre entier de 1 à {{most, number}}, ou laissez vide.',
};
