import { emailKey, isEmail } from '../src/core/email';
import { demand } from '../src/core/permission';
import { plainText } from '../src/core/plain-text';
import { visibleText } from '../src/core/visible';
import type { Handler } from '../src/feature';
import { assignInOneLine, storeAnswerAddress } from '../src/features/assignments/assign-in-one-line';
import { assignedMessage } from '../src/features/assignments/assigned.view';
import { courseOutage } from '../src/features/courses/moodle-state';
import { sentence } from '../src/slack/blocks';
import { openAssign, showForm } from './assign';

/**
 * `/seats assign` opens the form; with an e-mail address and a course it assigns immediately if the trainee is known.
 */
export const assignCommand: Handler = async (request, context) => {
  const { text, channel, submission, answerAddress } = request;
  const [enteredEmail, enteredCourse, ...rest] = visibleText(text).split(' ').filter(Boolean);
  if (!enteredEmail) return openAssign(request, context);
  const { db, person, now, t, moodle } = context;
  demand(person, 'assign');
  const [email, course] = [emailKey(enteredEmail), plainText(enteredCourse ?? '')];
  if (!course || rest.length > 0 || !isEmail(email)) return { say: sentence(t('help.assign_usage')) };
  const enrols = moodle !== undefined;
  const assignment = await assignInOneLine(db, { channel, email, course }, person, now, { submission, enrols });
  if (!assignment) return showForm({ channel }, { course, email, isNewTrainee: true }, context);
  if (moodle && answerAddress) await storeAnswerAddress(db, assignment.id, person, answerAddress, now);
  const outage = moodle && (await courseOutage(db, assignment.course.id));
  return { say: assignedMessage(assignment, { by: person, moodle, outage }, t) };
};
