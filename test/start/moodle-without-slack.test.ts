import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../../src/playground/workspace';
import { runBundled } from '../support/bundle';
import { startProgram } from '../support/program';
import { newFolder } from '../support/run-folder';
import { ending, startNode, stop } from '../support/run-program';

/** The Moodle of this one plays the real one. */
let elsewhere: Workspace;
let settings: Record<string, string>;
let folder: string;

beforeAll(async () => {
  folder = newFolder('moodle-without-slack-');
  elsewhere = await Workspace.start({ port: 0 });
  settings = { MOODLE_URL: elsewhere.moodleUrl, MOODLE_TOKEN: elsewhere.moodle.token };
});

afterAll(() => elsewhere?.stop());

it('opens no local workspace beside a real Moodle, in which it would enrol people of a play', async () => {
  const { code, said } = await ending(startNode(folder, await runBundled('src/main.ts'), settings));
  expect(said).toBe(
    `SLACK_BOT_TOKEN is missing, and MOODLE_URL is ${elsewhere.moodleUrl}: set the token, unset MOODLE_URL and MOODLE_TOKEN, or start the local workspace on purpose with npm start -- --local.`,
  );
  expect(code).toBe(1);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

it('opens it on purpose, and says in which Moodle its people are enrolled', async () => {
  const database = { DATABASE_URL: `sqlite:${join(folder, 'local.sqlite')}` };
  const child = startNode(process.cwd(), [...(await runBundled('src/main.ts')), '--local'], {
    ...database,
    ...settings,
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)));
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('open http')) resolve();
    });
  });
  await stop(child);
  expect(said.split('\n')).toContain(
    `MOODLE_URL is set: people of the local workspace are enrolled in the Moodle ${elsewhere.moodleUrl}.`,
  );
});

it('says nothing of it where the local workspace has its own Moodle', async () => {
  const program = await startProgram({ DATABASE_URL: `sqlite:${join(folder, 'own.sqlite')}` });
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  await program.stop();
});
