import type { MoodleSummary } from '../../../src/playground/state';
import { Workspace } from '../../../src/playground/workspace';
import { enrol } from './lab';

describe('Moodle behind the scenes', () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
  });
  afterEach(() => workspace.stop());

  const act = async (gesture: object) => {
    const answer = await fetch(`${workspace.url}/workspace/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'claire', ...gesture }),
    });
    return (await answer.json()) as { ok: boolean; error?: string };
  };
  const summary = async () => (await (await fetch(`${workspace.url}/workspace/moodle`)).json()) as MoodleSummary;
  const enrolNina = () => {
    const { moodle } = workspace;
    const course = moodle.courses.find(({ shortname }) => shortname === 'EXCEL-1')?.id ?? 0;
    const nina = { username: 'nina', firstname: 'Nina', lastname: 'Sol', email: 'nina@example.com' };
    const { id } = moodle.addAccount(nina);
    enrol(moodle, id, course, { start: 1_795_000_000, end: 1_796_000_000 });
    moodle.addGroup({ courseId: course, name: 'Acme', members: [id] });
    return { accountId: id, courseId: course };
  };

  it('shows the members of a course with role, dates and group', async () => {
    const { accountId } = enrolNina();
    const course = (await summary()).courses.find(({ shortname }) => shortname === 'EXCEL-1');
    const dates = { start: 1_795_000_000, end: 1_796_000_000, lastVisit: 0 };
    const nina = { accountId, name: 'Nina Sol', roles: ['student'], groups: ['Acme'], method: 'manual', ...dates };
    expect(course).toMatchObject({ visible: true, takesEnrolments: true, people: [{ ...nina, suspended: false }] });
  });

  it('opens a course only for its members', async () => {
    const { accountId, courseId } = enrolNina();
    expect(await act({ verb: 'openCourse', accountId, courseId })).toEqual({ ok: true });
    expect(workspace.moodle.enrolmentsIn(courseId)[0]?.lastVisit).toBeGreaterThan(0);
    expect(await act({ verb: 'openCourse', accountId: 99, courseId })).toMatchObject({ ok: false });
  });

  it('shows the latest mails first', async () => {
    workspace.moodle.mail({ kind: 'password', to: 'nina@example.com' });
    workspace.moodle.mail({ kind: 'welcome', to: 'nina@example.com', course: 'EXCEL-1' });
    expect((await summary()).mails.map(({ kind }) => kind)).toEqual(['welcome', 'password']);
  });

  it('switches faults on and off', async () => {
    const { settings } = workspace.moodle;
    const before = structuredClone(settings);
    const names = ['maintenance', 'slow', 'no_mail', 'no_token', 'enrol/manual:enrol'];
    for (const name of names) await act({ verb: 'switchMoodle', name, on: true });
    expect((await summary()).on).toEqual(names);
    expect(settings).toMatchObject({ condition: 'maintenance', canMail: false, token: 'revoked' });
    for (const name of names) await act({ verb: 'switchMoodle', name, on: false });
    expect((await summary()).on).toEqual([]);
    expect(settings).toEqual(before);
  });

  it('is either down or in maintenance', async () => {
    await act({ verb: 'switchMoodle', name: 'maintenance', on: true });
    await act({ verb: 'switchMoodle', name: 'down', on: true });
    await act({ verb: 'switchMoodle', name: 'maintenance', on: false });
    expect((await summary()).on).toEqual(['down']);
  });
});
