import type { Translation } from '../../core/words';

export const en = {
  'courses.every': 'every open course',
  'courses.some': 'courses {{courses}}',
  'courses.more': '{{courses}} and {{more, number}} more',

  'matches.every_one': 'Valid for every open course, now {{count, number}}:',
  'matches.every_other': 'Valid for every open course, now {{count, number}}:',
  'matches.some_one': '{{count, number}} open course matches now:',
  'matches.some_other': '{{count, number}} open courses match now:',
  'matches.none': 'No open course matches yet, so no seats could be assigned.',

  'title.courses': 'Courses',
  'title.add_course': 'Add a course',

  'course_list.search': 'Search',
  'course_list.search_field': 'Name or short name',
  'course_list.show_button': 'Open',
  'course_list.hide_button': 'Hide',
  'course_list.add': 'Add a course',
  'course_list.submit_add': 'Add',
  'course_list.total_one': '{{count, number}} course',
  'course_list.total_other': '{{count, number}} courses',
  'course_list.hidden_one': '{{count, number}} hidden',
  'course_list.hidden_other': '{{count, number}} hidden',
  'course_list.products_one': 'used by {{count, number}} product',
  'course_list.products_other': 'used by {{count, number}} products',
  'course_list.is_open': 'open',
  'course_list.is_hidden': 'hidden',
  'course_list.empty': 'There are no courses yet. Trainees are enrolled in courses, so start here.',
  'course_list.none_found': 'No course matches “{{typed}}”. Try fewer letters.',
  'course_list.explained':
    'Open courses can be chosen when a seat is assigned. Hidden ones can’t. Seats already assigned aren’t affected.',
  'course_list.added': '{{course}} ({{shortname}}) is added and open.',
  'course_list.added_here':
    '{{course}} ({{shortname}}) is added. We’re asking Moodle for it: it stays open if Moodle has it.',
  'course_list.add_hint': 'Only courses in Moodle can be assigned. They’re added automatically: press Refresh courses.',
  'course_list.refresh': 'Refresh courses',
  'course_list.asked': 'Asking Moodle for its courses. The list will follow here.',
  'course_list.from_moodle': 'From Moodle, {{ago}}',
  'course_list.outdated':
    'This list is from {{ago}} ({{at, instant}}). Moodle hasn’t sent a newer one, so recent changes there are missing.',
  'course_list.not_given': 'Moodle didn’t send its courses just now. We’ll ask again.',
  'course_list.never_given': 'Moodle hasn’t sent its courses yet, so this list is only ours.',
  'course_list.hidden_there': 'hidden in Moodle',
  'course_list.gone_there': 'no longer in Moodle',
  'course_list.never_there': 'not in Moodle',
  'course_list.no_enrolment_there': 'can’t be assigned: allow manual enrolment in Moodle',
  'course_list.unusable_name_there': 'can’t be assigned: give it a unique short name in Moodle',
  'course_list.separate_groups_there':
    'can’t be assigned: its groups are separate in Moodle. Allow moodle/site:accessallgroups for the service’s role, or change the course’s group mode',

  'ago.now': 'just now',
  'ago.minutes_one': '{{count, number}} minute ago',
  'ago.minutes_other': '{{count, number}} minutes ago',
  'ago.hours_one': '{{count, number}} hour ago',
  'ago.hours_other': '{{count, number}} hours ago',
  'ago.days_one': '{{count, number}} day ago',
  'ago.days_other': '{{count, number}} days ago',

  'field.shortname': 'Short name',
  'field.shortname.hint': 'As in Moodle, such as EXCEL-1. It can’t be changed later. An import can change the name.',
  'field.course_name': 'Name',

  'moodle.away': 'Moodle has been unreachable since {{since, instant}}. Enrolments wait and go through when it’s back.',
  'moodle.refuses':
    'Moodle has refused our requests since {{since, instant}}. Enrolments wait until this is fixed in Moodle.',
  'moodle.course_unsure':
    'This course is waiting: Moodle hasn’t given a clear answer since {{since, instant}}. We’ll keep asking.',
  'moodle.course_refused':
    'This course is waiting: Moodle has refused our requests since {{since, instant}}. It continues by itself once this is fixed in Moodle.',
  'moodle.course_waits': '{{course}} has been waiting for Moodle since {{since, instant}}.',

  'remedy.moodle.unreachable': 'If it’s running, check MOODLE_URL.',
  'remedy.moodle.address': 'MOODLE_URL leads elsewhere. Use your Moodle’s address as you see it in a browser.',
  'remedy.moodle.certificate': 'Its certificate isn’t trusted. Renew it.',
  'remedy.moodle.maintenance': 'It’s in maintenance mode.',
  'remedy.moodle.database': 'Its database isn’t answering.',
  'remedy.moodle.unreadable': 'It answers, but not as a web service. Check its log.',
  'remedy.moodle.uncertain': 'Its answers don’t arrive. Check its log.',
  'remedy.moodle.mail': 'It can’t send email. Check its outgoing mail settings.',
  'remedy.moodle.services_off': 'Turn on web services and the REST protocol.',
  'remedy.moodle.token': 'MOODLE_TOKEN is no longer valid. Create a new one with “Valid until” unticked.',
  'remedy.moodle.access':
    'Moodle does not say which of these it is: the service is disabled, the user is not authorised for it, the role with webservice/rest:use is not assigned to the user, the token allows only other IP addresses, or the token has expired. If only one function fails, add it to the service.',
  'remedy.moodle.account': 'The service’s account can’t sign in. Allow it again.',
  'remedy.moodle.password': 'The service’s account has to change its password first.',
  'remedy.moodle.policy': 'The service’s account has to accept the site policy first.',
  'remedy.moodle.permission': 'A capability is missing. To see which: npm run seats -- check',
  'remedy.moodle.course_access':
    'The service can’t enter a course. To see which capability is missing: npm run seats -- check',
  'remedy.moodle.role': 'The service can’t give a role. To see which: npm run seats -- check',
  'remedy.moodle.blind':
    'It doesn’t show anyone to the service. To see which capability is missing: npm run seats -- check',
  'remedy.moodle.groups':
    'The course’s groups are separate. Allow moodle/site:accessallgroups for the service’s role, or change the course’s group mode.',
  'remedy.moodle.refused': 'Its reason is in the log.',

  'help.courses_seen': '/seats courses: see which courses are open',
  'help.courses': '/seats courses: see, open and hide courses',

  'import.open': 'Import a file',

  'export.open': 'Export',

  'refusal.course.unknown': 'There’s no course {{course}}. Choose one from the form.',
  'refusal.course.changed':
    'This course has changed since the list was shown, so nothing was done. Search again to see it now.',
  'refusal.course.renamed':
    '{{course}} has another short name since you opened this form, so nothing was changed. Choose the course again.',
  'refusal.course.closed': '{{course}} is closed. Choose another course.',
  'refusal.course.no_enrolment':
    'No one can be enrolled in {{course}}, because Moodle doesn’t allow manual enrolment there. Choose another course, or ask the sales team.',
  'refusal.course.separate_groups':
    'No one can be enrolled in {{course}}: its groups are separate in Moodle, so we can’t see who’s in it. Choose another course, or ask the sales team.',
  'refusal.course.separate_groups_in_moodle':
    '{{course}} stays closed: its groups are separate in Moodle, so we can’t see who’s in it. Allow moodle/site:accessallgroups for the service’s role, or change the course’s group mode, and it opens here by itself.',
  'refusal.course.hidden_in_moodle':
    '{{course}} stays closed, because it’s hidden in Moodle. Show it there, and it opens here by itself.',
  'refusal.course.gone_from_moodle':
    '{{course}} stays closed, because it isn’t in Moodle. Once it is, it opens here by itself.',
  'refusal.course.no_enrolment_in_moodle':
    '{{course}} stays closed, because Moodle doesn’t allow manual enrolment in it. Allow it there, and the course opens here by itself.',
  'refusal.course.unusable_name_in_moodle':
    '{{course}} stays closed: its short name in Moodle can’t be used, or another course has it. Change it there, and the course opens here by itself.',
  'refusal.shortname.missing': 'Enter a short name.',
  'refusal.shortname.backslash': 'A short name can’t contain \\.',
  'refusal.shortname.taken': 'There’s already a course {{shortname}}.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'courses.every': 'tous les cours ouverts',
  'courses.some': 'cours {{courses}}',
  'courses.more': '{{courses}} et {{more, number}} de plus',

  'matches.every_one': 'Valable pour tous les cours ouverts, soit {{count, number}} :',
  'matches.every_other': 'Valable pour tous les cours ouverts, soit {{count, number}} :',
  'matches.some_one': '{{count, number}} cours ouvert correspond :',
  'matches.some_other': '{{count, number}} cours ouverts correspondent :',
  'matches.none': 'Aucun cours ouvert ne correspond encore : aucune place ne pourrait être attribuée.',

  'title.courses': 'Cours',
  'title.add_course': 'Ajouter un cours',

  'course_list.search': 'Chercher',
  'course_list.search_field': 'Nom ou nom abrégé',
  'course_list.show_button': 'Ouvrir',
  'course_list.hide_button': 'Masquer',
  'course_list.add': 'Ajouter un cours',
  'course_list.submit_add': 'Ajouter',
  'course_list.total_one': '{{count, number}} cours',
  'course_list.total_other': '{{count, number}} cours',
  'course_list.hidden_one': '{{count, number}} masqué',
  'course_list.hidden_other': '{{count, number}} masqués',
  'course_list.products_one': 'utilisé par {{count, number}} produit',
  'course_list.products_other': 'utilisé par {{count, number}} produits',
  'course_list.is_open': 'ouvert',
  'course_list.is_hidden': 'masqué',
  'course_list.empty':
    'Il n’y a pas encore de cours. C’est dans un cours que l’on inscrit quelqu’un : commencez par là.',
  'course_list.none_found': 'Aucun cours ne correspond à « {{typed}} ». Essayez avec moins de lettres.',
  'course_list.explained':
    'Un cours ouvert peut être choisi quand une place est attribuée, un cours masqué non. Les places déjà attribuées ne changent pas.',
  'course_list.added': '{{course}} ({{shortname}}) est ajouté et ouvert.',
  'course_list.added_here':
    '{{course}} ({{shortname}}) est ajouté. Nous le cherchons dans Moodle : il reste ouvert s’il y est.',
  'course_list.add_hint':
    'Seuls les cours présents dans Moodle peuvent être attribués. Ils s’ajoutent automatiquement : appuyez sur Actualiser les cours.',
  'course_list.refresh': 'Actualiser les cours',
  'course_list.asked': 'Moodle est interrogé sur ses cours. La liste suivra ici.',
  'course_list.from_moodle': 'De Moodle, {{ago}}',
  'course_list.outdated':
    'Cette liste date d’{{ago}} ({{at, instant}}). Moodle n’en a pas envoyé de plus récente : les derniers changements y manquent.',
  'course_list.not_given': 'Moodle n’a pas envoyé ses cours à l’instant. Nous les redemanderons.',
  'course_list.never_given': 'Moodle n’a pas encore envoyé ses cours : cette liste n’est que la nôtre.',
  'course_list.hidden_there': 'masqué dans Moodle',
  'course_list.gone_there': 'n’est plus dans Moodle',
  'course_list.never_there': 'n’est pas dans Moodle',
  'course_list.no_enrolment_there': 'ne peut pas être attribué : autorisez l’inscription manuelle dans Moodle',
  'course_list.unusable_name_there': 'ne peut pas être attribué : donnez-lui un nom abrégé unique dans Moodle',
  'course_list.separate_groups_there':
    'ne peut pas être attribué : ses groupes sont séparés dans Moodle. Donnez moodle/site:accessallgroups au rôle du service, ou changez le mode de groupe du cours',

  'ago.now': 'à l’instant',
  'ago.minutes_one': 'il y a {{count, number}} minute',
  'ago.minutes_other': 'il y a {{count, number}} minutes',
  'ago.hours_one': 'il y a {{count, number}} heure',
  'ago.hours_other': 'il y a {{count, number}} heures',
  'ago.days_one': 'il y a {{count, number}} jour',
  'ago.days_other': 'il y a {{count, number}} jours',

  'field.shortname': 'Nom abrégé',
  'field.shortname.hint':
    'Comme dans Moodle, par exemple EXCEL-1. Il ne peut plus changer. Un import peut changer le nom.',
  'field.course_name': 'Nom',

  'moodle.away':
    'Moodle est injoignable depuis le {{since, instant}}. Les inscriptions attendent et se feront à son retour.',
  'moodle.refuses':
    'Moodle refuse nos demandes depuis le {{since, instant}}. Les inscriptions attendent que ce soit réglé dans Moodle.',
  'moodle.course_unsure':
    'Ce cours attend : Moodle ne donne pas de réponse claire depuis le {{since, instant}}. Nous continuons à l’interroger.',
  'moodle.course_refused':
    'Ce cours attend : Moodle refuse nos demandes depuis le {{since, instant}}. La suite se fera toute seule une fois le problème réglé dans Moodle.',
  'moodle.course_waits': '{{course}} attend Moodle depuis le {{since, instant}}.',

  'remedy.moodle.unreachable': 'S’il fonctionne, vérifiez MOODLE_URL.',
  'remedy.moodle.address':
    'MOODLE_URL mène ailleurs. Mettez l’adresse de votre Moodle telle qu’affichée dans un navigateur.',
  'remedy.moodle.certificate': 'Son certificat n’est pas reconnu. Renouvelez-le.',
  'remedy.moodle.maintenance': 'Il est en mode maintenance.',
  'remedy.moodle.database': 'Sa base de données ne répond pas.',
  'remedy.moodle.unreadable': 'Il répond, mais pas comme un service web. Vérifiez son journal.',
  'remedy.moodle.uncertain': 'Ses réponses n’arrivent pas. Vérifiez son journal.',
  'remedy.moodle.mail': 'Il ne peut pas envoyer d’e-mails. Vérifiez sa configuration du courriel sortant.',
  'remedy.moodle.services_off': 'Activez les services web et le protocole REST.',
  'remedy.moodle.token': 'MOODLE_TOKEN n’est plus valable. Créez-en un autre, sans cocher « Valide jusqu’au ».',
  'remedy.moodle.access':
    'Moodle ne dit pas laquelle de ces causes est la bonne : le service est désactivé, l’utilisateur n’y est pas autorisé, le rôle avec webservice/rest:use n’est pas attribué à l’utilisateur, le jeton n’admet que d’autres adresses IP, ou le jeton a expiré. Si une seule fonction échoue, ajoutez-la au service.',
  'remedy.moodle.account': 'Le compte du service ne peut pas se connecter. Rétablissez-le.',
  'remedy.moodle.password': 'Le compte du service doit d’abord changer de mot de passe.',
  'remedy.moodle.policy': 'Le compte du service doit d’abord accepter la charte du site.',
  'remedy.moodle.permission': 'Une capacité manque. Pour voir laquelle : npm run seats -- check',
  'remedy.moodle.course_access':
    'Le service ne peut pas entrer dans un cours. Pour voir quelle capacité manque : npm run seats -- check',
  'remedy.moodle.role': 'Le service ne peut pas donner un rôle. Pour voir lequel : npm run seats -- check',
  'remedy.moodle.blind': 'Il ne montre personne au service. Pour voir quelle capacité manque : npm run seats -- check',
  'remedy.moodle.groups':
    'Les groupes du cours sont séparés. Donnez moodle/site:accessallgroups au rôle du service, ou changez le mode de groupe du cours.',
  'remedy.moodle.refused': 'La raison est dans le journal.',

  'help.courses_seen': '/seats courses : voir quels cours sont ouverts',
  'help.courses': '/seats courses : voir, ouvrir et masquer des cours',

  'import.open': 'Importer un fichier',

  'export.open': 'Exporter',

  'refusal.course.unknown': 'Il n’y a pas de cours {{course}}. Choisissez-en un dans le formulaire.',
  'refusal.course.changed':
    'Ce cours a changé depuis l’affichage de la liste : rien n’a été fait. Cherchez de nouveau pour le voir.',
  'refusal.course.renamed':
    '{{course}} a changé de nom abrégé depuis l’ouverture de ce formulaire : rien n’a été modifié. Choisissez de nouveau le cours.',
  'refusal.course.closed': '{{course}} est fermé. Choisissez un autre cours.',
  'refusal.course.no_enrolment':
    'Personne ne peut être inscrit dans {{course}} : Moodle n’y autorise pas l’inscription manuelle. Choisissez un autre cours, ou demandez à l’équipe commerciale.',
  'refusal.course.separate_groups':
    'Personne ne peut être inscrit à {{course}} : ses groupes sont séparés dans Moodle, et nous ne voyons pas qui s’y trouve. Choisissez un autre cours, ou demandez à l’équipe commerciale.',
  'refusal.course.separate_groups_in_moodle':
    '{{course}} reste fermé : ses groupes sont séparés dans Moodle, et nous ne voyons pas qui s’y trouve. Donnez moodle/site:accessallgroups au rôle du service, ou changez le mode de groupe du cours : il s’ouvrira ici de lui-même.',
  'refusal.course.hidden_in_moodle':
    '{{course}} reste fermé, car il est masqué dans Moodle. Affichez-le là-bas : il s’ouvrira ici de lui-même.',
  'refusal.course.gone_from_moodle':
    '{{course}} reste fermé, car il n’est pas dans Moodle. Une fois là-bas, il s’ouvrira ici de lui-même.',
  'refusal.course.no_enrolment_in_moodle':
    '{{course}} reste fermé, car Moodle n’y autorise pas l’inscription manuelle. Autorisez-la là-bas : le cours s’ouvrira ici de lui-même.',
  'refusal.course.unusable_name_in_moodle':
    '{{course}} reste fermé : son nom abrégé dans Moodle est inutilisable, ou pris par un autre cours. Changez-le là-bas : le cours s’ouvrira ici de lui-même.',
  'refusal.shortname.missing': 'Saisissez un nom abrégé.',
  'refusal.shortname.backslash': 'Un nom abrégé ne peut pas contenir \\.',
  'refusal.shortname.taken': 'Il y a déjà un cours {{shortname}}.',
};
