import fc from 'fast-check';
import { runBundled } from '../../../support/bundle';
import { eachDatabase } from '../../../support/databases';
import { hurry } from '../../../support/faults/make-sender';
import { isNamed, type Step } from '../../../support/faults/steps';
import { WorkerProcess } from '../../../support/faults/workers';
import { Cast } from '../../../support/moodle/cast';
import { disagreements } from '../../../support/moodle/disagreements';
import { Door } from '../../../support/moodle/door';
import { MoodleGround } from '../../../support/moodle/moodle-ground';
import { chosenSeed } from '../../../support/random';
import { scope } from '../../../support/scope';

const PROGRAM = 'test/support/moodle/sender-program.ts';
const PAST = '2026-01-01T00:00:00.000Z';
const WRITING = [
  'core_user_create_users',
  'enrol_manual_enrol_users',
  'enrol_manual_unenrol_users',
  'core_group_create_groups',
  'core_group_add_group_members',
  'core_group_delete_group_members',
];
/** Critical steps. The full run kills a process at each of them. */
const NAMED = [
  ...WRITING.flatMap((name) => [`before ${name}`, `after ${name}`]),
  ...[
    'update enrolments set account_made_at',
    'update enrolments set state = ?, account_id',
    'update enrolments set answered_at',
    'update enrolments set state = ?, reason = ?, enrolled_at',
    'update assignments set ended_at',
    'insert into moodle_groups',
  ].flatMap((statement) => [`before ${statement}`, `after ${statement}`]),
];
/** Number of kills, spread over all steps. */
const ANYWHERE = scope(5, 10);

const workload = fc.record({
  newcomers: fc.integer({ min: 1, max: 3 }),
  known: fc.nat(2),
  inBoth: fc.boolean(),
  within: fc.nat(999),
});
type Workload = typeof workload extends fc.Arbitrary<infer One> ? One : never;
const USUAL: Workload = { newcomers: 2, known: 1, inBoth: true, within: 0 };

describe.each(eachDatabase)('a process killed between any two of its steps, on $name', ({ open }) => {
  let ground: MoodleGround;
  let door: Door;
  let next: WorkerProcess;
  let breed: () => WorkerProcess;
  const others: Cast['others'] = [];

  beforeAll(async () => {
    ground = await MoodleGround.open(await open());
    await hurry(ground.db);
    door = await Door.open(ground.site);
    const program = await runBundled(PROGRAM);
    const { token } = ground.site;
    const { apiUrl } = ground.workspace.credentials;
    breed = () => new WorkerProcess(program, { database: ground.database.url, apiUrl, url: door.url, token });
    next = breed();
  });

  afterAll(async () => {
    await next?.stop();
    door?.close();
    await ground?.close();
  });

  /**
   * Queues work of every kind: seats to release or with new dates, in an order of their own, and trainees who are new,
   * known or already in the course.
   */
  async function ask({ newcomers, known, inBoth }: Workload): Promise<void> {
    const old = await Cast.gather(ground);
    const [leaving, remaining, extended] = [await old.assigns(), await old.assignsKnown(), await old.assigns()];
    await ground.settle();
    old.enrolThemselves(remaining.trainee.email);
    const cast = await Cast.gather(ground);
    await old.releases(leaving);
    await old.releases(remaining);
    await old.extends(extended);
    for (let number = 0; number < newcomers; number += 1) await cast.assigns();
    for (let number = 0; number < known; number += 1) await cast.assignsKnown();
    const { trainee } = await cast.assignsEnrolled();
    if (inBoth) await cast.assigns(trainee, 'EXCEL-2');
    others.push(...old.others, ...cast.others);
  }

  /** Returns the step at which the process died, and its steps up to the last round that it survived. */
  async function live(plan: Workload, dieAt: Step | undefined): Promise<{ diedAt: string; steps: number }> {
    const victim = next;
    next = breed();
    await ask(plan);
    await victim.begin(dieAt);
    while ((await ground.waiting()) > 0 && (await victim.round()) !== 'dead');
    await victim.stop();
    await door.isQuiet();
    const soon = new Date(Date.now() + 15_000).toISOString();
    expect(await ground.db('lanes').where('free_at', '>', soon).pluck('lane')).toEqual([]);
    // Frees the concurrency keys that the dead process held.
    await ground.db('lanes').update({ free_at: PAST });
    await ground.settle();
    const { diedAt, steps } = victim;
    const said = await disagreements(ground, { others });
    expect({ diedAt, disagreements: said }).toEqual({ diedAt, disagreements: [] });
    return { diedAt, steps };
  }

  /** Five random steps; the same five for the same seed. */
  function some(steps: readonly string[]): string[] {
    const five = fc.shuffledSubarray([...steps], { minLength: 5, maxLength: 5 });
    return fc.sample(five, { numRuns: 1, ...(chosenSeed !== undefined && { seed: chosenSeed }) })[0] ?? [];
  }

  it('leaves all work to the next process, which does it once, at every critical step', async () => {
    const left = scope(some(NAMED), [...NAMED]);
    const play = async (plan: Workload) => {
      const step = left.shift() ?? '';
      const { diedAt } = await live(plan, step);
      expect(isNamed(diedAt, step)).toBe(true);
    };
    await fc.assert(fc.asyncProperty(workload, play), { numRuns: left.length, endOnFailure: true });
  });

  it('leaves all work to the next process, which does it once, at any other step', async () => {
    // The first run also does what later ones find done, so its last steps would be beyond their end.
    await live(USUAL, undefined);
    const { steps: all } = await live(USUAL, undefined);
    let part = 0;
    let deaths = 0;
    const play = async ({ within }: Workload) => {
      const step = 1 + Math.floor((all * (part + within / 1_000)) / ANYWHERE);
      part += 1;
      const { diedAt } = await live(USUAL, step);
      if (diedAt) deaths += 1;
    };
    await fc.assert(fc.asyncProperty(workload, play), { numRuns: ANYWHERE, endOnFailure: true });
    expect(deaths).toBeGreaterThan(ANYWHERE * 0.8);
  });
});
