import { besideAddress, emailKey, isEmail } from '../src/core/email';
import { demand } from '../src/core/permission';
import { plainText } from '../src/core/plain-text';
import { visibleText } from '../src/core/visible';
import type { Handler } from '../src/feature';
import { assignInOneLine, storeAnswerAddress } from '../src/features/assignments/assign-in-one-line';
import { assignedMessage } from '../src/features/assignments/lists/assigned.view';
import { courseOutage } from '../src/features/courses/moodle-state';
import { sentence } from '../src/slack/blocks';
import { openAssign, showForm } from './assign';

/**
 * `/seats assign` opens the form; with an e-mail address and a course it assigns immediately if the trainee is known.
 */
export const assignCommand: Handler = async (request, context) => {
  const { text, channel, submission, answerAddress } = request;
  const words = visibleText(text).split(' ').filter(Boolean);
  if (words.length === 0) return openAssign(request, context);
  const { db, person, now, t, moodle } = context;
  demand(person, 'assign');
  const line = lineOf(words);
  if (!line) return { say: sentence(t('help.assign_usage')) };
  const enrols = moodle !== undefined;
  const assignment = await assignInOneLine(db, { channel, ...line }, person, now, { submission, enrols });
  const { email, course } = line;
  if (!assignment) return showForm({ channel }, { course, email, isNewTrainee: true }, context);
  if (moodle && answerAddress) await storeAnswerAddress(db, assignment.id, person, answerAddress, now);
  const outage = moodle && (await courseOutage(db, assignment.course.id));
  return { say: assignedMessage(assignment, { by: person, moodle, outage }, t) };
};

/** An address and a course. Before the address, mail programs put its name: `Jane Doe <jane.doe@example.com> EXCEL-1`. */
function lineOf(words: string[]): { name: string; email: string; course: string } | undefined {
  const [course = '', address = '', ...before] = words.toReversed();
  const email = emailKey(address);
  if (!isEmail(email)) return undefined;
  const name = [...before.toReversed(), besideAddress(address)].filter(Boolean).join(' ');
  return { name: plainText(name), email, course: plainText(course) };
}
