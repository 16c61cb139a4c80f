import { feature, type Handler } from '../src/feature';
import { showSettled } from '../src/features/assignments/assignment.messages';
import { en, fr } from '../src/features/enrolments/copy';
import { convergeCourse } from '../src/features/enrolments/course.messages';
import { enrolmentsFailed, releaseEnded, seatWasGivenBack } from '../src/features/enrolments/enrolment.messages';
import { failedView, OPEN_FAILED } from '../src/features/enrolments/enrolment-messages.view';
import { listFailed } from '../src/features/enrolments/list-failed';
import { mailLost, mailReport, ownMailLost } from '../src/features/enrolments/lost-mail/lost-mail.messages';
import { reportLostMail } from '../src/features/enrolments/lost-mail/report-lost-mail';
import {
  convergeGone,
  convergeOpened,
  convergeSeats,
  convergeSupervisors,
  welcomeInSupport,
} from '../src/features/enrolments/queue-course';
import { queueSyncRuns } from '../src/features/enrolments/queue-sync-runs';
import { meantBy } from '../src/slack/button-values';

/** Button value: a customer, or empty for all customers. */
const openFailed: Handler = async ({ value }, { db, person, now, t }) => {
  const { failed, total } = await listFailed(db, meantBy(value).customer, person, now);
  return { show: failedView(failed, total, person, t) };
};

export const enrolments = feature({
  name: 'enrolments',
  copy: { en, fr },
  actions: { [OPEN_FAILED]: openFailed },
  messages: [convergeCourse, enrolmentsFailed, seatWasGivenBack, releaseEnded, mailLost, ownMailLost, mailReport],
  on: [convergeSeats, convergeOpened, convergeGone, convergeSupervisors, welcomeInSupport, showSettled],
  every: [
    {
      name: 'moodle passes',
      seconds: 10,
      needsMoodle: true,
      run: ({ db, now, defaults }) => queueSyncRuns(db, now(), defaults.timezone),
    },
    {
      name: 'lost mail',
      seconds: 10,
      needsMoodle: true,
      run: ({ db, now, defaults }) => reportLostMail(db, now(), defaults.timezone),
    },
  ],
});
