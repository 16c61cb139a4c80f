import type { Translation } from '../../core/words';

export const en = {
  'home.more_one': '{{count, number}} more will appear here as these are done.',
  'home.more_other': '{{count, number}} more will appear here as these are done.',

  'enrolment.failed_title_one': '{{customer}}: {{count, number}} enrolment needs attention',
  'enrolment.failed_title_other': '{{customer}}: {{count, number}} enrolments need attention',
  'enrolment.none_failed': 'Everyone is enrolled.',
  'enrolment.failed_line': '{{trainee}} in {{course}}',
  'enrolment.given_back':
    '{{trainee}} was already in {{course}} some other way, so no seat was used: {{seat}} can be assigned again. If that enrolment has ended, have it removed in Moodle, then assign again.',
  'enrolment.remains':
    '{{seat}} can be assigned again. {{trainee}} is still in {{course}}, because they’re enrolled there some other way too.',
  'enrolment.kept': '{{seat}} wasn’t released: {{trainee}} keeps it, in {{course}}.',

  'lost_mail.title_one': 'Moodle couldn’t email {{count, number}} of {{customer}}’s trainees.',
  'lost_mail.title_other': 'Moodle couldn’t email {{count, number}} of {{customer}}’s trainees.',
  'lost_mail.remedy':
    'They’re enrolled but may not know it, and a new account has no password yet. Tell them, and send them the “Forgotten password” link if they can’t sign in. The administrators know.',
  'lost_mail.more_one': 'And {{count, number}} more, marked “email not sent” in the assigned seats.',
  'lost_mail.more_other': 'And {{count, number}} more, marked “email not sent” in the assigned seats.',
  'lost_mail.own':
    'You’re now enrolled in {{course}}, but Moodle couldn’t email you. If you can’t sign in, ask for a new password.',
  'lost_mail.report_one':
    'Moodle couldn’t email {{count, number}} person who was enrolled. Check its outgoing mail settings. The person who assigned the seat knows what to do.',
  'lost_mail.report_other':
    'Moodle couldn’t email {{count, number}} people who were enrolled. Check its outgoing mail settings. The people who assigned the seats know what to do.',

  'title.failed': 'Not enrolled',
  'refusal.enrolment.not_failed': 'This seat doesn’t go through Moodle, so there’s nothing to try again.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'home.more_one': 'Encore {{count, number}} : la suite s’affichera ici.',
  'home.more_other': 'Encore {{count, number}} : la suite s’affichera ici.',

  'enrolment.failed_title_one': '{{customer}} : {{count, number}} inscription demande votre attention',
  'enrolment.failed_title_other': '{{customer}} : {{count, number}} inscriptions demandent votre attention',
  'enrolment.none_failed': 'Tous les stagiaires sont inscrits.',
  'enrolment.failed_line': '{{trainee}} dans {{course}}',
  'enrolment.given_back':
    '{{trainee}} est déjà dans {{course}} par un autre moyen : aucune place n’a été utilisée, {{seat}} est de nouveau à attribuer. Si cette inscription est terminée, faites-la retirer dans Moodle, puis attribuez de nouveau.',
  'enrolment.remains':
    '{{seat}} est de nouveau à attribuer. {{trainee}} reste dans {{course}}, par une autre inscription.',
  'enrolment.kept': '{{seat}} n’a pas été libérée : {{trainee}} la garde, dans {{course}}.',

  'lost_mail.title_one': 'Moodle n’a pas pu écrire à {{count, number}} stagiaire {{customer, of}}.',
  'lost_mail.title_other': 'Moodle n’a pas pu écrire à {{count, number}} stagiaires {{customer, of}}.',
  'lost_mail.remedy':
    'Ces personnes sont inscrites mais ne le savent peut-être pas, et un nouveau compte n’a pas encore de mot de passe. Prévenez-les, et envoyez le lien « Mot de passe oublié » à celles qui ne peuvent pas se connecter. Les administrateurs sont prévenus.',
  'lost_mail.more_one': 'Et {{count, number}} autre, avec « e-mail non envoyé » dans les places attribuées.',
  'lost_mail.more_other': 'Et {{count, number}} autres, avec « e-mail non envoyé » dans les places attribuées.',
  'lost_mail.own':
    'Vous êtes maintenant inscrit à {{course}}, mais Moodle n’a pas pu vous écrire. Si vous ne pouvez pas vous connecter, demandez un nouveau mot de passe.',
  'lost_mail.report_one':
    'Moodle n’a pas pu écrire à {{count, number}} personne inscrite. Vérifiez sa configuration du courriel sortant. La personne qui a attribué la place sait quoi faire.',
  'lost_mail.report_other':
    'Moodle n’a pas pu écrire à {{count, number}} personnes inscrites. Vérifiez sa configuration du courriel sortant. Les personnes qui ont attribué les places savent quoi faire.',

  'title.failed': 'Non inscrits',
  'refusal.enrolment.not_failed': 'Cette place ne passe pas par Moodle : il n’y a rien à réessayer.',
};
