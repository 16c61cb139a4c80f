import type { Assignment } from '../../../../src/features/assignments/assignment';
import { minimalCapabilities } from '../../../../src/playground/moodle/capabilities';
import type { MoodleSite } from '../../../../src/playground/moodle/moodle-site';
import { eachDatabase } from '../../../support/databases';
import { Cast, stateOf } from '../../../support/moodle/cast';
import { disagreements } from '../../../support/moodle/disagreements';
import { MoodleGround } from '../../../support/moodle/moodle-ground';

/** More attempts than it takes to trust an empty answer. */
const LONG = 14;

const YEARS_AGO = '2020-01-01T00:00:00.000Z';

type Break = (site: MoodleSite) => () => void;

const conditions = (['down', 'maintenance', 'cli_maintenance', 'database_down', 'upgrade_running'] as const).map(
  (condition): [string, Break] => [
    condition,
    ({ settings }) => {
      settings.condition = condition;
      return () => {
        settings.condition = 'up';
      };
    },
  ],
);

const token: [string, Break] = [
  'a revoked token',
  ({ settings }) => {
    settings.token = 'revoked';
    return () => {
      settings.token = 'valid';
    };
  },
];

const capabilities = minimalCapabilities.map((name): [string, Break] => [
  `no ${name}`,
  ({ settings }) => {
    settings.capabilities.delete(name);
    return () => settings.capabilities.add(name);
  },
]);

describe.each(eachDatabase)('an outage of Moodle, on $name', ({ open }) => {
  let ground: MoodleGround;
  const others: Cast['others'] = [];

  beforeAll(async () => {
    ground = await MoodleGround.open(await open());
    // Moodle allows shared addresses, so only our code prevents a second account.
    ground.site.settings.allowsSameEmail = true;
  });

  afterAll(() => ground?.close());

  /**
   * Queues work of every kind during the fault: trainees who are new, known or already in the course, one release and
   * one with new dates.
   */
  async function befalls(cast: Cast, strike: Break, turns: number): Promise<Assignment[]> {
    const before = [await cast.assigns(), await cast.assignsKnown(), await cast.assigns(), await cast.assigns()];
    await ground.settle();
    const [stays, known, leaves, extended] = before as [Assignment, Assignment, Assignment, Assignment];
    const mend = strike(ground.site);
    const asked = [await cast.assigns(), await cast.assignsKnown(), await cast.assignsEnrolled()];
    await cast.releases(leaves);
    await cast.extends(extended);
    for (let turn = 0; turn < turns; turn += 1) await ground.turn();
    const meanwhile = await Promise.all([stays, known, ...asked, extended].map((one) => stateOf(ground, one)));
    mend();
    expect(meanwhile.slice(0, 2)).toEqual(['enrolled', 'enrolled']);
    expect(meanwhile).not.toContain('failed');
    await ground.settle();
    others.push(...cast.others);
    return [...before, ...asked];
  }

  it.each([...conditions, token, ...capabilities])('%s: all work is done once, after it ends', async (_, strike) => {
    await befalls(await Cast.gather(ground), strike, LONG);
    expect(await disagreements(ground, { others })).toEqual([]);
  });

  it.each(['no moodle/course:viewhiddencourses', 'no moodle/user:viewdetails'])(
    '%s, in a hidden course',
    async (name) => {
      const strike = capabilities.find(([title]) => title === name)?.[1] as Break;
      const cast = await Cast.gather(ground, { shortname: 'EXCEL-2' });
      ground.site.hidesCourse(ground.courseId('EXCEL-2'));
      await befalls(cast, strike, LONG);
      ground.site.showsCourse(ground.courseId('EXCEL-2'));
      expect(await disagreements(ground, { others })).toEqual([]);
    },
  );

  it('never ends in dead letters, and all work resumes at once after the first success', async () => {
    const cast = await Cast.gather(ground);
    ground.site.settings.condition = 'maintenance';
    const waiting = [await cast.assigns(), await cast.assigns(undefined, 'EXCEL-2')];
    for (let turn = 0; turn < LONG; turn += 1) await ground.turn();
    // Old enough for any other message to become a dead letter.
    await ground.db('outbox').where({ destination: 'moodle', state: 'pending' }).update({ first_tried_at: YEARS_AGO });
    await ground.turn();
    ground.site.settings.condition = 'up';
    const fresh = await cast.assigns(undefined, 'WORD-1');
    const rounds: string[][] = [];
    for (let round = 0; round < 2; round += 1) {
      await ground.sender.round();
      await ground.sender.drain();
      rounds.push(await Promise.all([fresh, ...waiting].map((one) => stateOf(ground, one))));
    }
    expect(rounds).toEqual([
      ['enrolled', 'assigned', 'assigned'],
      ['enrolled', 'enrolled', 'enrolled'],
    ]);
    expect(await disagreements(ground, { others })).toEqual([]);
  });

  it('fails no trainee of a course that switches to separate groups', async () => {
    const cast = await Cast.gather(ground, { shortname: 'GDPR' });
    const stays = await cast.assigns();
    await ground.settle();
    const course = ground.site.course(ground.courseId('GDPR'));
    course.groupMode = 'separate';
    await cast.assigns();
    for (let turn = 0; turn < LONG; turn += 1) await ground.turn();
    expect(await stateOf(ground, stays)).toBe('enrolled');
    course.groupMode = 'none';
    await ground.settle();
    expect(await disagreements(ground, { others })).toEqual([]);
  });

  it('does not affect an empty course with separate groups when the service sees all groups', async () => {
    const course = ground.site.course(ground.courseId('FIRE'));
    course.groupMode = 'separate';
    ground.site.settings.capabilities.add('moodle/site:accessallgroups');
    const cast = await Cast.gather(ground, { shortname: 'FIRE' });
    await cast.assigns();
    await ground.settle();
    expect(await disagreements(ground, { others })).toEqual([]);
    ground.site.settings.capabilities.delete('moodle/site:accessallgroups');
    course.groupMode = 'none';
  });
});
