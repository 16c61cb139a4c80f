import type { Translation } from '../../core/words';

export const en = {
  'action.assign': 'Assign a seat',
  'action.assign_another': 'Assign another',
  'action.submit_assign': 'Assign',
  'action.retry': 'Try again',
  'action.confirm_sign_in': 'They can sign in',
  'action.change': 'Change',
  'action.release': 'Release',

  'title.seats': 'Seats of an order',
  'title.assign': 'Assign a seat',
  'title.assigned': 'Seat assigned',
  'title.unassigned': 'Seat unassigned',
  'title.release': 'Release this seat?',
  'title.change_seat': 'Change a seat',
  'title.assigned_seats': 'Assigned seats',

  'field.pool': 'Take the seat from',
  'field.pool.hint': 'Automatic takes the seat that expires first.',
  'field.course': 'Course',
  'field.trainee': 'Trainee',
  'field.first_name': 'First name',
  'field.last_name': 'Last name',
  'field.email': 'E-mail',
  'field.end_date.hint': 'Leave empty to use the duration that was sold.',
  'field.search_trainee': 'Search by name or e-mail',

  'placeholder.trainee': 'Type a name or an e-mail',

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

  'assign.choose_customer': 'Choose the customer whose seat you want to assign.',
  'assign.from_one': 'From {{product}}, order {{order}}: {{count, number}} seat left.',
  'assign.from_other': 'From {{product}}, order {{order}}: {{count, number}} seats left.',
  'assign.allowance_one': 'You may assign {{count, number}} more of {{quota, number}} this month.',
  'assign.allowance_other': 'You may assign {{count, number}} more of {{quota, number}} this month.',
  'assign.not_known': '{{email}} is not known yet: enter the name, and the seat is assigned.',
  'assign.done': '{{trainee}} has a seat in {{course}}',
  'assign.seat': 'Seat {{seat}} · {{product}}, order {{order}}',
  'assign.email': 'E-mail: {{email}}',
  'assign.ended': '{{trainee}} has no seat in {{course}} any more',
  'assign.not_enrolled': '{{trainee}} is not enrolled in {{course}}',

  'period.from_to': '{{start, day}} to {{end, day}}',
  'period.from': 'from {{start, day}}, no end',

  'help.assign': '/seats assign: give a seat to a trainee',
  'help.assign_line': '/seats assign someone@example.com EXCEL-1: the same in one line',
  'help.assign_usage':
    'Write an e-mail and a course, such as /seats assign someone@example.com EXCEL-1, or only /seats assign for the form.',

  'release.question': 'If {{trainee}} has not begun, they leave {{course}} and the seat is unassigned again.',

  'change.who': '{{trainee}} in {{course}}, seat {{seat}}',
  'change.settled': 'The trainee is in the course already: to choose another one, release the seat first.',
  'change.mail': 'Moodle may write to the trainee again when the dates change.',

  'enrolment.assigned': 'Enrolling in Moodle… You are told here when it is done.',
  'enrolment.new_dates': 'Enrolled in Moodle. The new dates are on their way there…',
  'enrolment.enrolled': 'Enrolled in Moodle.',
  'enrolment.new_account':
    'Moodle has made an account and sent a password by email. If it does not arrive, the trainee can ask for another with “Forgotten password”.',
  'enrolment.without_mail': 'Enrolled in Moodle, which could not send its email to the trainee ({{at, instant}}).',
  'enrolment.without_password':
    'Their account is new and the email with its password was probably lost, too: send the trainee the link “Forgotten password”. If that brings no email either, Moodle still cannot send any; the administrators are told.',
  'enrolment.tell_them':
    'Tell the trainee that the course is open to them. If they cannot sign in, send them the link “Forgotten password”.',
  'enrolment.started':
    'Enrolled in Moodle. The trainee opened the course on {{day, day}}, so the seat stays with them.',
  'enrolment.releasing': 'Taking the seat back… Moodle is asked first whether the trainee has begun.',
  'enrolment.released': 'The seat is unassigned again.',
  'enrolment.already_enrolled':
    'The trainee is in this course already, in another way, so the seat is unassigned again.',
  'enrolment.account_suspended':
    'The trainee’s account in Moodle is suspended. Ask the Moodle administrator to unsuspend it, then try again; or release the seat.',
  'enrolment.account_refused':
    'Moodle makes no account for this name and address. Release the seat and assign it with another address, or ask the Moodle administrator.',
  'enrolment.course_closed':
    'Nobody can be enrolled in this course now. Allow manual enrolment in Moodle and try again, or choose another course.',
  'enrolment.course_gone': 'The course is not in Moodle any more. Release the seat, then assign it for another course.',
  'enrolment.role_unknown':
    'The role of this product is not among those set for Moodle. Add it to MOODLE_ROLES, then try again.',
  'enrolment.removed_there':
    'The trainee was removed from the course in Moodle. Try again to enrol them once more, or release the seat.',
  'enrolment.account_gone':
    'The trainee’s account was deleted in Moodle. Try again to make a new one, or release the seat.',
  'enrolment.refused':
    'Moodle refused to enrol the trainee. Try again, or release the seat; the log holds Moodle’s own words.',
  'enrolment.course_closed_for_them': 'Nobody can be enrolled in this course now. Sales have been told.',
  'enrolment.role_unknown_for_them': 'Moodle is not ready for this product yet. Sales have been told.',
  'enrolment.refused_for_them': 'Moodle refused to enrol the trainee. Sales have been told.',
  'enrolment.change_or_release': 'You can choose another course with Change, or release the seat.',
  'enrolment.wait_or_release': 'You can wait until that is put right, or release the seat.',
  'enrolment.kept_started': 'The seat stays with the trainee: they have begun.',
  'enrolment.kept_hidden':
    'The seat stays with the trainee: Moodle does not show whether they have begun. Whoever keeps Moodle can take them out of the course; release the seat after that.',
  'enrolment.brief_enrolling': 'enrolling',
  'enrolment.brief_enrolled': 'enrolled',
  'enrolment.brief_started': 'started',
  'enrolment.brief_without_mail': 'enrolled, email not sent',
  'enrolment.brief_failed': 'not enrolled',
  'enrolment.brief_releasing': 'being released',
  'enrolment.brief_released': 'released',
  'enrolment.link': 'Open the course in Moodle',
  'enrolment.password_link': 'Forgotten password',

  'assigned.total_one': '{{count, number}} assigned seat of {{customer}}',
  'assigned.total_other': '{{count, number}} assigned seats of {{customer}}',
  'assigned.more_found_one': 'More than {{count, number}} assigned seat found. Type more of the name or the address.',
  'assigned.more_found_other':
    'More than {{count, number}} assigned seats found. Type more of the name or the address.',
  'assigned.none_found': 'Nobody who has a seat is called {{typed}}.',
  'assigned.none': '{{customer}} has not assigned any seat yet.',

  'refusal.course.missing': 'Choose a course.',
  'refusal.seat.none_at_all': '{{customer}} has no seat left to assign. Ask the sales team for more.',
  'refusal.trainee.missing': 'Choose a trainee, or “New trainee…”.',
  'refusal.trainee.unknown': 'This trainee is not in your list. Choose another one, or “New trainee…”.',
  'refusal.trainee.already_in_course': '{{trainee}} is already in {{course}}. No seat was used.',
  'refusal.trainee.known_as':
    'This address is known as {{trainee}}. If you mean {{trainee}}, choose that name under “Trainee”; else write another address.',
  'refusal.trainee.known_as_in_line':
    '{{email}} is known as {{trainee}}, so no seat was used. If you mean {{trainee}}, write the same without the name.',
  'refusal.name.tag': 'Moodle takes no “<” in a name. Leave it out.',
  'refusal.email.invalid': 'Write an e-mail address, such as someone@example.com.',
  'refusal.email.not_plain':
    'Moodle takes only addresses in the letters a to z. Ask the trainee for another one than {{email}}.',
  'refusal.seat.not_assigned': 'This seat is not assigned to anybody now. Look at the list again.',
  'refusal.seat.reassigned': 'This seat has another trainee by now. Nothing was changed; open it again to see who.',
  'refusal.assignment.changed':
    'Somebody changed this seat since you opened the form, so nothing was saved. Save again to replace what they chose.',
  'refusal.seat.changed':
    'Someone else has changed this seat, so nothing was done. Open it again to see how it stands.',
  'refusal.release.sales_only': 'Only sales can take a seat back here: nobody can tell whether the trainee has begun.',
  'refusal.release.started': 'The trainee opened the course on {{day, day}}, so the seat stays with them.',
  'refusal.release.under_way': 'This seat is being taken back. Wait until that is done.',
  'refusal.course.settled':
    'The trainee is in that course already. Release the seat, then assign it again for another course.',
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
  'field.pool.hint': 'Automatique prend la place qui expire la première.',
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

  'assign.choose_customer': 'Choisissez le client dont vous voulez attribuer une place.',
  'assign.from_one': 'De {{product}}, commande {{order}} : il reste {{count, number}} place.',
  'assign.from_other': 'De {{product}}, commande {{order}} : il reste {{count, number}} places.',
  'assign.allowance_one': 'Vous pouvez encore attribuer {{count, number}} place sur {{quota, number}} ce mois-ci.',
  'assign.allowance_other': 'Vous pouvez encore attribuer {{count, number}} places sur {{quota, number}} ce mois-ci.',
  'assign.not_known': '{{email}} n’est pas encore connu : entrez le nom, et la place sera attribuée.',
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
    'Écrivez un e-mail et un cours, comme /seats assign quelqu.un@example.com EXCEL-1, ou seulement /seats assign pour le formulaire.',

  'release.question': 'Si {{trainee}} n’a pas commencé, il quitte {{course}} et la place est de nouveau à attribuer.',

  'change.who': '{{trainee}} dans {{course}}, place {{seat}}',
  'change.settled': 'Le stagiaire est déjà dans le cours : pour en choisir un autre, libérez d’abord la place.',
  'change.mail': 'Moodle écrira peut-être de nouveau au stagiaire quand les dates changent.',

  'enrolment.assigned': 'Inscription dans Moodle… Vous serez informé ici quand c’est fait.',
  'enrolment.new_dates': 'Inscrit dans Moodle. Les nouvelles dates y sont en route…',
  'enrolment.enrolled': 'Inscrit dans Moodle.',
  'enrolment.new_account':
    'Moodle a créé un compte et envoyé un mot de passe par e-mail. S’il n’arrive pas, le stagiaire peut en demander un autre avec « Mot de passe oublié ».',
  'enrolment.without_mail': 'Inscrit dans Moodle, qui n’a pas pu envoyer son e-mail au stagiaire ({{at, instant}}).',
  'enrolment.without_password':
    'Son compte est nouveau, et l’e-mail avec le mot de passe s’est sans doute perdu aussi : envoyez au stagiaire le lien « Mot de passe oublié ». Si aucun e-mail n’arrive alors, Moodle ne peut toujours pas en envoyer ; les administrateurs sont prévenus.',
  'enrolment.tell_them':
    'Dites au stagiaire que le cours lui est ouvert. S’il ne peut pas se connecter, envoyez-lui le lien « Mot de passe oublié ».',
  'enrolment.started': 'Inscrit dans Moodle. Le stagiaire a ouvert le cours le {{day, day}} : la place lui reste.',
  'enrolment.releasing': 'La place est en train d’être libérée… Moodle dit d’abord si le stagiaire a commencé.',
  'enrolment.released': 'La place est de nouveau à attribuer.',
  'enrolment.already_enrolled':
    'Le stagiaire est déjà dans ce cours, par une autre inscription : la place est de nouveau à attribuer.',
  'enrolment.account_suspended':
    'Le compte Moodle du stagiaire est suspendu. Demandez à la personne qui gère Moodle de le rétablir, puis réessayez ; ou libérez la place.',
  'enrolment.account_refused':
    'Moodle ne crée pas de compte pour ce nom et cette adresse. Libérez la place et attribuez-la avec une autre adresse, ou demandez à la personne qui gère Moodle.',
  'enrolment.course_closed':
    'Personne ne peut être inscrit à ce cours pour l’instant. Autorisez l’inscription manuelle dans Moodle et réessayez, ou choisissez un autre cours.',
  'enrolment.course_gone': 'Le cours n’est plus dans Moodle. Libérez la place, puis attribuez-la pour un autre cours.',
  'enrolment.role_unknown':
    'Le rôle de ce produit n’est pas parmi ceux réglés pour Moodle. Ajoutez-le à MOODLE_ROLES, puis réessayez.',
  'enrolment.removed_there':
    'Quelqu’un a retiré le stagiaire du cours dans Moodle. Réessayez pour l’inscrire à nouveau, ou libérez la place.',
  'enrolment.account_gone':
    'Le compte du stagiaire a été supprimé dans Moodle. Réessayez pour en créer un nouveau, ou libérez la place.',
  'enrolment.refused':
    'Moodle a refusé d’inscrire le stagiaire. Réessayez, ou libérez la place ; le journal contient les mots de Moodle.',
  'enrolment.course_closed_for_them':
    'Personne ne peut être inscrit à ce cours pour l’instant. L’équipe commerciale est prévenue.',
  'enrolment.role_unknown_for_them': 'Moodle n’est pas encore prêt pour ce produit. L’équipe commerciale est prévenue.',
  'enrolment.refused_for_them': 'Moodle a refusé d’inscrire le stagiaire. L’équipe commerciale est prévenue.',
  'enrolment.change_or_release': 'Vous pouvez choisir un autre cours avec Modifier, ou libérer la place.',
  'enrolment.wait_or_release': 'Vous pouvez attendre que ce soit réglé, ou libérer la place.',
  'enrolment.kept_started': 'La place reste au stagiaire : il a commencé.',
  'enrolment.kept_hidden':
    'La place reste au stagiaire : Moodle ne montre pas s’il a commencé. La personne qui gère Moodle peut le retirer du cours ; libérez la place ensuite.',
  'enrolment.brief_enrolling': 'inscription en cours',
  'enrolment.brief_enrolled': 'inscrit',
  'enrolment.brief_started': 'a commencé',
  'enrolment.brief_without_mail': 'inscrit, e-mail non envoyé',
  'enrolment.brief_failed': 'non inscrit',
  'enrolment.brief_releasing': 'libération en cours',
  'enrolment.brief_released': 'libérée',
  'enrolment.link': 'Ouvrir le cours dans Moodle',
  'enrolment.password_link': 'Mot de passe oublié',

  'assigned.total_one': '{{count, number}} place attribuée pour {{customer}}',
  'assigned.total_many': '{{count, number}} de places attribuées pour {{customer}}',
  'assigned.total_other': '{{count, number}} places attribuées pour {{customer}}',
  'assigned.more_found_one': 'Plus de {{count, number}} place attribuée trouvée. Précisez le nom ou l’adresse.',
  'assigned.more_found_many': 'Plus de {{count, number}} de places attribuées trouvées. Précisez le nom ou l’adresse.',
  'assigned.more_found_other': 'Plus de {{count, number}} places attribuées trouvées. Précisez le nom ou l’adresse.',
  'assigned.none_found': 'Personne qui a une place ne s’appelle {{typed}}.',
  'assigned.none': '{{customer}} n’a encore attribué aucune place.',

  'refusal.course.missing': 'Choisissez un cours.',
  'refusal.seat.none_at_all': '{{customer}} n’a plus de place à attribuer. Demandez-en à l’équipe commerciale.',
  'refusal.trainee.missing': 'Choisissez un stagiaire, ou « Nouveau stagiaire… ».',
  'refusal.trainee.unknown':
    'Ce stagiaire n’est pas dans votre liste. Choisissez-en un autre, ou « Nouveau stagiaire… ».',
  'refusal.trainee.already_in_course': '{{trainee}} est déjà dans {{course}}. Aucune place n’a été utilisée.',
  'refusal.trainee.known_as':
    'Cette adresse est connue au nom de {{trainee}}. Si c’est la bonne personne, choisissez ce nom sous « Stagiaire » ; sinon, écrivez une autre adresse.',
  'refusal.trainee.known_as_in_line':
    '{{email}} est connu au nom de {{trainee}} : aucune place n’a été utilisée. Si c’est la bonne personne, écrivez la même chose sans le nom.',
  'refusal.name.tag': 'Moodle n’accepte pas le signe « < » dans un nom. Enlevez-le.',
  'refusal.email.invalid': 'Écrivez une adresse e-mail, comme quelqu.un@example.com.',
  'refusal.email.not_plain':
    'Moodle n’accepte que les adresses en lettres de a à z. Demandez au stagiaire une autre adresse que {{email}}.',
  'refusal.seat.not_assigned': 'Cette place n’est plus attribuée à personne. Regardez la liste à nouveau.',
  'refusal.seat.reassigned':
    'Cette place a maintenant un autre stagiaire. Rien n’a été modifié ; rouvrez-la pour voir de qui il s’agit.',
  'refusal.assignment.changed':
    'Quelqu’un a modifié cette place depuis que vous avez ouvert le formulaire, donc rien n’a été enregistré. Enregistrez à nouveau pour remplacer son choix.',
  'refusal.seat.changed':
    'Quelqu’un a modifié cette place, donc rien n’a été fait. Rouvrez-la pour voir où elle en est.',
  'refusal.release.sales_only':
    'Seule l’équipe commerciale peut reprendre une place ici : personne ne peut dire si le stagiaire a commencé.',
  'refusal.release.started': 'Le stagiaire a ouvert le cours le {{day, day}} : la place lui reste.',
  'refusal.release.under_way': 'Cette place est en train d’être libérée. Attendez que ce soit fait.',
  'refusal.course.settled':
    'Le stagiaire est déjà dans ce cours. Libérez la place, puis attribuez-la pour un autre cours.',
};
