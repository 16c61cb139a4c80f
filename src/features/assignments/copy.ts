import type { Translation } from '../../core/words';

export const en = {
  'action.assign': 'Assign a seat',
  'action.assign_another': 'Assign another',
  'action.submit_assign': 'Assign',
  'action.retry': 'Try again',
  'action.confirm_sign_in': 'They can sign in',
  'action.change': 'Change',
  'action.release': 'Release',

  'title.seats': 'Seats in an order',
  'title.assign': 'Assign a seat',
  'title.assigned': 'Seat assigned',
  'title.unassigned': 'Seat unassigned',
  'title.release': 'Release this seat?',
  'title.change_seat': 'Change seat',
  'title.assigned_seats': 'Assigned seats',

  'field.pool': 'Take the seat from',
  'field.pool.hint': 'Automatic uses the seat that expires first.',
  'field.course': 'Course',
  'field.trainee': 'Trainee',
  'field.first_name': 'First name',
  'field.last_name': 'Last name',
  'field.email': 'Email',
  'field.end_date.hint': 'Leave empty to use the duration sold.',
  'field.search_trainee': 'Search by name or email',

  'placeholder.trainee': 'Type a name or an email',

  'option.automatic': 'Automatic',
  'option.new_trainee': 'New trainee…',
  'option.pool_one': '{{product}} · {{count, number}} left',
  'option.pool_other': '{{product}} · {{count, number}} left',

  'pool.until': 'until {{day, day}}',

  'seats.summary': '{{product}} for {{customer}}, order {{order}}',
  'seats.unassigned': '{{seat}} · unassigned',
  'seats.cancelled': '{{seat}} · cancelled',
  'seats.expired': '{{seat}} · expired',
  'seats.assigned': '{{seat}} · {{trainee}} · {{course}} · {{period}}',

  'assign.choose_customer': 'Choose the customer whose seats you want to assign.',
  'assign.from_one': 'From {{product}}, order {{order}}: {{count, number}} seat left.',
  'assign.from_other': 'From {{product}}, order {{order}}: {{count, number}} seats left.',
  'assign.allowance_one': 'You can assign {{count, number}} more of {{quota, number}} this month.',
  'assign.allowance_other': 'You can assign {{count, number}} more of {{quota, number}} this month.',
  'assign.not_known': '{{email}} is new here. Enter their name to assign the seat.',
  'assign.done': '{{trainee}} has a seat in {{course}}',
  'assign.seat': 'Seat {{seat}} · {{product}}, order {{order}}',
  'assign.email': 'Email: {{email}}',
  'assign.ended': '{{trainee}} no longer has a seat in {{course}}',
  'assign.not_enrolled': '{{trainee}} isn’t enrolled in {{course}}',

  'period.from_to': '{{start, day}} to {{end, day}}',
  'period.from': 'from {{start, day}}, no end',

  'help.assign': '/seats assign: give a seat to a trainee',
  'help.assign_line': '/seats assign someone@example.com EXCEL-1: assign one in a single line',
  'help.assign_usage':
    'Type an email and a course, such as /seats assign someone@example.com EXCEL-1, or just /seats assign for the form.',

  'release.question': 'If {{trainee}} hasn’t started, they leave {{course}} and the seat can be assigned again.',

  'change.who': '{{trainee}} in {{course}}, seat {{seat}}',
  'change.settled': 'This trainee is already in the course. To choose another course, release the seat first.',
  'change.mail': 'Moodle may email the trainee again when the dates change.',

  'enrolment.assigned': 'Enrolling in Moodle… We’ll tell you here when it’s done.',
  'enrolment.new_dates': 'Enrolled in Moodle. Updating the dates there…',
  'enrolment.enrolled': 'Enrolled in Moodle.',
  'enrolment.new_account':
    'Moodle created an account and emailed a password. If it doesn’t arrive, the trainee can get another one with “Forgotten password”.',
  'enrolment.without_mail': 'Enrolled in Moodle, but Moodle couldn’t email the trainee ({{at, instant}}).',
  'enrolment.without_password':
    'The account is new, so the email with its password was probably lost too. Send the trainee the “Forgotten password” link. If that email doesn’t arrive either, Moodle still can’t send any. The administrators know.',
  'enrolment.tell_them':
    'Tell the trainee that the course is open to them. If they can’t sign in, send them the “Forgotten password” link.',
  'enrolment.started':
    'Enrolled in Moodle. The trainee opened the course on {{day, day}}, so the seat stays with them.',
  'enrolment.releasing': 'Releasing the seat… We’re asking Moodle whether the trainee has started.',
  'enrolment.released': 'The seat can be assigned again.',
  'enrolment.already_enrolled':
    'The trainee was already in this course some other way, so the seat can be assigned again.',
  'enrolment.account_suspended':
    'The trainee’s Moodle account is suspended. Ask your Moodle administrator to reactivate it and try again, or release the seat.',
  'enrolment.account_refused':
    'Moodle won’t create an account with this name and email. Release the seat and assign it with another email, or ask your Moodle administrator.',
  'enrolment.course_closed':
    'No one can be enrolled in this course right now. Allow manual enrolment in Moodle and try again, or choose another course.',
  'enrolment.course_gone': 'This course is no longer in Moodle. Release the seat, then assign it for another course.',
  'enrolment.role_unknown': 'This product’s role isn’t set up for Moodle. Add it to MOODLE_ROLES, then try again.',
  'enrolment.removed_there':
    'Someone removed the trainee from the course in Moodle. Try again to enrol them once more, or release the seat.',
  'enrolment.account_gone':
    'The trainee’s Moodle account was deleted. Try again to create a new one, or release the seat.',
  'enrolment.refused':
    'Moodle refused to enrol the trainee. Try again, or release the seat. Moodle’s reason is in the log.',
  'enrolment.course_closed_for_them': 'No one can be enrolled in this course right now. The sales team has been told.',
  'enrolment.role_unknown_for_them': 'Moodle isn’t ready for this product yet. The sales team has been told.',
  'enrolment.refused_for_them': 'Moodle refused to enrol the trainee. The sales team has been told.',
  'enrolment.change_or_release': 'You can choose another course with Change, or release the seat.',
  'enrolment.wait_or_release': 'You can wait until this is fixed, or release the seat.',
  'enrolment.kept_started': 'The trainee has started, so the seat stays with them.',
  'enrolment.kept_hidden':
    'The seat stays with the trainee, because Moodle doesn’t show whether they’ve started. Your Moodle administrator can take them out of the course. After that, release the seat.',
  'enrolment.brief_enrolling': 'enrolling',
  'enrolment.brief_enrolled': 'enrolled',
  'enrolment.brief_started': 'started',
  'enrolment.brief_without_mail': 'enrolled, email not sent',
  'enrolment.brief_failed': 'not enrolled',
  'enrolment.brief_releasing': 'being released',
  'enrolment.brief_released': 'released',
  'enrolment.link': 'Open the course in Moodle',
  'enrolment.password_link': 'Forgotten password',

  'assigned.total_one': '{{customer}} has {{count, number}} assigned seat',
  'assigned.total_other': '{{customer}} has {{count, number}} assigned seats',
  'assigned.more_found_one': 'More than {{count, number}} assigned seat found. Type more of the name or email.',
  'assigned.more_found_other': 'More than {{count, number}} assigned seats found. Type more of the name or email.',
  'assigned.none_found': 'No one with a seat matches “{{typed}}”.',
  'assigned.none': '{{customer}} hasn’t assigned any seats yet.',

  'refusal.course.missing': 'Choose a course.',
  'refusal.seat.none_at_all': '{{customer}} has no seats left to assign. Ask the sales team for more.',
  'refusal.trainee.missing': 'Choose a trainee, or “New trainee…”.',
  'refusal.trainee.unknown': 'This trainee isn’t in your list. Choose another one, or “New trainee…”.',
  'refusal.trainee.already_in_course': '{{trainee}} is already in {{course}}. No seat was used.',
  'refusal.trainee.known_as':
    'This email belongs to {{trainee}}. If that’s who you mean, choose them under “Trainee”. If not, enter another email.',
  'refusal.trainee.known_as_in_line':
    '{{email}} belongs to {{trainee}}, so no seat was used. If that’s who you mean, send the same line without the name.',
  'refusal.name.tag': 'Moodle doesn’t allow “<” in a name. Leave it out.',
  'refusal.email.invalid': 'Enter an email, such as someone@example.com.',
  'refusal.email.not_plain':
    'Moodle only accepts emails written with the letters a to z. Ask the trainee for one other than {{email}}.',
  'refusal.seat.not_assigned': 'This seat isn’t assigned to anyone now. Check the list again.',
  'refusal.seat.reassigned': 'This seat now has another trainee, so nothing was changed. Open it again to see who.',
  'refusal.assignment.changed':
    'Someone changed this seat after you opened the form, so nothing was saved. Save again to replace their changes.',
  'refusal.seat.changed':
    'Someone else changed this seat, so nothing was done. Open it again to see its current state.',
  'refusal.release.sales_only':
    'Only the sales team can release this seat, because no one can tell whether the trainee has started.',
  'refusal.release.started': 'The trainee opened the course on {{day, day}}, so the seat stays with them.',
  'refusal.release.under_way': 'This seat is being released. Wait until that’s done.',
  'refusal.course.settled':
    'The trainee is already in that course. Release the seat, then assign it for another course.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'action.assign': 'Attribuer une place',
  'action.assign_another': 'En attribuer une autre',
  'action.submit_assign': 'Attribuer',
  'action.retry': 'Réessayer',
  'action.confirm_sign_in': 'Connexion possible',
  'action.change': 'Modifier',
  'action.release': 'Libérer',

  'title.seats': 'Places d’une commande',
  'title.assign': 'Attribuer une place',
  'title.assigned': 'Place attribuée',
  'title.unassigned': 'Place libérée',
  'title.release': 'Libérer la place ?',
  'title.change_seat': 'Modifier une place',
  'title.assigned_seats': 'Places attribuées',

  'field.pool': 'Prendre la place dans',
  'field.pool.hint': 'Automatique utilise la place qui expire en premier.',
  'field.course': 'Cours',
  'field.trainee': 'Stagiaire',
  'field.first_name': 'Prénom',
  'field.last_name': 'Nom',
  'field.email': 'E-mail',
  'field.end_date.hint': 'Laissez vide pour la durée vendue.',
  'field.search_trainee': 'Chercher par nom ou e-mail',

  'placeholder.trainee': 'Tapez un nom ou un e-mail',

  'option.automatic': 'Automatique',
  'option.new_trainee': 'Nouveau stagiaire…',
  'option.pool_one': '{{product}} · {{count, number}} place',
  'option.pool_other': '{{product}} · {{count, number}} places',

  'pool.until': 'jusqu’au {{day, day}}',

  'seats.summary': '{{product}} pour {{customer}}, commande {{order}}',
  'seats.unassigned': '{{seat}} · à attribuer',
  'seats.cancelled': '{{seat}} · annulée',
  'seats.expired': '{{seat}} · expirée',
  'seats.assigned': '{{seat}} · {{trainee}} · {{course}} · {{period}}',

  'assign.choose_customer': 'Choisissez le client dont vous voulez attribuer les places.',
  'assign.from_one': 'De {{product}}, commande {{order}} : il reste {{count, number}} place.',
  'assign.from_other': 'De {{product}}, commande {{order}} : il reste {{count, number}} places.',
  'assign.allowance_one': 'Vous pouvez encore attribuer {{count, number}} place sur {{quota, number}} ce mois-ci.',
  'assign.allowance_other': 'Vous pouvez encore attribuer {{count, number}} places sur {{quota, number}} ce mois-ci.',
  'assign.not_known': '{{email}} n’est pas encore connu ici. Saisissez le nom pour attribuer la place.',
  'assign.done': '{{trainee}} a une place dans {{course}}',
  'assign.seat': 'Place {{seat}} · {{product}}, commande {{order}}',
  'assign.email': 'E-mail : {{email}}',
  'assign.ended': '{{trainee}} n’a plus de place dans {{course}}',
  'assign.not_enrolled': '{{trainee}} n’est pas inscrit dans {{course}}',

  'period.from_to': 'du {{start, day}} au {{end, day}}',
  'period.from': 'à partir du {{start, day}}, sans fin',

  'help.assign': '/seats assign : donner une place à un stagiaire',
  'help.assign_line': '/seats assign quelqu.un@example.com EXCEL-1 : la même chose en une ligne',
  'help.assign_usage':
    'Saisissez un e-mail et un cours, comme /seats assign quelqu.un@example.com EXCEL-1, ou seulement /seats assign pour le formulaire.',

  'release.question':
    'Si {{trainee}} n’a pas commencé, son inscription dans {{course}} prend fin et la place est de nouveau à attribuer.',

  'change.who': '{{trainee}} dans {{course}}, place {{seat}}',
  'change.settled': 'Ce stagiaire est déjà dans le cours. Pour en choisir un autre, libérez d’abord la place.',
  'change.mail': 'Moodle peut écrire de nouveau au stagiaire quand les dates changent.',

  'enrolment.assigned': 'Inscription dans Moodle… Nous vous le dirons ici quand ce sera fait.',
  'enrolment.new_dates': 'Inscrit dans Moodle. Mise à jour des dates…',
  'enrolment.enrolled': 'Inscrit dans Moodle.',
  'enrolment.new_account':
    'Moodle a créé un compte et envoyé un mot de passe par e-mail. S’il n’arrive pas, le stagiaire peut en demander un autre avec « Mot de passe oublié ».',
  'enrolment.without_mail': 'Inscrit dans Moodle, mais Moodle n’a pas pu écrire au stagiaire ({{at, instant}}).',
  'enrolment.without_password':
    'Le compte est nouveau : l’e-mail avec le mot de passe s’est sans doute perdu aussi. Envoyez au stagiaire le lien « Mot de passe oublié ». Si cet e-mail n’arrive pas non plus, Moodle ne peut toujours pas en envoyer. Les administrateurs sont prévenus.',
  'enrolment.tell_them':
    'Dites au stagiaire que le cours lui est ouvert. S’il ne peut pas se connecter, envoyez-lui le lien « Mot de passe oublié ».',
  'enrolment.started': 'Inscrit dans Moodle. Le stagiaire a ouvert le cours le {{day, day}} : il garde la place.',
  'enrolment.releasing': 'Libération de la place… Nous demandons à Moodle si le stagiaire a commencé.',
  'enrolment.released': 'La place est de nouveau à attribuer.',
  'enrolment.already_enrolled':
    'Le stagiaire est déjà dans ce cours par un autre moyen : la place est de nouveau à attribuer.',
  'enrolment.account_suspended':
    'Le compte Moodle du stagiaire est suspendu. Demandez à votre administrateur Moodle de le réactiver et réessayez, ou libérez la place.',
  'enrolment.account_refused':
    'Moodle ne crée pas de compte avec ce nom et cet e-mail. Libérez la place et attribuez-la avec un autre e-mail, ou demandez à votre administrateur Moodle.',
  'enrolment.course_closed':
    'Personne ne peut être inscrit à ce cours pour le moment. Autorisez l’inscription manuelle dans Moodle et réessayez, ou choisissez un autre cours.',
  'enrolment.course_gone': 'Ce cours n’est plus dans Moodle. Libérez la place, puis attribuez-la pour un autre cours.',
  'enrolment.role_unknown':
    'Le rôle de ce produit n’est pas configuré pour Moodle. Ajoutez-le à MOODLE_ROLES, puis réessayez.',
  'enrolment.removed_there':
    'Quelqu’un a retiré le stagiaire du cours dans Moodle. Réessayez pour l’inscrire à nouveau, ou libérez la place.',
  'enrolment.account_gone':
    'Le compte Moodle du stagiaire a été supprimé. Réessayez pour en créer un nouveau, ou libérez la place.',
  'enrolment.refused':
    'Moodle a refusé d’inscrire le stagiaire. Réessayez, ou libérez la place. La raison donnée par Moodle est dans le journal.',
  'enrolment.course_closed_for_them':
    'Personne ne peut être inscrit à ce cours pour le moment. L’équipe commerciale est prévenue.',
  'enrolment.role_unknown_for_them': 'Moodle n’est pas encore prêt pour ce produit. L’équipe commerciale est prévenue.',
  'enrolment.refused_for_them': 'Moodle a refusé d’inscrire le stagiaire. L’équipe commerciale est prévenue.',
  'enrolment.change_or_release': 'Vous pouvez choisir un autre cours avec Modifier, ou libérer la place.',
  'enrolment.wait_or_release': 'Vous pouvez attendre que ce soit réglé, ou libérer la place.',
  'enrolment.kept_started': 'Le stagiaire a commencé : il garde la place.',
  'enrolment.kept_hidden':
    'Le stagiaire garde la place, car Moodle ne montre pas s’il a commencé. Votre administrateur Moodle peut le retirer du cours. Libérez la place ensuite.',
  'enrolment.brief_enrolling': 'inscription en cours',
  'enrolment.brief_enrolled': 'inscrit',
  'enrolment.brief_started': 'a commencé',
  'enrolment.brief_without_mail': 'inscrit, e-mail non envoyé',
  'enrolment.brief_failed': 'non inscrit',
  'enrolment.brief_releasing': 'libération en cours',
  'enrolment.brief_released': 'libérée',
  'enrolment.link': 'Ouvrir le cours dans Moodle',
  'enrolment.password_link': 'Mot de passe oublié',

  'assigned.total_one': '{{customer}} a {{count, number}} place attribuée',
  'assigned.total_many': '{{customer}} a {{count, number}} de places attribuées',
  'assigned.total_other': '{{customer}} a {{count, number}} places attribuées',
  'assigned.more_found_one': 'Plus de {{count, number}} place attribuée trouvée. Précisez le nom ou l’e-mail.',
  'assigned.more_found_many': 'Plus de {{count, number}} de places attribuées trouvées. Précisez le nom ou l’e-mail.',
  'assigned.more_found_other': 'Plus de {{count, number}} places attribuées trouvées. Précisez le nom ou l’e-mail.',
  'assigned.none_found': 'Personne ayant une place ne correspond à « {{typed}} ».',
  'assigned.none': '{{customer}} n’a pas encore attribué de place.',

  'refusal.course.missing': 'Choisissez un cours.',
  'refusal.seat.none_at_all': '{{customer}} n’a plus de place à attribuer. Demandez-en à l’équipe commerciale.',
  'refusal.trainee.missing': 'Choisissez un stagiaire, ou « Nouveau stagiaire… ».',
  'refusal.trainee.unknown':
    'Ce stagiaire n’est pas dans votre liste. Choisissez-en un autre, ou « Nouveau stagiaire… ».',
  'refusal.trainee.already_in_course': '{{trainee}} est déjà dans {{course}}. Aucune place n’a été utilisée.',
  'refusal.trainee.known_as':
    'Cet e-mail est celui {{trainee, of}}. Si c’est bien cette personne, choisissez-la sous « Stagiaire ». Sinon, saisissez un autre e-mail.',
  'refusal.trainee.known_as_in_line':
    '{{email}} est l’e-mail {{trainee, of}} : aucune place n’a été utilisée. Si c’est bien cette personne, envoyez la même ligne sans le nom.',
  'refusal.name.tag': 'Moodle n’accepte pas le signe « < » dans un nom. Retirez-le.',
  'refusal.email.invalid': 'Saisissez un e-mail, comme quelqu.un@example.com.',
  'refusal.email.not_plain':
    'Moodle n’accepte que les e-mails écrits avec les lettres de a à z. Demandez au stagiaire un autre e-mail que {{email}}.',
  'refusal.seat.not_assigned': 'Cette place n’est plus attribuée. Vérifiez la liste.',
  'refusal.seat.reassigned':
    'Cette place a maintenant un autre stagiaire : rien n’a été modifié. Rouvrez-la pour voir qui.',
  'refusal.assignment.changed':
    'Quelqu’un a modifié cette place après l’ouverture du formulaire : rien n’a été enregistré. Enregistrez de nouveau pour remplacer ses modifications.',
  'refusal.seat.changed': 'Quelqu’un a modifié cette place : rien n’a été fait. Rouvrez-la pour voir où elle en est.',
  'refusal.release.sales_only':
    'Seule l’équipe commerciale peut libérer cette place, car on ne sait pas si le stagiaire a commencé.',
  'refusal.release.started': 'Le stagiaire a ouvert le cours le {{day, day}} : il garde la place.',
  'refusal.release.under_way': 'Cette place est en cours de libération. Attendez la fin.',
  'refusal.course.settled':
    'Le stagiaire est déjà dans ce cours. Libérez la place, puis attribuez-la pour un autre cours.',
};
