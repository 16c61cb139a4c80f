import type { Translation } from '../../core/words';

export const en = {
  'action.snooze': 'Snooze',
  'action.settings': 'Settings',
  'action.reminders': 'Reminders',
  'action.remind_weekly': 'Remind weekly',
  'action.test_reminder': 'Send me a test',
  'action.resume': 'Resume reminders',

  'title.reminders': 'Reminders',
  'title.snooze': 'Snooze reminders',

  'field.frequency': 'Remind',
  'field.days': 'On',
  'field.time': 'At',
  'field.send_to': 'Where',
  'field.send_to.no_channel': 'There is no channel yet, so each coordinator gets a direct message.',
  'field.country': 'Skip public holidays in',
  'field.country.hint': 'A country, or a part of one: type Ontario, Scotland or Bayern.',
  'field.snooze_for': 'Until',
  'field.snooze_until': 'Date',
  'field.snooze_until.hint': 'Only for “A date”: the first day reminders can come again.',

  'option.no_country': 'No country',

  'reminders.choose_customer': 'Choose the customer whose reminders you want to see.',
  'reminders.next': 'The next reminder comes on {{day, weekday}} at {{time}}, if seats are unassigned then.',
  'reminders.snoozed': 'Reminders are paused. The next one comes on {{day, weekday}} at {{time}}.',
  'reminders.off': 'Reminders are off.',
  'reminders.none': 'No reminders will come, because every chosen day is a public holiday.',
  'reminders.alerts_stay': 'You’ll still hear about seats that expire soon.',
  'reminders.daily': '{{days}} at {{time}} ({{timezone}})',
  'reminders.weekly': 'Once a week, on the first of: {{days}}, at {{time}} ({{timezone}})',
  'reminders.holidays': 'Not on public holidays in {{country}}',
  'reminders.changed_by': 'Changed by {{person}}',
  'reminders.test_sent': 'We’re sending you a test. Check your messages from this app.',

  'frequency.daily': 'Every day chosen below',
  'frequency.weekly': 'Once a week, on the first of those days',
  'frequency.never': 'Never',

  'send_to.channel': 'In the customer’s channel',
  'send_to.direct': 'To each coordinator, as a direct message',

  'days.working': 'Monday to Friday',
  'days.every': 'Every day',

  'snooze.explained':
    'No one at this customer gets reminders until then. You’ll still hear about seats that expire soon.',
  'snooze.tomorrow': 'Tomorrow, {{day, weekday}}',
  'snooze.next_week': 'Next week, {{day, weekday}}',
  'snooze.date': 'A date',

  'reminder.product_one': '{{product}}: {{count, number}} seat',
  'reminder.product_other': '{{product}}: {{count, number}} seats',
  'reminder.next_all_one': 'to assign by {{day, day}} ({{left}})',
  'reminder.next_all_other': 'all to assign by {{day, day}} ({{left}})',
  'reminder.next_one': '{{count, number}} to assign by {{day, day}} ({{left}})',
  'reminder.next_other': '{{count, number}} to assign by {{day, day}} ({{left}})',
  'reminder.oldest_today_one': 'generated today',
  'reminder.oldest_today_other': 'generated today',
  'reminder.oldest_one': 'the oldest generated {{count, number}} day ago',
  'reminder.oldest_other': 'the oldest generated {{count, number}} days ago',
  'reminder.more_one': 'and {{count, number}} more product',
  'reminder.more_other': 'and {{count, number}} more products',
  'reminder.quiet': 'Nothing has changed for two weeks. Once a week may be enough.',
  'reminder.nothing': '{{customer}} has no unassigned seats, so there’s nothing to remind about.',

  'expiry.title_one': '{{count, number}} of {{customer}}’s seats expires soon',
  'expiry.title_other': '{{count, number}} of {{customer}}’s seats expire soon',
  'expiry.line_one': '{{count, number}} {{product}} seat (order {{order}}) expires after {{day, day}}: {{left}}.',
  'expiry.line_other': '{{count, number}} {{product}} seats (order {{order}}) expire after {{day, day}}: {{left}}.',
  'expiry.more_one': 'and {{count, number}} more order',
  'expiry.more_other': 'and {{count, number}} more orders',

  'board.title': '{{customer}}’s training seats',
  'board.unassigned_one': '{{count, number}} unassigned seat',
  'board.unassigned_other': '{{count, number}} unassigned seats',
  'board.product_one': '{{product}}: {{count, number}}',
  'board.product_other': '{{product}}: {{count, number}}',
  'board.product_all_one': '{{line}}, to assign by {{day, day}}',
  'board.product_all_other': '{{line}}, all to assign by {{day, day}}',
  'board.product_until_one': '{{line}}, {{count, number}} of them to assign by {{day, day}}',
  'board.product_until_other': '{{line}}, {{count, number}} of them to assign by {{day, day}}',
  'board.assigned_over': 'More than {{most, number}} seats assigned this month',
  'board.assigned_one': '{{count, number}} seat assigned this month',
  'board.assigned_other': '{{count, number}} seats assigned this month',
  'board.expired_one': '{{count, number}} seat expired unassigned this month',
  'board.expired_other': '{{count, number}} seats expired unassigned this month',

  'remedy.coordinator': 'Choose another coordinator.',
  'remedy.coordinator_or_channel': 'Choose another coordinator, or send the reminders to the customer’s channel.',
  'remedy.coordinator_or_new_channel': 'Choose another coordinator, or give the customer a channel.',

  'unreachable.unknown': 'Slack doesn’t know this person.',
  'unreachable.disabled': 'Their Slack account is deactivated.',
  'unreachable.not_shared': 'This app isn’t in any channel with them.',
  'unreachable.app': 'This is an app, not a person.',
  'unreachable.switched_off': 'Direct messages from this app are turned off in Slack.',

  'seller.unreachable': 'One of {{customer}}’s coordinators can’t be reached by direct message.',
  'seller.coordinator': 'Coordinator: {{person}}',

  'help.reminders': '/seats reminders: choose when and where reminders come',

  'refusal.reminders.changed':
    'Someone changed these reminders after you opened the form, so nothing was saved. Save again to replace their changes.',
  'refusal.reminders.changed_since':
    'These reminders have changed since this message, so nothing was done. Press Settings to see them now.',
  'refusal.days.missing': 'Choose at least one day.',
  'refusal.time.invalid': 'Choose a time, such as 09:00.',
  'refusal.country.unknown': 'Choose a country from the list, or “No country”.',
  'refusal.snooze.missing': 'Choose a date.',
  'refusal.snooze.past': 'Choose a day after today.',
  'refusal.snooze.too_long':
    'Choose a day no later than {{day, day}}. To stop reminders, choose “Never” in the settings.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'action.snooze': 'Mettre en pause',
  'action.settings': 'Réglages',
  'action.reminders': 'Rappels',
  'action.remind_weekly': 'Une fois par semaine',
  'action.test_reminder': 'M’envoyer un essai',
  'action.resume': 'Reprendre les rappels',

  'title.reminders': 'Rappels',
  'title.snooze': 'Mettre en pause',

  'field.frequency': 'Rappeler',
  'field.days': 'Jours',
  'field.time': 'Heure',
  'field.send_to': 'Où',
  'field.send_to.no_channel': 'Il n’y a pas encore de canal : chaque coordinateur reçoit un message direct.',
  'field.country': 'Sauf les jours fériés de',
  'field.country.hint': 'Un pays, ou une partie d’un pays : tapez Ontario, Écosse ou Bayern.',
  'field.snooze_for': 'Jusqu’à',
  'field.snooze_until': 'Date',
  'field.snooze_until.hint': 'Seulement pour « une date » : le premier jour où les rappels peuvent revenir.',

  'option.no_country': 'Aucun pays',

  'reminders.choose_customer': 'Choisissez le client dont vous voulez voir les rappels.',
  'reminders.next': 'Le prochain rappel arrivera le {{day, weekday}} à {{time}}, s’il reste des places à attribuer.',
  'reminders.snoozed': 'Les rappels sont en pause. Le prochain arrivera le {{day, weekday}} à {{time}}.',
  'reminders.off': 'Les rappels sont désactivés.',
  'reminders.none': 'Aucun rappel n’arrivera : tous les jours choisis sont fériés.',
  'reminders.alerts_stay': 'Vous serez toujours prévenu des places qui expirent bientôt.',
  'reminders.daily': '{{days}} à {{time}} ({{timezone}})',
  'reminders.weekly': 'Une fois par semaine, le premier de ces jours : {{days}}, à {{time}} ({{timezone}})',
  'reminders.holidays': 'Sauf les jours fériés de ce pays : {{country}}',
  'reminders.changed_by': 'Modifié par {{person}}',
  'reminders.test_sent': 'Un essai vous est envoyé. Regardez vos messages de cette application.',

  'frequency.daily': 'Chaque jour choisi ci-dessous',
  'frequency.weekly': 'Une fois par semaine, le premier de ces jours',
  'frequency.never': 'Jamais',

  'send_to.channel': 'Dans le canal du client',
  'send_to.direct': 'À chaque coordinateur, par message direct',

  'days.working': 'Du lundi au vendredi',
  'days.every': 'Chaque jour',

  'snooze.explained':
    'Personne chez ce client ne recevra de rappel d’ici là. Vous serez toujours prévenu des places qui expirent bientôt.',
  'snooze.tomorrow': 'Demain, {{day, weekday}}',
  'snooze.next_week': 'La semaine prochaine, {{day, weekday}}',
  'snooze.date': 'Une date',

  'reminder.product_one': '{{product}} : {{count, number}} place',
  'reminder.product_many': '{{product}} : {{count, number}} de places',
  'reminder.product_other': '{{product}} : {{count, number}} places',
  'reminder.next_all_one': 'à attribuer au plus tard le {{day, day}} ({{left}})',
  'reminder.next_all_other': 'toutes à attribuer au plus tard le {{day, day}} ({{left}})',
  'reminder.next_one': '{{count, number}} à attribuer au plus tard le {{day, day}} ({{left}})',
  'reminder.next_other': '{{count, number}} à attribuer au plus tard le {{day, day}} ({{left}})',
  'reminder.oldest_today_one': 'créée aujourd’hui',
  'reminder.oldest_today_other': 'créées aujourd’hui',
  'reminder.oldest_one': 'les plus anciennes créées il y a {{count, number}} jour',
  'reminder.oldest_other': 'les plus anciennes créées il y a {{count, number}} jours',
  'reminder.more_one': 'et {{count, number}} autre produit',
  'reminder.more_other': 'et {{count, number}} autres produits',
  'reminder.quiet': 'Rien n’a changé depuis deux semaines. Une fois par semaine suffit peut-être.',
  'reminder.nothing': '{{customer}} n’a plus de place à attribuer : il n’y a rien à rappeler.',

  'expiry.title_one': '{{count, number}} place {{customer, of}} expire bientôt',
  'expiry.title_many': '{{count, number}} de places {{customer, of}} expirent bientôt',
  'expiry.title_other': '{{count, number}} places {{customer, of}} expirent bientôt',
  'expiry.line_one':
    '{{count, number}} place {{product}} (commande {{order}}) à attribuer au plus tard le {{day, day}} : {{left}}.',
  'expiry.line_other':
    '{{count, number}} places {{product}} (commande {{order}}) à attribuer au plus tard le {{day, day}} : {{left}}.',
  'expiry.more_one': 'et {{count, number}} autre commande',
  'expiry.more_other': 'et {{count, number}} autres commandes',

  'board.title': 'Places de formation {{customer, of}}',
  'board.unassigned_one': '{{count, number}} place à attribuer',
  'board.unassigned_many': '{{count, number}} de places à attribuer',
  'board.unassigned_other': '{{count, number}} places à attribuer',
  'board.product_one': '{{product}} : {{count, number}}',
  'board.product_other': '{{product}} : {{count, number}}',
  'board.product_all_one': '{{line}}, à attribuer au plus tard le {{day, day}}',
  'board.product_all_other': '{{line}}, toutes à attribuer au plus tard le {{day, day}}',
  'board.product_until_one': '{{line}}, dont {{count, number}} à attribuer au plus tard le {{day, day}}',
  'board.product_until_other': '{{line}}, dont {{count, number}} à attribuer au plus tard le {{day, day}}',
  'board.assigned_over': 'Plus de {{most, number}} places attribuées ce mois-ci',
  'board.assigned_one': '{{count, number}} place attribuée ce mois-ci',
  'board.assigned_many': '{{count, number}} de places attribuées ce mois-ci',
  'board.assigned_other': '{{count, number}} places attribuées ce mois-ci',
  'board.expired_one': '{{count, number}} place a expiré sans être attribuée ce mois-ci',
  'board.expired_other': '{{count, number}} places ont expiré sans être attribuées ce mois-ci',

  'remedy.coordinator': 'Choisissez un autre coordinateur.',
  'remedy.coordinator_or_channel': 'Choisissez un autre coordinateur, ou envoyez les rappels dans le canal du client.',
  'remedy.coordinator_or_new_channel': 'Choisissez un autre coordinateur, ou donnez un canal au client.',

  'unreachable.unknown': 'Slack ne connaît pas cette personne.',
  'unreachable.disabled': 'Son compte Slack est désactivé.',
  'unreachable.not_shared': 'Cette application n’a aucun canal en commun avec cette personne.',
  'unreachable.app': 'C’est une application, pas une personne.',
  'unreachable.switched_off': 'Les messages directs de cette application sont désactivés dans Slack.',

  'seller.unreachable': 'Un coordinateur {{customer, of}} ne peut pas être joint par message direct.',
  'seller.coordinator': 'Coordinateur : {{person}}',

  'help.reminders': '/seats reminders : choisir quand et où les rappels arrivent',

  'refusal.reminders.changed':
    'Quelqu’un a modifié ces rappels après l’ouverture du formulaire : rien n’a été enregistré. Enregistrez de nouveau pour remplacer ses modifications.',
  'refusal.reminders.changed_since':
    'Ces rappels ont changé depuis ce message : rien n’a été fait. Appuyez sur Réglages pour les voir.',
  'refusal.days.missing': 'Choisissez au moins un jour.',
  'refusal.time.invalid': 'Choisissez une heure, comme 09:00.',
  'refusal.country.unknown': 'Choisissez un pays dans la liste, ou « Aucun pays ».',
  'refusal.snooze.missing': 'Choisissez une date.',
  'refusal.snooze.past': 'Choisissez un jour après aujourd’hui.',
  'refusal.snooze.too_long':
    'Choisissez un jour au plus tard le {{day, day}}. Pour arrêter les rappels, choisissez « Jamais » dans les réglages.',
};
