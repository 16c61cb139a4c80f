import { FAILURE_REASONS } from '../../../src/features/assignments/enrolment';
import { failureInWords } from '../../../src/features/assignments/enrolment-words.view';
import { translator } from '../../support/translator';

const COORDINATOR = { sales: false };
const SALES = { sales: true };

describe.each(['en', 'fr'] as const)('the explanation of a failed enrolment, in %s', (locale) => {
  const t = translator(locale);

  it.each(FAILURE_REASONS)('sends no coordinator to the app or to Moodle’s settings: %s', (reason) => {
    const told = failureInWords({ reason, isMovable: true }, COORDINATOR, t);
    expect(told).not.toMatch(/MOODLE_|\blog\b|journal|manual enrolment|inscription manuelle/);
  });

  it('tells sales the remedy', () => {
    const told = (reason: (typeof FAILURE_REASONS)[number]) => failureInWords({ reason, isMovable: false }, SALES, t);
    expect(told('role_unknown')).toContain('MOODLE_ROLES');
    expect(told('course_closed')).toMatch(/manual enrolment|inscription manuelle/);
    expect(told('refused')).toMatch(/\blog\b|journal/);
  });

  it('offers coordinators another course only where one is possible and helps', () => {
    const isOffered = (reason: 'course_closed' | 'refused' | 'role_unknown', isMovable: boolean) =>
      failureInWords({ reason, isMovable }, COORDINATOR, t).includes(t('action.change'));
    expect(isOffered('course_closed', true)).toBe(true);
    expect(isOffered('refused', true)).toBe(true);
    expect(isOffered('course_closed', false)).toBe(false);
    expect(isOffered('role_unknown', true)).toBe(false);
  });
});
