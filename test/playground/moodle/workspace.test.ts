import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workspace } from '../../../src/playground/workspace';
import { ask } from './call';
import type { Param } from './recorded-pairs';

describe('the Moodle of a local workspace', () => {
  let folder: string;
  let workspace: Workspace | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'moodle-'));
  });
  afterEach(async () => {
    await workspace?.stop();
    workspace = undefined;
    await rm(folder, { recursive: true });
  });

  const start = async (file?: string) => {
    await workspace?.stop();
    workspace = await Workspace.start({ port: 0, ...(file ? { file } : {}) });
    return workspace;
  };
  const call = async ({ moodleUrl, moodle }: Workspace, name: string, params: Record<string, Param>) => {
    const asked = { function: name, params, token: moodle.token, format: 'json', method: 'POST' } as const;
    return JSON.parse((await ask(moodleUrl, asked)).text) as unknown;
  };
  const enrolNina = async (running: Workspace) => {
    const nina = { username: 'nina', firstname: 'Nina', lastname: 'Sol', email: 'nina@example.com', createpassword: 1 };
    const [{ id }] = (await call(running, 'core_user_create_users', { users: [nina] })) as [{ id: number }];
    const course = running.moodle.courses.find(({ shortname }) => shortname === 'EXCEL-1')?.id ?? 0;
    await call(running, 'enrol_manual_enrol_users', { enrolments: [{ roleid: 5, userid: id, courseid: course }] });
    return course;
  };

  it('has the demonstration’s courses, one without manual enrolment, and hidden ones', async () => {
    const { courses } = (await call(await start(), 'core_course_get_courses_by_field', {})) as {
      courses: { shortname: string; visible: number; enrollmentmethods: string[] }[];
    };
    const named = (name: string) => courses.find(({ shortname }) => shortname === name);
    expect(named('EXCEL-1')).toMatchObject({ visible: 1, enrollmentmethods: ['manual'], fullname: 'Excel basics' });
    expect(named('LEAD-2')).toMatchObject({ visible: 1 });
    expect(named('DRAFT-1')).toMatchObject({ visible: 0 });
    expect(named('NEWS')).toMatchObject({ visible: 1, enrollmentmethods: [], fullname: 'News of the company' });
  });

  it('uses the workspace’s clock', async () => {
    const running = await start();
    const course = await enrolNina(running);
    const tomorrow = running.clock.now().plus({ days: 1 });
    running.clock.moveTo(tomorrow);
    running.moodle.opensCourse(running.moodle.accounts[0]?.id ?? 0, course);
    expect(running.moodle.enrolmentsIn(course)[0]?.lastVisit).toBeGreaterThanOrEqual(tomorrow.toUnixInteger());
  });

  it('remembers enrolments across a restart, when it has a file', async () => {
    const file = join(folder, 'workspace.json');
    const course = await enrolNina(await start(file));
    const { moodle } = await start(file);
    expect(moodle.enrolmentsIn(course)).toHaveLength(1);
    expect(moodle.accounts).toMatchObject([{ email: 'nina@example.com' }]);
    expect(moodle.mails).toHaveLength(2);
    expect((await start()).moodle.accounts).toEqual([]);
  });

  it('does not start with a file that is not its own', async () => {
    await writeFile(join(folder, 'workspace-moodle.json'), '{"accounts":3}');
    await expect(start(join(folder, 'workspace.json'))).rejects.toThrow(
      /workspace-moodle.json does not hold the Moodle/,
    );
  });
});
