import type { Translation } from '../../core/words';

export const en = {
  'home.more_one': '{{count, number}} more comes up here as these are done.',
  'home.more_other': '{{count, number}} more come up here as these are done.',

  'enrolment.failed_title_one': '{{count, number}} enrolment of {{customer}} in Moodle needs you:',
  'enrolment.failed_title_other': '{{count, number}} enrolments of {{customer}} in Moodle need you:',
  'enrolment.none_failed': 'Every trainee is where they should be.',
  'enrolment.failed_line': '{{trainee}} in {{course}}',
  'enrolment.given_back':
    '{{trainee}} is in {{course}} already, in another way, so no seat was used: {{seat}} is unassigned again. If that enrolment has ended, ask for it to be removed in Moodle, then assign again.',
  'enrolment.remains':
    '{{seat}} is unassigned again. {{trainee}} is still in {{course}}: they are enrolled in another way as well, which is not ours to end.',
  'enrolment.kept': '{{seat}} was not released: {{trainee}} keeps it, in {{course}}.',

  'lost_mail.title_one': 'Moodle could not send its email to {{count, number}} trainee of {{customer}}.',
  'lost_mail.title_other': 'Moodle could not send its email to {{count, number}} trainees of {{customer}}.',
  'lost_mail.remedy':
    'They are enrolled but may not know it, and a new account has no password yet. Tell them, and send them the link “Forgotten password” if they cannot sign in. The administrators are told.',
  'lost_mail.more_one': 'And {{count, number}} more, marked “email not sent” among the assigned seats.',
  'lost_mail.more_other': 'And {{count, number}} more, marked “email not sent” among the assigned seats.',
  'lost_mail.own':
    'You are enrolled in {{course}} now, but Moodle could not send you its email. If you cannot sign in there, ask for a new password.',
  'lost_mail.report_one':
    'Moodle could not send its email to {{count, number}} person who was enrolled. Check its outgoing mail configuration; whoever assigned the seat knows what to do.',
  'lost_mail.report_other':
    'Moodle could not send its email to {{count, number}} people who were enrolled. Check its outgoing mail configuration; whoever assigned the seats knows what to do.',

  'title.failed': 'Not enrolled',
  'refusal.enrolment.not_failed': 'This seat is not enrolled by Moodle, so there is nothing to try again.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'home.more_one': 'Encore {{count, number}} : la suite s’affichera ici.',
  'home.more_other': 'Encore {{count, number}} : la suite s’affichera ici.',

  'enrolment.failed_title_one': '{{count, number}} inscription Moodle pour {{customer}} vous attend :',
  'enrolment.failed_title_other': '{{count, number}} inscriptions Moodle pour {{customer}} vous attendent :',
  'enrolment.none_failed': 'Chaque stagiaire est là où il doit être.',
  'enrolment.failed_line': '{{trainee}} dans {{course}}',
  'enrolment.given_back':
    '{{trainee}} est déjà dans {{course}}, par une autre inscription : aucune place n’a servi, {{seat}} est de nouveau à attribuer. Si cette inscription est terminée, demandez qu’elle soit retirée dans Moodle, puis attribuez à nouveau.',
  'enrolment.remains':
    '{{seat}} est de nouveau à attribuer. {{trainee}} est encore dans {{course}}, par une autre inscription qu’il ne nous revient pas de retirer.',
  'enrolment.kept': '{{seat}} n’a pas été libérée : {{trainee}} la garde, dans {{course}}.',

  'lost_mail.title_one': 'Moodle n’a pas pu envoyer son e-mail à {{count, number}} stagiaire de {{customer}}.',
  'lost_mail.title_other': 'Moodle n’a pas pu envoyer son e-mail à {{count, number}} stagiaires de {{customer}}.',
  'lost_mail.remedy':
    'Ils sont inscrits mais ne le savent peut-être pas, et un nouveau compte n’a pas encore de mot de passe. Prévenez-les, et envoyez le lien « Mot de passe oublié » à qui ne peut pas se connecter. Les administrateurs sont prévenus.',
  'lost_mail.more_one': 'Et {{count, number}} autre, avec « e-mail non envoyé » parmi les places attribuées.',
  'lost_mail.more_other': 'Et {{count, number}} autres, avec « e-mail non envoyé » parmi les places attribuées.',
  'lost_mail.own':
    'Vous avez maintenant accès à {{course}}, mais Moodle n’a pas pu vous envoyer son e-mail. Si vous ne pouvez pas vous y connecter, demandez un nouveau mot de passe.',
  'lost_mail.report_one':
    'Moodle n’a pas pu envoyer son e-mail à {{count, number}} personne inscrite. Vérifiez sa configuration du courriel sortant ; qui a attribué la place sait quoi faire.',
  'lost_mail.report_other':
    'Moodle n’a pas pu envoyer son e-mail à {{count, number}} personnes inscrites. Vérifiez sa configuration du courriel sortant ; qui a attribué les places sait quoi faire.',

  'title.failed': 'Non inscrits',
  'refusal.enrolment.not_failed': 'Cette place ne passe pas par Moodle : il n’y a rien à réessayer.',
};
