import type { Moodle } from '../../src/moodle/client';
import { connectMoodle } from '../../src/moodle/connect';
import { MoodleSite } from '../../src/playground/moodle/moodle-site';
import { SERVICE_ACCOUNT } from '../../src/playground/moodle/records';
import { serveMoodle } from '../../src/playground/moodle/serve-moodle';
import { enrol } from '../playground/moodle/lab';

describe('a course with separate groups', () => {
  let site: MoodleSite;
  let moodle: Moodle;
  let stop: () => Promise<void>;
  let courseId: number;
  let groupId: number;
  const all = 'moodle/site:accessallgroups';

  beforeEach(async () => {
    site = MoodleSite.create();
    courseId = site.addCourse({ shortname: 'APART', fullname: 'Groups apart', groupMode: 'separate' }).id;
    const ada = { username: 'ada', firstname: 'Ada', lastname: 'Byron', email: 'ada@example.com' };
    const account = site.addAccount(ada).id;
    enrol(site, account, courseId);
    groupId = site.addGroup({ courseId, name: 'ACME', members: [account] }).id;
    const served = await serveMoodle(site);
    stop = served.stop;
    moodle = connectMoodle({ url: served.url, token: site.token });
  });
  afterEach(() => stop());

  it('shows no one without the right to see all groups, which can be detected', async () => {
    expect(await moodle.participants(courseId)).toEqual([]);
    expect(await moodle.seesAllGroups(courseId, groupId)).toBe(false);
    site.settings.capabilities.add(all);
    expect(await moodle.participants(courseId)).toHaveLength(1);
    expect(await moodle.seesAllGroups(courseId, groupId)).toBe(true);
  });

  it('is reliably empty with the right to see all groups', async () => {
    site.settings.capabilities.add(all);
    const empty = site.addCourse({ shortname: 'EMPTY', fullname: 'Nobody', groupMode: 'separate' }).id;
    const group = site.addGroup({ courseId: empty, name: 'Nobody' }).id;
    expect(await moodle.participants(empty)).toEqual([]);
    expect(await moodle.seesAllGroups(empty, group)).toBe(true);
  });

  it('shows us the members of our own group', async () => {
    enrol(site, SERVICE_ACCOUNT, courseId);
    expect(await moodle.participants(courseId)).toEqual([]);
    await moodle.addToGroup(groupId, [SERVICE_ACCOUNT]);
    expect(await moodle.participants(courseId)).toHaveLength(2);
  });
});
