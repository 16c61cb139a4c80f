import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import { arranged, arrangementOf } from './arrangements';
import { type Answered, type Asked, ask } from './call';
import { furnishLab } from './lab';
import { type RecordedPair, recordedPairs } from './recorded-pairs';
import { differences } from './shapes';

/** Functions whose answers must contain the recorded people and courses, with the same ids. */
const listed = new Set([
  'core_course_get_courses_by_field',
  'core_course_search_courses',
  'core_enrol_get_enrolled_users',
  'core_enrol_get_users_courses',
  'core_group_get_course_groups',
  'core_user_get_users',
  'core_user_get_users_by_field',
]);

const otherPeople = new Map([
  ['core_enrol_get_enrolled_users upgrade_pending', 'was recorded with people whom no other call knows'],
]);

describe('the Moodle of the local workspace', () => {
  it('has a recorded call for every case', () => {
    const names = recordedPairs.map((pair) => `${pair.function} ${pair.name}`);
    expect(names).toHaveLength(295);
    expect(names).toEqual(expect.arrayContaining([...arranged, ...otherPeople.keys()]));
  });

  it.each(recordedPairs)('answers $function as a real Moodle did: $name', async (pair) => {
    const answered = await replay(pair);
    expect({ status: answered.status, contentType: answered.contentType }).toEqual({
      status: pair.status,
      contentType: pair.contentType,
    });
    if (pair.text !== undefined) return expect(outlineOf(answered.text)).toEqual(outlineOf(pair.text));
    const result: unknown = JSON.parse(answered.text);
    expect(differences(pair.response, result)).toEqual([]);
    if (listed.has(pair.function) && !otherPeople.has(`${pair.function} ${pair.name}`))
      expect(idsIn(result).sort()).toEqual(idsIn(pair.response).sort());
  });
});

async function replay(pair: RecordedPair): Promise<Answered> {
  const site = furnishLab();
  const asked: Asked = {
    function: pair.function,
    params: pair.params ?? {},
    token: site.token,
    format: 'json',
    method: 'POST',
  };
  arrangementOf(pair.function, pair.name)?.(site, asked);
  const server = await serveMoodle(site);
  try {
    return await ask(server.url, asked);
  } finally {
    await server.stop();
  }
}

/** The outline of a page or XML: its element names, and the code of a refusal. */
function outlineOf(text: string): object {
  const elements = [...text.matchAll(/<([A-Za-z]+)/g)].map(([, name]) => name);
  return { begins: elements.slice(0, 5), code: /<ERRORCODE>(.*?)</.exec(text)?.[1] };
}

function idsIn(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer.map((one: { id?: number }) => one.id);
  return Object.values(answer as object).flatMap((value) => (Array.isArray(value) ? idsIn(value) : []));
}
