import fc from 'fast-check';
import { addDays, mondayOf, weekdayOf } from '../../../src/core/time';
import { stockThresholdsReached, thresholdsPassed } from '../../../src/features/orders/alert';
import { placeName } from '../../../src/features/reminders/holiday-places';
import { holidayCalendar } from '../../../src/features/reminders/holidays';
import { momentOf, nextReminderDay, type ReminderSchedule } from '../../../src/features/reminders/reminder';
import { planReminders, planSnooze, type ReminderForm } from '../../../src/features/reminders/reminder-settings';
import { isReminderDay } from '../../support/reminder-days';
import { at } from '../../support/time';

const USUAL: ReminderSchedule = {
  timezone: 'Europe/Paris',
  time: '09:00',
  days: [1, 2, 3, 4, 5],
  frequency: 'daily',
  country: undefined,
  snoozedUntil: undefined,
};
const FORM: ReminderForm = {
  frequency: 'daily',
  time: '09:00',
  days: ['1'],
  to: 'channel',
  timezone: 'Europe/Paris',
  locale: 'en',
  country: undefined,
};

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2025-01-01', days));
const schedule = fc.record({
  timezone: fc.constantFrom('Europe/Paris', 'Pacific/Apia', 'America/St_Johns', 'Australia/Lord_Howe'),
  time: fc.constantFrom('00:00', '02:30', '09:00', '23:45'),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'never' as const),
  country: fc.constantFrom(undefined, 'FR', 'NZ', 'US'),
  snoozedUntil: fc.option(day, { nil: undefined }),
});

describe('reminder days', () => {
  it('are the chosen weekdays, without holidays and without snoozed days', () => {
    fc.assert(
      fc.property(schedule, day, (one, when) => {
        if (!isReminderDay(when, one, holidayCalendar)) return;
        expect(one.days).toContain(weekdayOf(when));
        expect(when >= (one.snoozedUntil ?? '')).toBe(true);
        expect(one.country !== undefined && holidayCalendar.isHoliday(one.country, when)).toBe(false);
      }),
    );
  });

  it('are at most one a week for weekly reminders', () => {
    fc.assert(
      fc.property(schedule, day, (one, when) => {
        const week = Array.from({ length: 7 }, (_, index) => addDays(mondayOf(when), index));
        const reminded = week.filter((each) => isReminderDay(each, { ...one, frequency: 'weekly' }, holidayCalendar));
        expect(reminded.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('can be found in advance', () => {
    fc.assert(
      fc.property(schedule, day, (one, when) => {
        const next = nextReminderDay(when, one, holidayCalendar);
        if (next !== undefined) expect(next > when && isReminderDay(next, one, holidayCalendar)).toBe(true);
      }),
    );
  });

  it.each([
    ['KR', 'en', 'South Korea'],
    ['CA-QC', 'fr', 'Canada – Québec'],
    ['GB-SCT', 'fr', 'Royaume-Uni – Écosse'],
    ['CH-ZH', 'fr', 'Suisse – Canton de Zurich'],
  ])('may leave out the holidays of %s, which is called in %s: %s', (code, locale, name) => {
    expect(holidayCalendar.knows(code)).toBe(true);
    expect(placeName(code, locale)).toBe(name);
    expect(holidayCalendar.countries(locale)).toContainEqual({ code, name });
  });

  it.each(['GB-XXX', 'XX', 'CA-', 'ca-on', ''])('know no place called %j', (code) => {
    expect(holidayCalendar.knows(code)).toBe(false);
  });

  it.each([
    ['2026-04-06', 'FR', true],
    ['2026-07-14', 'FR', true],
    ['2026-07-13', 'FR', false],
    ['2026-10-26', 'NZ', true],
    ['2026-10-25', 'NZ', false],
    ['2026-11-26', 'US', true],
    ['2026-05-30', 'TR', true],
    ['2026-05-31', 'TR', false],
    // Official days of Seollal, with a substitute for its Sunday in 2027.
    ['2026-02-15', 'KR', false],
    ['2026-02-16', 'KR', true],
    ['2026-02-17', 'KR', true],
    ['2026-02-18', 'KR', true],
    ['2026-02-19', 'KR', false],
    ['2027-02-05', 'KR', false],
    ['2027-02-06', 'KR', true],
    ['2027-02-07', 'KR', true],
    ['2027-02-08', 'KR', true],
    ['2027-02-09', 'KR', true],
    ['2027-02-10', 'KR', false],
    ['2026-09-24', 'KR', true],
    // Provinces differ, and the country has what all of them have.
    ['2026-02-16', 'CA', false],
    ['2026-02-16', 'CA-ON', true],
    ['2026-02-16', 'CA-QC', false],
    ['2026-06-24', 'CA-QC', true],
    ['2026-06-24', 'CA-ON', false],
    ['2026-04-06', 'CA-ON', false],
    ['2026-09-30', 'CA-BC', true],
    ['2026-09-30', 'CA-ON', false],
    ['2026-07-01', 'CA-YT', true],
    ['2026-08-31', 'GB', false],
    ['2026-08-31', 'GB-ENG', true],
    ['2026-04-06', 'GB-ENG', true],
    ['2026-12-28', 'GB-ENG', true],
    ['2027-12-27', 'GB-ENG', true],
    ['2026-01-02', 'GB-SCT', true],
    ['2026-04-06', 'GB-SCT', false],
    ['2026-08-03', 'GB-SCT', true],
    ['2026-08-31', 'GB-SCT', false],
    ['2026-11-30', 'GB-SCT', true],
    ['2027-01-04', 'GB-SCT', true],
    ['2026-03-17', 'GB-NIR', true],
    ['2026-07-13', 'GB-NIR', true],
    ['2027-07-12', 'GB-NIR', true],
    ['2026-11-18', 'DE-SN', true],
    ['2026-11-18', 'DE', false],
  ])('treat %s as a holiday of %s: %s', (when, country, is) => {
    expect(holidayCalendar.isHoliday(country, when)).toBe(is);
  });
});

describe('a reminder', () => {
  it('is early, then due for four hours, then late', () => {
    fc.assert(
      fc.property(schedule, day, fc.integer({ min: -30, max: 60 }), (one, when, hours) => {
        const order = ['early', 'due', 'late'];
        const [now, later] = [at(`${when}T00:00:00Z`).plus({ hours }), at(`${when}T01:00:00Z`).plus({ hours })];
        const ranks = [now, later].map((time) => order.indexOf(momentOf(when, one, time)));
        expect(ranks[0]).toBeLessThanOrEqual(ranks[1] ?? -1);
      }),
    );
  });

  it.each([
    ['2026-03-02T07:59:59Z', 'early'],
    ['2026-03-02T08:00:00Z', 'due'],
    ['2026-03-02T11:59:59Z', 'due'],
    ['2026-03-02T12:00:00Z', 'late'],
  ])('at %s is %s', (now, is) => {
    expect(momentOf('2026-03-02', USUAL, at(now))).toBe(is);
  });
});

describe('thresholds', () => {
  it('count as passed when an order is generated too late for them', () => {
    expect(thresholdsPassed('2026-03-31', '2026-03-01')).toEqual([30, 60]);
    expect(thresholdsPassed('2026-03-31', '2026-03-31')).toEqual([1, 7, 30, 60]);
    expect(thresholdsPassed('2026-12-31', '2026-03-01')).toEqual([]);
  });

  it.each([
    [{ left: 26, of: 100 }, []],
    [{ left: 25, of: 100 }, [25]],
    [{ left: 10, of: 100 }, [10, 25]],
    [{ left: 0, of: 3 }, [0, 10, 25]],
  ])('reached with %j: %j', (stock, reached) => {
    expect(stockThresholdsReached(stock)).toEqual(reached);
  });
});

describe('reminder settings', () => {
  it.each([
    [{ days: [] }, 'days'],
    [{ days: ['8', 'x'] }, 'days'],
    [{ time: '24:00' }, 'time'],
    [{ time: undefined }, 'time'],
    [{ timezone: 'Europe/Atlantis' }, 'timezone'],
    [{ timezone: "'; drop table" }, 'timezone'],
    [{ country: 'ZZ' }, 'country'],
    [{ frequency: 'hourly' }, 'frequency'],
    [{ to: 'nobody' }, 'send_to'],
    [{ locale: 'tlh' }, 'language'],
  ])('are refused: %j', (wrong, field) => {
    expect(refusalOf(() => planReminders({ ...FORM, ...wrong }, undefined, holidayCalendar))).toMatchObject([
      { field },
    ]);
  });

  it.each([
    [{ for: 'tomorrow', until: undefined }, '2026-03-03'],
    [{ for: 'next_week', until: '2026-12-01' }, '2026-03-09'],
    [{ for: 'date', until: '2026-12-01' }, '2026-12-01'],
    [{ for: undefined, until: '2026-12-01' }, '2026-12-01'],
  ])('snooze for %j until %s', (wish, until) => {
    expect(planSnooze(wish, '2026-03-02')).toBe(until);
  });

  it.each([undefined, '2026-03-02', '2026-02-31', 'soon', '2027-03-04'])('do not snooze until %s', (until) => {
    const refusals = refusalOf(() => planSnooze({ for: 'date', until }, '2026-03-02'));
    expect(refusals).toMatchObject([{ field: 'snooze_until' }]);
  });
});

function refusalOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    return (error as { refusals?: unknown }).refusals;
  }
  return undefined;
}
