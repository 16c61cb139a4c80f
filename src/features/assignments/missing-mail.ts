import type { Enrolment } from './enrolment';

/**
 * What the trainee may lack to get into the course. `mail`: Moodle said that it could not send its mail. `password`: it
 * has made the account and mailed a password, and does not tell whether that mail left.
 */
export function mayLack({
  state,
  accountMadeAt,
  mailFailedAt,
  signedInAt,
  startedAt,
}: Pick<Enrolment, 'state' | 'accountMadeAt' | 'mailFailedAt' | 'signedInAt' | 'startedAt'>):
  | 'mail'
  | 'password'
  | undefined {
  if (state !== 'enrolled' || signedInAt !== undefined || startedAt !== undefined) return undefined;
  if (mailFailedAt !== undefined) return 'mail';
  return accountMadeAt !== undefined ? 'password' : undefined;
}
