import type { Translation } from '../core/words';

/** What the product says that belongs to no feature. */
export const en = {
  'action.cancel_order': 'Cancel this order',
  'action.next': 'Next page',
  'action.previous': 'Previous page',
  'action.close': 'Close',
  'action.back': 'Back',
  'action.keep': 'Keep it',
  'action.save': 'Save',
  'action.continue': 'Continue',
  'action.open': 'Open',
  'action.search': 'Search',
  'action.edit': 'Edit',
  'action.archive': 'Archive',
  'action.restore': 'Restore',

  'title.notice': 'Seats',

  'field.customer': 'Customer',
  'field.product': 'Product',
  'field.reason': 'Reason',
  'field.timezone': 'Time zone',
  'field.language': 'Language',
  'field.language.hint': 'Of everything the channel is told.',
  'field.start_date': 'First day',
  'field.end_date': 'Last day',
  'field.search': 'Search',
  'field.code': 'Code',
  'field.name': 'Name',
  'field.person': 'Person',

  'placeholder.search': 'Type a name or a code',

  'list.page': 'Page {{page, number}} of {{pages, number}}',

  'error.unexpected':
    'Something went wrong on our side and nothing was changed. Please try again. If it stays, tell your administrator this reference: {{reference}}.',
  'error.not_shown':
    'Slack did not show the answer in time. If you were changing something, look whether it is done before you try again. If it stays, tell your administrator this reference: {{reference}}.',
  'answer.loading': 'Loading…',
  'answer.working': 'Working on it… The result appears here.',
  'answer.done': 'It is done.',
  'answer.not_shown':
    'Slack did not show the answer in time. If you were changing something, look whether it is done before you try again.',
  'error.too_late': 'That took too long and nothing was opened. Please try again.',
  'error.unavailable':
    'The seats are out of reach right now and nothing was changed. Please try again in a minute. If it stays, tell your administrator this reference: {{reference}}.',
  'error.unconfirmed':
    'The seats are out of reach right now, and we can’t tell whether this was saved. Please look in a minute, and try again only if it wasn’t. If it stays, tell your administrator this reference: {{reference}}.',

  'card.code': 'Code: {{code}}',

  'order.reference': 'Reference: {{reference}}',

  'form.is_now': 'As it is now:',
  'form.is_empty': '(empty)',
  'form.day': '{{day, day}}',

  'refusal.access.nobody': 'You have no role here yet. Ask the sales team to add you as a coordinator of your company.',
  'refusal.access.admin_only': 'Only administrators can do this.',
  'refusal.access.sales_only': 'Only the sales team can do this.',
  'refusal.access.not_yours': 'These seats are not yours to assign. Ask the sales team to add you as a coordinator.',
  'refusal.submission.not_yours': 'This form was sent by somebody else. Open your own with /seats or a button.',
  'refusal.form.stale': 'This form is out of date. Close it and open it again.',
  'refusal.reason.missing': 'Say why in a few words.',
  'refusal.timezone.unknown': 'Choose a time zone from the list, such as Europe/Paris.',
  'refusal.choice.missing': 'Choose one.',
  'refusal.text.too_long': 'Write at most {{most, number}} characters.',
  'refusal.name.missing': 'Write a name.',
  'refusal.date.invalid': 'There is no such day. Choose one from the calendar.',
  'refusal.date.range': 'Choose a day from {{least, day}} to {{most, day}}.',
  'refusal.start_date.past': 'The first day has passed. Choose today or later.',
  'refusal.end_date.reversed': 'The last day is before the first day.',
  'refusal.end_date.past': 'The last day has passed. Choose a later one.',
  'refusal.code.invalid': 'Write a code without spaces, % or \\, at most {{most, number}} characters.',
  'refusal.code.taken': 'This code is taken already. Choose another one.',
  'refusal.person.missing': 'Choose a person from the list.',
  'refusal.person.app': 'This is an app. Choose a person.',
  'refusal.person.unknown':
    'Slack does not tell where this person is from. Invite them instead: they accept in the channel.',
  'refusal.person.silent': 'Slack has not answered who this is. Try again in a moment, or invite them instead.',
};

type English = typeof en;

declare module '../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'action.cancel_order': 'Annuler cette commande',
  'action.next': 'Page suivante',
  'action.previous': 'Page précédente',
  'action.close': 'Fermer',
  'action.back': 'Retour',
  'action.keep': 'La garder',
  'action.save': 'Enregistrer',
  'action.continue': 'Continuer',
  'action.open': 'Ouvrir',
  'action.search': 'Chercher',
  'action.edit': 'Modifier',
  'action.archive': 'Archiver',
  'action.restore': 'Rétablir',

  'title.notice': 'Places',

  'field.customer': 'Client',
  'field.product': 'Produit',
  'field.reason': 'Motif',
  'field.timezone': 'Fuseau horaire',
  'field.language': 'Langue',
  'field.language.hint': 'De tout ce qui est dit dans le canal.',
  'field.start_date': 'Premier jour',
  'field.end_date': 'Dernier jour',
  'field.search': 'Chercher',
  'field.code': 'Code',
  'field.name': 'Nom',
  'field.person': 'Personne',

  'placeholder.search': 'Tapez un nom ou un code',

  'list.page': 'Page {{page, number}} sur {{pages, number}}',

  'error.unexpected':
    'Un problème est survenu de notre côté et rien n’a été changé. Réessayez. Si cela persiste, donnez cette référence à votre administrateur : {{reference}}.',
  'error.not_shown':
    'Slack n’a pas affiché la réponse à temps. Si vous changiez quelque chose, vérifiez si c’est fait avant de réessayer. Si cela persiste, donnez cette référence à votre administrateur : {{reference}}.',
  'answer.loading': 'Chargement…',
  'answer.working': 'C’est en cours… Le résultat s’affiche ici.',
  'answer.done': 'C’est fait.',
  'answer.not_shown':
    'Slack n’a pas affiché la réponse à temps. Si vous changiez quelque chose, vérifiez si c’est fait avant de réessayer.',
  'error.too_late': 'Cela a pris trop de temps et rien n’a été ouvert. Réessayez.',
  'error.unavailable':
    'Les places sont hors d’atteinte pour le moment et rien n’a été changé. Réessayez dans une minute. Si cela persiste, donnez cette référence à votre administrateur : {{reference}}.',
  'error.unconfirmed':
    'Les places sont hors d’atteinte pour le moment et nous ne savons pas si ceci a été enregistré. Regardez dans une minute et ne réessayez que si ce n’est pas le cas. Si cela persiste, donnez cette référence à votre administrateur : {{reference}}.',

  'card.code': 'Code : {{code}}',

  'order.reference': 'Référence : {{reference}}',

  'form.is_now': 'À présent :',
  'form.is_empty': '(vide)',
  'form.day': '{{day, day}}',

  'refusal.access.nobody':
    'Vous n’avez pas encore de rôle ici. Demandez à l’équipe commerciale de vous ajouter comme coordinateur de votre entreprise.',
  'refusal.access.admin_only': 'Seuls les administrateurs peuvent le faire.',
  'refusal.access.sales_only': 'Seule l’équipe commerciale peut le faire.',
  'refusal.access.not_yours':
    'Ces places ne sont pas les vôtres. Demandez à l’équipe commerciale de vous ajouter comme coordinateur.',
  'refusal.submission.not_yours':
    'Ce formulaire a été envoyé par quelqu’un d’autre. Ouvrez le vôtre avec /seats ou un bouton.',
  'refusal.form.stale': 'Ce formulaire est périmé. Fermez-le et ouvrez-le de nouveau.',
  'refusal.reason.missing': 'Dites pourquoi en quelques mots.',
  'refusal.timezone.unknown': 'Choisissez un fuseau horaire dans la liste, comme Europe/Paris.',
  'refusal.choice.missing': 'Choisissez une réponse.',
  'refusal.text.too_long': 'Écrivez au plus {{most, number}} caractères.',
  'refusal.name.missing': 'Écrivez un nom.',
  'refusal.date.invalid': 'Ce jour n’existe pas. Choisissez-en un dans le calendrier.',
  'refusal.date.range': 'Choisissez un jour du {{least, day}} au {{most, day}}.',
  'refusal.start_date.past': 'Le premier jour est passé. Choisissez aujourd’hui ou plus tard.',
  'refusal.end_date.reversed': 'Le dernier jour est avant le premier.',
  'refusal.end_date.past': 'Le dernier jour est passé. Choisissez-en un plus tardif.',
  'refusal.code.invalid': 'Écrivez un code sans espaces, % ni \\, de {{most, number}} caractères au plus.',
  'refusal.code.taken': 'Ce code est déjà pris. Choisissez-en un autre.',
  'refusal.person.missing': 'Choisissez une personne dans la liste.',
  'refusal.person.app': 'C’est une application. Choisissez une personne.',
  'refusal.person.unknown':
    'Slack ne dit pas d’où vient cette personne. Invitez-la plutôt : elle acceptera dans le canal.',
  'refusal.person.silent':
    'Slack n’a pas encore répondu qui est cette personne. Réessayez dans un instant, ou invitez-la.',
};
