import { request } from 'node:http';
import { Workspace } from '../../src/playground/workspace';

const EVERY_PATH = [
  '/',
  '/workspace/people',
  '/workspace/act',
  '/api/chat.postMessage',
  '/response/1',
  '/upload/F1',
  '/files-pri/T1-F1/file',
  '/moodle/webservice/rest/server.php',
  '/slack/events',
  '/healthz',
  '/readyz',
];
const HELP = JSON.stringify({ as: 'sonia', verb: 'run', channel: 'C0GENERAL01', text: '/seats help' });

describe('the page of another site', () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await Workspace.start({ port: 0 });
    workspace.serveBot((_request, response) => response.end());
  });

  afterAll(() => workspace?.stop());

  it.each(EVERY_PATH)('reaches nothing at %s, by whatever name, frame or form', async (path) => {
    const here = new URL(workspace.url).host;
    const foreign = [
      { host: 'evil.example' },
      { host: `localhost.evil.example:${new URL(workspace.url).port}` },
      { host: here, origin: 'https://evil.example' },
      { host: here, origin: 'null' },
      { host: here, origin: 'http://localhost:1' },
      { host: here, 'sec-fetch-site': 'cross-site' },
      { host: here, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
      { host: here, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ];
    for (const headers of foreign) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        expect({ headers, method, status: await ask(path, headers, method) }).toEqual({ headers, method, status: 403 });
      }
    }
  });

  it.each([
    ['text/plain; x=application/json', 415],
    ['application/json-patch+json', 415],
    ['multipart/form-data; boundary=application/json', 415],
    ['application/jsonp', 415],
    ['Application/JSON ; charset=utf-8', 200],
  ])('cannot pass %s for JSON', async (type, status) => {
    const options = { method: 'POST', headers: { 'content-type': type }, body: HELP };
    expect((await fetch(`${workspace.url}/workspace/act`, options)).status).toBe(status);
  });

  it('can have a link to ours, but not one that does something', async () => {
    const host = new URL(workspace.url).host;
    const link = { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(await ask('/moodle/course/view.php?id=2', link)).toBe(200);
    expect(await ask('/moodle/webservice/rest/server.php?wsfunction=core_course_get_courses', link)).toBe(403);
    expect(await ask('/workspace/state?as=sonia', link)).toBe(403);
    expect(await ask('/moodle/course/view.php?id=2', link, 'POST')).toBe(403);
  });

  it('is another thing than our own page, by any name of this machine', async () => {
    const { port } = new URL(workspace.url);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      const ours = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
      expect(await ask('/workspace/people', ours)).toBe(200);
    }
  });

  function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const asked = request(workspace.url + path, { headers, method }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.once('error', reject).end();
    });
  }
});
