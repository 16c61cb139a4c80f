import { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import type { MoodleOrder } from './moodle-elsewhere';

/** A stand-in Moodle as a program of its own, so that only the product's own work holds the product up. */
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

// Nobody is left behind when the benchmark breaks off.
process.once('disconnect', () => process.exit());
void main();
