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

  'title.failed': 'Non inscrits',
  'refusal.enrolment.not_failed': 'Cette place ne passe pas par Moodle : il n’y a rien à réessayer.',
};
