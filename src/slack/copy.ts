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
  'field.language.hint': 'The language of the messages in the channel.',
  'field.start_date': 'First day',
  'field.end_date': 'Last day',
  'field.search': 'Search',
  'field.code': 'Code',
  'field.name': 'Name',
  'field.person': 'Person',

  'placeholder.search': 'Type a name or a code',

  'list.page': 'Page {{page, number}} of {{pages, number}}',

  'error.unexpected':
    'Something went wrong and nothing was changed. Try again. If it keeps happening, give your admin this code: {{reference}}.',
  'error.not_shown':
    'Slack didn’t show the answer in time. If you were changing something, check whether it’s done before you try again. If it keeps happening, give your admin this code: {{reference}}.',
  'answer.loading': 'Loading…',
  'answer.working': 'Working on it… The result will appear here.',
  'answer.done': 'Done.',
  'answer.not_shown':
    'Slack didn’t show the answer in time. If you were changing something, check whether it’s done before you try again.',
  'error.too_late': 'That took too long, so nothing was opened. Try again.',
  'error.unavailable':
    'We can’t reach the seats right now, and nothing was changed. Try again in a minute. If it keeps happening, give your admin this code: {{reference}}.',
  'error.unconfirmed':
    'We can’t reach the seats right now and don’t know whether this was saved. Check in a minute, and try again only if it wasn’t. If it keeps happening, give your admin this code: {{reference}}.',

  'card.code': 'Code: {{code}}',

  'order.reference': 'Purchase order: {{reference}}',

  'form.is_now': 'Now:',
  'form.is_empty': '(empty)',
  'form.day': '{{day, day}}',

  'refusal.access.nobody': 'You have no role here yet. Ask the sales team to make you a coordinator.',
  'refusal.access.admin_only': 'Only administrators can do this.',
  'refusal.access.sales_only': 'Only the sales team can do this.',
  'refusal.access.not_yours': 'You can’t assign these seats. Ask the sales team to make you a coordinator.',
  'refusal.submission.not_yours': 'Someone else sent this form. Open your own with /seats or a button.',
  'refusal.form.stale': 'This form is out of date. Close it and open it again.',
  'refusal.reason.missing': 'Give a reason in a few words.',
  'refusal.timezone.unknown': 'Choose a time zone from the list, such as Europe/Paris.',
  'refusal.choice.missing': 'Choose an option.',
  'refusal.text.too_long': 'Use {{most, number}} characters or fewer.',
  'refusal.name.missing': 'Enter a name.',
  'refusal.date.invalid': 'This day doesn’t exist. Choose one from the calendar.',
  'refusal.date.range': 'Choose a day between {{least, day}} and {{most, day}}.',
  'refusal.start_date.past': 'The first day has passed. Choose today or later.',
  'refusal.end_date.reversed': 'The last day is before the first day.',
  'refusal.end_date.past': 'The last day has passed. Choose a later one.',
  'refusal.code.invalid': 'Enter a code without spaces, % or \\, {{most, number}} characters at most.',
  'refusal.code.taken': 'This code is taken. Choose another one.',
  'refusal.person.missing': 'Choose a person from the list.',
  'refusal.person.app': 'This is an app. Choose a person.',
  'refusal.person.unknown':
    'Slack doesn’t say which company this person belongs to. Invite them instead, and they can accept in the channel.',
  'refusal.person.silent': 'Slack hasn’t told us who this is yet. Try again in a moment, or invite them instead.',
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
  'action.keep': 'Ne pas changer',
  'action.save': 'Enregistrer',
  'action.continue': 'Continuer',
  'action.open': 'Ouvrir',
  'action.search': 'Chercher',
  'action.edit': 'Modifier',
  'action.archive': 'Archiver',
  'action.restore': 'Restaurer',

  'title.notice': 'Places',

  'field.customer': 'Client',
  'field.product': 'Produit',
  'field.reason': 'Motif',
  'field.timezone': 'Fuseau horaire',
  'field.language': 'Langue',
  'field.language.hint': 'La langue des messages du canal.',
  'field.start_date': 'Premier jour',
  'field.end_date': 'Dernier jour',
  'field.search': 'Chercher',
  'field.code': 'Code',
  'field.name': 'Nom',
  'field.person': 'Personne',

  'placeholder.search': 'Tapez un nom ou un code',

  'list.page': 'Page {{page, number}} sur {{pages, number}}',

  'error.unexpected':
    'Un problème est survenu et rien n’a été modifié. Réessayez. Si cela se reproduit, donnez ce code à votre administrateur : {{reference}}.',
  'error.not_shown':
    'Slack n’a pas affiché la réponse à temps. Si vous modifiiez quelque chose, vérifiez si c’est fait avant de réessayer. Si cela se reproduit, donnez ce code à votre administrateur : {{reference}}.',
  'answer.loading': 'Chargement…',
  'answer.working': 'En cours… Le résultat s’affichera ici.',
  'answer.done': 'C’est fait.',
  'answer.not_shown':
    'Slack n’a pas affiché la réponse à temps. Si vous modifiiez quelque chose, vérifiez si c’est fait avant de réessayer.',
  'error.too_late': 'C’était trop long et rien n’a été ouvert. Réessayez.',
  'error.unavailable':
    'Les places sont inaccessibles pour le moment et rien n’a été modifié. Réessayez dans une minute. Si cela se reproduit, donnez ce code à votre administrateur : {{reference}}.',
  'error.unconfirmed':
    'Les places sont inaccessibles pour le moment et nous ne savons pas si c’est enregistré. Vérifiez dans une minute, et ne réessayez que si ce n’est pas le cas. Si cela se reproduit, donnez ce code à votre administrateur : {{reference}}.',

  'card.code': 'Code : {{code}}',

  'order.reference': 'Bon de commande : {{reference}}',

  'form.is_now': 'Actuellement :',
  'form.is_empty': '(vide)',
  'form.day': '{{day, day}}',

  'refusal.access.nobody':
    'Vous n’avez pas encore de rôle ici. Demandez à l’équipe commerciale de vous ajouter comme coordinateur.',
  'refusal.access.admin_only': 'Seuls les administrateurs peuvent le faire.',
  'refusal.access.sales_only': 'Seule l’équipe commerciale peut le faire.',
  'refusal.access.not_yours':
    'Vous ne pouvez pas attribuer ces places. Demandez à l’équipe commerciale de vous ajouter comme coordinateur.',
  'refusal.submission.not_yours':
    'Ce formulaire a été envoyé par quelqu’un d’autre. Ouvrez le vôtre avec /seats ou un bouton.',
  'refusal.form.stale': 'Ce formulaire n’est plus à jour. Fermez-le et rouvrez-le.',
  'refusal.reason.missing': 'Donnez un motif en quelques mots.',
  'refusal.timezone.unknown': 'Choisissez un fuseau horaire dans la liste, comme Europe/Paris.',
  'refusal.choice.missing': 'Choisissez une option.',
  'refusal.text.too_long': 'Utilisez {{most, number}} caractères au maximum.',
  'refusal.name.missing': 'Saisissez un nom.',
  'refusal.date.invalid': 'Ce jour n’existe pas. Choisissez-en un dans le calendrier.',
  'refusal.date.range': 'Choisissez un jour entre le {{least, day}} et le {{most, day}}.',
  'refusal.start_date.past': 'Le premier jour est passé. Choisissez aujourd’hui ou plus tard.',
  'refusal.end_date.reversed': 'Le dernier jour précède le premier.',
  'refusal.end_date.past': 'Le dernier jour est passé. Choisissez une date plus tardive.',
  'refusal.code.invalid': 'Saisissez un code sans espace, % ni \\, de {{most, number}} caractères au maximum.',
  'refusal.code.taken': 'Ce code est déjà pris. Choisissez-en un autre.',
  'refusal.person.missing': 'Choisissez une personne dans la liste.',
  'refusal.person.app': 'C’est une application. Choisissez une personne.',
  'refusal.person.unknown':
    'Slack ne dit pas à quelle entreprise appartient cette personne. Invitez-la plutôt : elle acceptera dans le canal.',
  'refusal.person.silent':
    'Slack ne nous a pas encore dit qui est cette personne. Réessayez dans un instant, ou invitez-la.',
};
