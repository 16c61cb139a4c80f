import type { Translation } from '../../core/words';

export const en = {
  'courses.every': 'every open course',
  'courses.some': 'courses {{courses}}',
  'courses.more': '{{courses}} and {{more, number}} more',

  'matches.every_one': 'Good for every open course, now {{count, number}}:',
  'matches.every_other': 'Good for every open course, now {{count, number}}:',
  'matches.some_one': '{{count, number}} open course matches now:',
  'matches.some_other': '{{count, number}} open courses match now:',
  'matches.none': 'Careful: no open course matches now, so no seat could be assigned.',

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
  'course_list.products_one': 'named by {{count, number}} product',
  'course_list.products_other': 'named by {{count, number}} products',
  'course_list.is_open': 'open',
  'course_list.is_hidden': 'hidden',
  'course_list.empty': 'There are no courses yet. Trainees are enrolled in courses, so this is where to begin.',
  'course_list.none_found': 'No course has “{{typed}}” in its name. Try fewer letters.',
  'course_list.explained':
    'Open courses can be chosen when a seat is assigned, hidden ones cannot. Seats given away already stay.',
  'course_list.added': '{{course}} ({{shortname}}) is there and open.',
  'course_list.added_here':
    '{{course}} ({{shortname}}) is there. It stays open if Moodle has it, which is being asked.',
  'course_list.add_hint': 'Only courses that Moodle has can be assigned. Those come by themselves: Refresh courses.',
  'course_list.refresh': 'Refresh courses',
  'course_list.asked': 'Moodle is being asked for its courses. The list follows here.',
  'course_list.from_moodle': 'From Moodle, {{ago}}',
  'course_list.outdated':
    'Careful: Moodle gave this list {{ago}} ({{at, instant}}) and none since. It is the last good one; what has changed there is missing.',
  'course_list.not_given': 'Moodle did not give its courses just now, so it will be asked again.',
  'course_list.never_given': 'Moodle has not given its courses yet, so this list is only ours.',
  'course_list.hidden_there': 'hidden in Moodle',
  'course_list.gone_there': 'not in Moodle any more',
  'course_list.never_there': 'not in Moodle',
  'course_list.no_enrolment_there': 'not assignable: allow manual enrolment in Moodle',
  'course_list.unusable_name_there': 'not assignable: give it a short name of its own in Moodle',
  'course_list.separate_groups_there':
    'not assignable: it keeps groups apart in Moodle, so allow moodle/site:accessallgroups to the role of the service, or change the group mode of the course',

  'ago.now': 'just now',
  'ago.minutes_one': '{{count, number}} minute ago',
  'ago.minutes_other': '{{count, number}} minutes ago',
  'ago.hours_one': '{{count, number}} hour ago',
  'ago.hours_other': '{{count, number}} hours ago',
  'ago.days_one': '{{count, number}} day ago',
  'ago.days_other': '{{count, number}} days ago',

  'field.shortname': 'Short name',
  'field.shortname.hint': 'As in Moodle, such as EXCEL-1. It stays; an import can change the name.',
  'field.course_name': 'Name',

  'moodle.away': 'Moodle has been out of reach since {{since, instant}}. Everything waits and is done when it is back.',
  'moodle.refuses':
    'Moodle has refused what is asked of it since {{since, instant}}. Everything waits until that is put right there.',
  'moodle.course_unsure':
    'This course waits: Moodle has given no clear answer since {{since, instant}}. It will be asked again automatically.',
  'moodle.course_refused':
    'This course waits: Moodle has refused what is asked of it since {{since, instant}}. It goes on by itself when that is put right there.',
  'moodle.course_waits': '{{course}} has waited for Moodle since {{since, instant}}.',

  'remedy.moodle.unreachable': 'If it is up, check MOODLE_URL.',
  'remedy.moodle.address': 'MOODLE_URL leads elsewhere: write the address of your Moodle as it stands in a browser.',
  'remedy.moodle.certificate': 'Its certificate is not trusted: renew it.',
  'remedy.moodle.maintenance': 'It is in maintenance.',
  'remedy.moodle.database': 'Its database does not answer.',
  'remedy.moodle.unreadable': 'It answers, but not as a web service: look at its log.',
  'remedy.moodle.uncertain': 'Its answers do not arrive: look at its log.',
  'remedy.moodle.mail': 'It cannot send mail: check its outgoing mail configuration.',
  'remedy.moodle.services_off': 'Turn on web services and the REST protocol.',
  'remedy.moodle.token': 'MOODLE_TOKEN is not valid any more: make a new one, with “Valid until” unticked.',
  'remedy.moodle.access':
    'Moodle does not say which of these it is: the service is disabled, the user is not authorised for it, the role with webservice/rest:use is not assigned to the user, the token allows only other IP addresses, or the token has expired. If only one function fails, add it to the service.',
  'remedy.moodle.account': 'The account of the service may not sign in: allow it again.',
  'remedy.moodle.password': 'The account of the service has to change its password first.',
  'remedy.moodle.policy': 'The account of the service has to agree to the site policy first.',
  'remedy.moodle.permission': 'A capability is missing: npm run seats -- check says which.',
  'remedy.moodle.course_access':
    'The service may not enter a course: npm run seats -- check says which capability is missing.',
  'remedy.moodle.role': 'The service may not give a role: npm run seats -- check says which.',
  'remedy.moodle.blind': 'It shows nobody to the service: npm run seats -- check says which capability is missing.',
  'remedy.moodle.groups':
    'The course keeps groups apart: allow moodle/site:accessallgroups to the role of the service, or change the group mode of the course.',
  'remedy.moodle.refused': 'The log holds its own words.',

  'help.courses_seen': '/seats courses: see which courses are open',
  'help.courses': '/seats courses: see, open and hide courses',

  'import.open': 'Import a file',

  'export.open': 'Export',

  'refusal.course.unknown': 'There is no course {{course}}. Choose one that the form offers.',
  'refusal.course.changed':
    'This course is no longer what the list shows, so nothing was changed. Search again to see it as it is now.',
  'refusal.course.closed': '{{course}} has closed. Choose another course.',
  'refusal.course.no_enrolment':
    'Nobody can be enrolled in {{course}}: Moodle does not allow manual enrolment there. Choose another course, or ask the sales team.',
  'refusal.course.separate_groups':
    'Nobody can be enrolled in {{course}}: it keeps groups apart in Moodle, which does not show us who is in it. Choose another course, or ask the sales team.',
  'refusal.course.separate_groups_in_moodle':
    '{{course}} keeps groups apart in Moodle, which does not show us who is in it, so it stays closed. Allow moodle/site:accessallgroups to the role of the service, or change the group mode of the course, and it opens here by itself.',
  'refusal.course.hidden_in_moodle':
    'Moodle hides {{course}}, so it stays closed. Show it in Moodle, and it opens here by itself.',
  'refusal.course.gone_from_moodle':
    'Moodle does not have {{course}}, so it stays closed. If it comes there, it opens here by itself.',
  'refusal.course.no_enrolment_in_moodle':
    'Moodle does not allow manual enrolment in {{course}}, so it stays closed. Allow it in Moodle, and the course opens here by itself.',
  'refusal.course.unusable_name_in_moodle':
    'The short name that {{course}} has in Moodle is that of another course or cannot be used, so it stays closed. Change it in Moodle, and the course opens here by itself.',
  'refusal.shortname.missing': 'Write a short name.',
  'refusal.shortname.backslash': 'A short name may not hold \\.',
  'refusal.shortname.taken': 'There is a course {{shortname}} already.',
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
  'matches.none': 'Attention : aucun cours ouvert ne correspond, donc aucune place ne pourrait être attribuée.',

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
  'course_list.products_one': 'cité par {{count, number}} produit',
  'course_list.products_other': 'cité par {{count, number}} produits',
  'course_list.is_open': 'ouvert',
  'course_list.is_hidden': 'masqué',
  'course_list.empty':
    'Il n’y a pas encore de cours. C’est dans un cours que l’on inscrit quelqu’un : commencez par là.',
  'course_list.none_found': 'Aucun cours n’a « {{typed}} » dans son nom. Essayez avec moins de lettres.',
  'course_list.explained':
    'Un cours ouvert peut être choisi quand une place est attribuée, un cours masqué non. Les places déjà attribuées restent.',
  'course_list.added': '{{course}} ({{shortname}}) est là, et ouvert.',
  'course_list.added_here':
    '{{course}} ({{shortname}}) est là. Il reste ouvert si Moodle l’a : la question lui est posée.',
  'course_list.add_hint':
    'Seuls les cours que Moodle a peuvent être attribués. Ils arrivent d’eux-mêmes : Actualiser les cours.',
  'course_list.refresh': 'Actualiser les cours',
  'course_list.asked': 'Les cours sont demandés à Moodle. La liste suivra ici.',
  'course_list.from_moodle': 'De Moodle, {{ago}}',
  'course_list.outdated':
    'Attention : Moodle a donné cette liste {{ago}} ({{at, instant}}) et aucune depuis. C’est la dernière bonne ; ce qui a changé là-bas y manque.',
  'course_list.not_given': 'Moodle n’a pas donné ses cours à l’instant ; ils lui seront redemandés.',
  'course_list.never_given': 'Moodle n’a pas encore donné ses cours : cette liste n’est que la nôtre.',
  'course_list.hidden_there': 'caché dans Moodle',
  'course_list.gone_there': 'n’est plus dans Moodle',
  'course_list.never_there': 'n’est pas dans Moodle',
  'course_list.no_enrolment_there': 'ne peut pas être attribué : autorisez l’inscription manuelle dans Moodle',
  'course_list.unusable_name_there':
    'ne peut pas être attribué : donnez-lui dans Moodle un nom abrégé qui ne soit qu’à lui',
  'course_list.separate_groups_there':
    'ne peut pas être attribué : ses groupes sont séparés dans Moodle ; donnez moodle/site:accessallgroups au rôle du service, ou changez le mode de groupe du cours',

  'ago.now': 'à l’instant',
  'ago.minutes_one': 'il y a {{count, number}} minute',
  'ago.minutes_other': 'il y a {{count, number}} minutes',
  'ago.hours_one': 'il y a {{count, number}} heure',
  'ago.hours_other': 'il y a {{count, number}} heures',
  'ago.days_one': 'il y a {{count, number}} jour',
  'ago.days_other': 'il y a {{count, number}} jours',

  'field.shortname': 'Nom abrégé',
  'field.shortname.hint': 'Comme dans Moodle, par exemple EXCEL-1. Il reste ; un import peut changer le nom.',
  'field.course_name': 'Nom',

  'moodle.away': 'Moodle est injoignable depuis le {{since, instant}}. Tout attend et se fera à son retour.',
  'moodle.refuses':
    'Moodle refuse ce qui lui est demandé depuis le {{since, instant}}. Tout attend que ce soit réglé là-bas.',
  'moodle.course_unsure':
    'Ce cours attend : Moodle ne donne pas de réponse claire depuis le {{since, instant}}. Il est interrogé de nouveau tout seul.',
  'moodle.course_refused':
    'Ce cours attend : Moodle refuse ce qui lui est demandé depuis le {{since, instant}}. La suite se fera toute seule une fois cela réglé là-bas.',
  'moodle.course_waits': '{{course}} attend Moodle depuis le {{since, instant}}.',

  'remedy.moodle.unreachable': 'S’il fonctionne, vérifiez MOODLE_URL.',
  'remedy.moodle.address': 'MOODLE_URL mène ailleurs : écrivez l’adresse de votre Moodle telle que dans un navigateur.',
  'remedy.moodle.certificate': 'Son certificat n’est pas reconnu : renouvelez-le.',
  'remedy.moodle.maintenance': 'Il est en maintenance.',
  'remedy.moodle.database': 'Sa base de données ne répond pas.',
  'remedy.moodle.unreadable': 'Il répond, mais pas comme un service web : regardez son journal.',
  'remedy.moodle.uncertain': 'Ses réponses n’arrivent pas : regardez son journal.',
  'remedy.moodle.mail': 'Il ne peut pas envoyer d’e-mails : vérifiez leur configuration.',
  'remedy.moodle.services_off': 'Activez les services web et le protocole REST.',
  'remedy.moodle.token': 'MOODLE_TOKEN n’est plus valable : créez-en un autre, sans cocher « Valide jusqu’au ».',
  'remedy.moodle.access':
    'Moodle ne dit pas laquelle de ces causes est la bonne : le service est désactivé, l’utilisateur n’y est pas autorisé, le rôle avec webservice/rest:use n’est pas attribué à l’utilisateur, le jeton n’admet que d’autres adresses IP, ou le jeton a expiré. Si une seule fonction échoue, ajoutez-la au service.',
  'remedy.moodle.account': 'Le compte du service ne peut pas se connecter : rétablissez-le.',
  'remedy.moodle.password': 'Le compte du service doit d’abord changer de mot de passe.',
  'remedy.moodle.policy': 'Le compte du service doit d’abord accepter la charte du site.',
  'remedy.moodle.permission': 'Une capacité manque : npm run seats -- check dit laquelle.',
  'remedy.moodle.course_access':
    'Le service ne peut pas entrer dans un cours : npm run seats -- check dit quelle capacité manque.',
  'remedy.moodle.role': 'Le service ne peut pas donner un rôle : npm run seats -- check dit lequel.',
  'remedy.moodle.blind': 'Il ne montre personne au service : npm run seats -- check dit quelle capacité manque.',
  'remedy.moodle.groups':
    'Les groupes du cours sont séparés : donnez moodle/site:accessallgroups au rôle du service, ou changez le mode de groupe du cours.',
  'remedy.moodle.refused': 'Le journal contient ses propres mots.',

  'help.courses_seen': '/seats courses : voir quels cours sont ouverts',
  'help.courses': '/seats courses : voir, ouvrir et masquer des cours',

  'import.open': 'Importer un fichier',

  'export.open': 'Exporter',

  'refusal.course.unknown': 'Il n’y a pas de cours {{course}}. Choisissez-en un que propose le formulaire.',
  'refusal.course.changed':
    'Ce cours n’est plus ce que montre la liste, donc rien n’a été modifié. Cherchez à nouveau pour le voir tel qu’il est.',
  'refusal.course.closed': '{{course}} est fermé. Choisissez un autre cours.',
  'refusal.course.no_enrolment':
    'Personne ne peut être inscrit dans {{course}} : Moodle n’y autorise pas l’inscription manuelle. Choisissez un autre cours, ou demandez à l’équipe commerciale.',
  'refusal.course.separate_groups':
    'Personne ne peut être inscrit dans {{course}} : ses groupes sont séparés dans Moodle, qui ne nous montre pas qui s’y trouve. Choisissez un autre cours, ou demandez à l’équipe commerciale.',
  'refusal.course.separate_groups_in_moodle':
    'Les groupes de {{course}} sont séparés dans Moodle, qui ne nous montre pas qui s’y trouve : il reste donc fermé. Donnez moodle/site:accessallgroups au rôle du service, ou changez le mode de groupe du cours : il s’ouvrira ici de lui-même.',
  'refusal.course.hidden_in_moodle':
    'Moodle cache {{course}}, qui reste donc fermé. Affichez-le dans Moodle : il s’ouvrira ici de lui-même.',
  'refusal.course.gone_from_moodle':
    'Moodle n’a pas {{course}}, qui reste donc fermé. S’il y arrive, il s’ouvrira ici de lui-même.',
  'refusal.course.no_enrolment_in_moodle':
    'Moodle n’autorise pas l’inscription manuelle dans {{course}}, qui reste donc fermé. Autorisez-la dans Moodle : le cours s’ouvrira ici de lui-même.',
  'refusal.course.unusable_name_in_moodle':
    'Le nom abrégé que {{course}} a dans Moodle est celui d’un autre cours ou inutilisable : il reste donc fermé. Changez-le dans Moodle : le cours s’ouvrira ici de lui-même.',
  'refusal.shortname.missing': 'Écrivez un nom abrégé.',
  'refusal.shortname.backslash': 'Un nom abrégé ne peut pas contenir \\.',
  'refusal.shortname.taken': 'Il y a déjà un cours {{shortname}}.',
};
