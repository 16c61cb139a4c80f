import type { Translation } from '../../core/words';

export const en = {
  'placeholder.timezone': 'Type a city, such as Paris',

  'remedy.invite': 'Invite the app to the channel with /invite @Seats, then tell the customer.',
  'remedy.archived': 'The channel is archived. Restore it, or give the customer another one.',
  'remedy.other': 'Tell the customer and your administrator.',
  'remedy.deleted': 'The channel was deleted. Give the customer another one.',

  'seller.unshared_channel':
    '{{customer}}’s channel isn’t shared with their coordinators’ company, so they can’t see it. Share it with them in Slack.',
  'seller.broken_channel': '{{customer}}’s channel can’t be reached ({{error}}), so no one there gets reminders.',

  'action.new_customer': 'New customer',
  'action.open_customer': 'Open the customer',
  'action.repair_channel': 'Fix the channel',
  'action.reminder_settings': 'Reminder settings',

  'title.customers': 'Customers',
  'title.customer': 'Customer',
  'title.new_customer': 'New customer',
  'title.edit_customer': 'Edit a customer',

  'field.customer_code.hint':
    'Identifies the customer in files and lists, and can’t be changed later. Leave empty to make one from the name.',
  'field.channel': 'Channel',
  'field.channel.hint': 'Where the customer’s coordinators are. Leave empty if there isn’t one yet.',
  'field.new_channel': 'Or create a channel',
  'field.new_channel.hint':
    'Its name, such as acme-training. It’s private, and you’re invited. To bring in another company, share it from its menu.',
  'field.notes': 'Notes',
  'field.notes.hint': 'Only the sales team sees them.',

  'customers.total_one': '{{count, number}} customer',
  'customers.total_other': '{{count, number}} customers',
  'customers.called': '{{customer}} ({{code}})',
  'customers.archived': '{{customer}} ({{code}}) · archived',
  'customers.left_one': '{{count, number}} seat left to assign',
  'customers.left_other': '{{count, number}} seats left to assign',
  'customers.none': 'There are no customers yet. Create the first one: a name is enough to start.',
  'customers.none_found': 'No customer matches “{{typed}}”. Try another name or code, or create a customer.',

  'card.place': 'Time zone: {{timezone}} · Language: {{language}}',
  'card.last_order_one': 'Last order: {{order}}, {{count, number}} seat of {{product}}, on {{day, day}}',
  'card.last_order_other': 'Last order: {{order}}, {{count, number}} seats of {{product}}, on {{day, day}}',
  'card.no_orders': 'No order yet',
  'card.channel': 'Channel:',
  'card.coordinators': 'Coordinators:',
  'card.no_coordinators': 'no one yet',
  'card.notes': 'Notes:',
  'card.archived': 'Archived. No one can generate or assign seats, and no reminders are sent. Everything is kept.',
  'card.archive_title': 'Archive {{customer}}?',
  'card.archive_question':
    'No one can generate or assign their seats, and no reminders are sent, until you restore it. Nothing is deleted.',
  'card.saved': 'Saved.',
  'card.saved_making': 'Saved. The channel is being created. You’ll get a message if that fails.',
  'card.restored': 'Restored. Everything works as before.',
  'card.repairing': 'Trying again. You’ll get a message if it fails.',

  'channel.none': 'No channel yet',
  'channel.being_made': '#{{name}} is being created',
  'channel.not_made': '#{{name}} wasn’t created: {{reason}}',
  'channel.not_made_for': 'The channel #{{name}} for {{customer}} wasn’t created: {{reason}}',
  'channel.not_in_it': 'the app isn’t in it. Type /invite @Seats there.',
  'channel.archived': 'it’s archived. Restore it in Slack, or choose another channel.',
  'channel.deleted': 'it was deleted. Choose another channel.',
  'channel.unshared': 'it isn’t shared with the coordinators’ company. Share it with them in Slack.',
  'channel.name_taken': 'a channel already has that name. Choose another name, or choose that channel.',
  'channel.other_reason': 'Slack says {{error}}. Try again, or ask your administrator.',

  'welcome.title': 'Welcome, {{customer}}: your training seats are here',
  'welcome.explained':
    'See which training seats are unassigned, and assign them once you know who attends which course.',
  'welcome.list': '• See seats: what’s unassigned, and until when',
  'welcome.assign': '• Assign a seat: to someone, for a course',
  'welcome.reminders': '• Reminders: when and where they come',
  'welcome.by': 'Set up by {{person}}',

  'help.customers': '/seats customers: see, create and edit customers',

  'refusal.customer.unknown': 'Choose a customer from the list.',
  'refusal.customer.namesake':
    'There’s already a customer named {{customer}} ({{code}}). Add a town or a department to tell them apart.',
  'refusal.customer.none': 'There are no customers yet. Create the first one: /seats customers.',
  'refusal.customer.archived': '{{customer}} is archived, so its seats are on hold. The sales team can restore it.',
  'refusal.customer.changed':
    'Someone changed this customer after you opened the form, so nothing was saved. Save again to replace their changes.',
  'refusal.channel.invalid': 'Choose a channel, not a direct message.',
  'refusal.channel.taken': 'This channel belongs to {{customer}}. Choose another one.',
  'refusal.channel.name':
    'Use lower-case letters, digits, - and _, {{most, number}} characters at most, such as acme-training.',
  'refusal.channel.both': 'Choose a channel above or enter a name here, not both.',
  'refusal.channel.works': 'This channel works, so there’s nothing to fix.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'placeholder.timezone': 'Tapez une ville, par exemple Paris',

  'remedy.invite': 'Invitez l’application dans le canal avec /invite @Seats, puis prévenez le client.',
  'remedy.archived': 'Le canal est archivé. Restaurez-le, ou donnez-en un autre au client.',
  'remedy.other': 'Prévenez le client et votre administrateur.',
  'remedy.deleted': 'Le canal a été supprimé. Donnez-en un autre au client.',

  'seller.unshared_channel':
    'Le canal {{customer, of}} n’est pas partagé avec l’entreprise de ses coordinateurs, qui ne le voient pas. Partagez-le avec eux dans Slack.',
  'seller.broken_channel': 'Le canal {{customer, of}} est inaccessible ({{error}}) : personne n’y reçoit de rappel.',

  'action.new_customer': 'Nouveau client',
  'action.open_customer': 'Ouvrir le client',
  'action.repair_channel': 'Réparer le canal',
  'action.reminder_settings': 'Réglages des rappels',

  'title.customers': 'Clients',
  'title.customer': 'Client',
  'title.new_customer': 'Nouveau client',
  'title.edit_customer': 'Modifier un client',

  'field.customer_code.hint':
    'Désigne le client dans les fichiers et les listes, et ne peut plus changer. Laissez vide pour le tirer du nom.',
  'field.channel': 'Canal',
  'field.channel.hint': 'Où sont les coordinateurs du client. Laissez vide s’il n’y en a pas encore.',
  'field.new_channel': 'Ou créer un canal',
  'field.new_channel.hint':
    'Son nom, comme acme-formation. Il est privé et vous y êtes invité. Pour y faire venir une autre entreprise, partagez-le depuis son menu.',
  'field.notes': 'Notes',
  'field.notes.hint': 'Seule l’équipe commerciale les voit.',

  'customers.total_one': '{{count, number}} client',
  'customers.total_other': '{{count, number}} clients',
  'customers.called': '{{customer}} ({{code}})',
  'customers.archived': '{{customer}} ({{code}}) · archivé',
  'customers.left_one': '{{count, number}} place à attribuer',
  'customers.left_many': '{{count, number}} de places à attribuer',
  'customers.left_other': '{{count, number}} places à attribuer',
  'customers.none': 'Il n’y a pas encore de client. Créez le premier : son nom suffit pour commencer.',
  'customers.none_found':
    'Aucun client ne correspond à « {{typed}} ». Essayez un autre nom ou code, ou créez un client.',

  'card.place': 'Fuseau horaire : {{timezone}} · Langue : {{language}}',
  'card.last_order_one': 'Dernière commande : {{order}}, {{count, number}} place de {{product}}, le {{day, day}}',
  'card.last_order_other': 'Dernière commande : {{order}}, {{count, number}} places de {{product}}, le {{day, day}}',
  'card.no_orders': 'Pas encore de commande',
  'card.channel': 'Canal :',
  'card.coordinators': 'Coordinateurs :',
  'card.no_coordinators': 'personne pour le moment',
  'card.notes': 'Notes :',
  'card.archived':
    'Archivé. Personne ne peut créer ni attribuer de places, et aucun rappel ne part. Tout est conservé.',
  'card.archive_title': 'Archiver {{customer}} ?',
  'card.archive_question':
    'Personne ne pourra créer ni attribuer ses places, et aucun rappel ne partira, tant que vous ne le restaurez pas. Rien n’est supprimé.',
  'card.saved': 'Enregistré.',
  'card.saved_making': 'Enregistré. Le canal est en cours de création. Vous recevrez un message en cas d’échec.',
  'card.restored': 'Restauré. Tout fonctionne comme avant.',
  'card.repairing': 'Nouvel essai en cours. Vous recevrez un message en cas d’échec.',

  'channel.none': 'Pas encore de canal',
  'channel.being_made': '#{{name}} est en cours de création',
  'channel.not_made': '#{{name}} n’a pas été créé : {{reason}}',
  'channel.not_made_for': 'Le canal #{{name}} pour {{customer}} n’a pas été créé : {{reason}}',
  'channel.not_in_it': 'l’application n’y est pas. Tapez-y /invite @Seats.',
  'channel.archived': 'il est archivé. Restaurez-le dans Slack, ou choisissez un autre canal.',
  'channel.deleted': 'il a été supprimé. Choisissez un autre canal.',
  'channel.unshared': 'il n’est pas partagé avec l’entreprise de ses coordinateurs. Partagez-le avec eux dans Slack.',
  'channel.name_taken': 'un canal porte déjà ce nom. Choisissez un autre nom, ou ce canal.',
  'channel.other_reason': 'Slack répond {{error}}. Réessayez, ou demandez à votre administrateur.',

  'welcome.title': 'Bienvenue, {{customer}} : vos places de formation sont ici',
  'welcome.explained':
    'Voyez les places de formation à attribuer, et attribuez-les quand vous savez qui suit quel cours.',
  'welcome.list': '• Voir les places : ce qui reste à attribuer, et jusqu’à quand',
  'welcome.assign': '• Attribuer une place : à quelqu’un, pour un cours',
  'welcome.reminders': '• Rappels : quand et où ils arrivent',
  'welcome.by': 'Mis en place par {{person}}',

  'help.customers': '/seats customers : voir, créer et modifier les clients',

  'refusal.customer.unknown': 'Choisissez un client dans la liste.',
  'refusal.customer.namesake':
    'Un client {{customer}} existe déjà ({{code}}). Ajoutez une ville ou un service pour les distinguer.',
  'refusal.customer.none': 'Il n’y a pas encore de client. Créez le premier : /seats customers.',
  'refusal.customer.archived':
    '{{customer}} est archivé : ses places sont en attente. L’équipe commerciale peut le restaurer.',
  'refusal.customer.changed':
    'Quelqu’un a modifié ce client après l’ouverture du formulaire : rien n’a été enregistré. Enregistrez de nouveau pour remplacer ses modifications.',
  'refusal.channel.invalid': 'Choisissez un canal, pas un message direct.',
  'refusal.channel.taken': 'Ce canal est celui {{customer, of}}. Choisissez-en un autre.',
  'refusal.channel.name':
    'Utilisez des minuscules, des chiffres, - et _, {{most, number}} caractères au maximum, comme acme-formation.',
  'refusal.channel.both': 'Choisissez un canal ci-dessus ou saisissez un nom ici, pas les deux.',
  'refusal.channel.works': 'Ce canal fonctionne : il n’y a rien à réparer.',
};
