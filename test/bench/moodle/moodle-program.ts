import { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import type { MoodleOrder } from './moodle-elsewhere';

/** Runs the local Moodle in a separate process, so that it does not slow down the product. */
async function main(): Promise<void> {
  const site = MoodleSite.create();
  const { url } = await serveMoodle(site);
  process.on('message', ({ latencyMs, courses, accounts }: MoodleOrder) => {
    site.settings.latencyMs = latencyMs;
    const ids = courses.map((shortname) => site.addCourse({ shortname, fullname: shortname }).id);
    for (const email of accounts) site.addAccount({ username: email, firstname: 'Known', lastname: 'Person', email });
    process.send?.({ ids });
  });
  process.send?.({ url, token: site.token });
}

// Exits with the benchmark, even when the benchmark crashes.
process.once('disconnect', () => process.exit());
void main();
