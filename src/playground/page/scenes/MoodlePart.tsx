import type { MoodleSummary } from '../workspace-state';
import { MoodleCourse } from './MoodleCourse';
import { MoodleMails } from './MoodleMails';
import { MoodleSwitches } from './MoodleSwitches';
import { capabilityWords, moodleFaultWords } from './moodle-words';

export function MoodlePart({ moodle }: { moodle: MoodleSummary | 'unreadable' }) {
  return (
    <section className="scene moodle" aria-labelledby="scene-moodle">
      <h3 id="scene-moodle">Moodle</h3>
      {moodle === 'unreadable' ? <p className="hint">Moodle cannot be read right now.</p> : <Parts moodle={moodle} />}
    </section>
  );
}

function Parts({ moodle: { token, on, courses, mails } }: { moodle: MoodleSummary }) {
  const missing = capabilityWords.filter(({ name }) => on.includes(name)).length;
  return (
    <div className="moodle-parts">
      <div>
        <MoodleSwitches words={moodleFaultWords} on={on} />
        <details>
          <summary>Missing capabilities{missing > 0 && `: ${missing}`}</summary>
          <MoodleSwitches words={capabilityWords} on={on} />
        </details>
        <details>
          <summary>For the command line</summary>
          <p className="hint moodle-address">
            MOODLE_URL={window.location.origin}/moodle
            <br />
            MOODLE_TOKEN={token}
          </p>
        </details>
      </div>
      <div>
        <ul className="moodle-courses">
          {courses.map((course) => (
            <MoodleCourse key={course.id} course={course} />
          ))}
        </ul>
        <MoodleMails mails={mails} />
      </div>
    </div>
  );
}
