import { can, demand } from '../src/core/permission';
import { type Context, feature, type Handler } from '../src/feature';
import { en, fr } from '../src/features/courses/copy';
import { courseCreated, courseUpdated, moodleOutageChanged } from '../src/features/courses/course-changes';
import { syncCourseList } from '../src/features/courses/course-list.messages';
import {
  addCourseForm,
  addCourseView,
  courseAddedView,
  coursesView,
  HIDE_COURSE,
  listCoursesForm,
  OPEN_ADD_COURSE,
  OPEN_COURSE,
  OPEN_COURSES,
  REFRESH_COURSES,
} from '../src/features/courses/course-list.view';
import type { MoodleList } from '../src/features/courses/courses-from-moodle.view';
import { addCourse, listCourses, openOrHide } from '../src/features/courses/manage-courses';
import { askForCourses, askForNewCourse } from '../src/features/courses/refresh-courses';
import { shownCourseMeant } from '../src/features/courses/shown-course';
import type { SlackRequest } from '../src/slack/answers';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { belowOf, noteOf, type SentView } from '../src/slack/sent-view';

/** The limit of the input and of the view's metadata. */
const MAX_SEARCH = 200;

/** Text after the command is the search. */
const openCourses: Handler = async ({ text }, context) => show({ search: text, page: 0 }, context);

const search: Handler = async ({ view }, context) => show({ search: searchIn(view), page: 0 }, context);

const turnPage: Handler = async ({ view, value }, context) =>
  show({ search: searchIn(view), page: Number(value) }, context);

/** Reloads the page in view. */
const refresh: Handler = async (request, context) => show(shownIn(request), context);

/** Moodle can take a while: queues the request, and the list shows its progress. */
const askMoodle: Handler = async (request, context) => {
  const { db, person, now, moodle } = context;
  if (!moodle) return show(shownIn(request), context);
  const shownAs = await askForCourses(db, person, now);
  return show(shownIn(request), context, { now, shownAs, state: 'asked' });
};

const open: Handler = async (request, context) => setOpen(request, true, context);

const hide: Handler = async (request, context) => setOpen(request, false, context);

/** After an added course, the form replaces the confirmation and keeps the list below. */
const openAdd: Handler = async ({ view }, { person, moodle, t }) => {
  demand(person, 'courses');
  const isConnected = moodle !== undefined;
  const below = view?.callback_id === listCoursesForm.id ? noteOf(view) : undefined;
  if (below) return { push: addCourseView({ below, isConnected }, t) };
  return { show: addCourseView({ below: belowOf(view), isConnected }, t) };
};

const submitAdd: Handler = async ({ view, submission }, { db, person, now, moodle, t }) => {
  if (!view) return undefined;
  const isConnected = moodle !== undefined;
  const { shortname, course_name: name } = addCourseForm.read(view);
  const course = await addCourse(db, { shortname, name }, person, now, { submission, isConnected });
  return { show: courseAddedView(course, { below: belowOf(view), isConnected }, t) };
};

async function setOpen(request: SlackRequest, isOpen: boolean, context: Context) {
  const { db, person, now } = context;
  demand(person, 'courses');
  const shown = shownCourseMeant(request.value);
  if (shown) await openOrHide(db, shown, isOpen, person, now);
  return show(shownIn(request), context);
}

async function show({ search, page }: { search: string; page: number }, context: Context, asked?: MoodleList) {
  const { db, person, now, moodle, t } = context;
  const list = await listCourses(db, { search: search.slice(0, MAX_SEARCH), page }, person);
  return { show: coursesView(list, { canChange: can(person, 'courses'), moodle: moodle && (asked ?? { now }) }, t) };
}

function shownIn({ view }: SlackRequest): { search: string; page: number } {
  return { search: searchIn(view), page: Number(listCoursesForm.notes(view).page ?? '0') };
}

/** The input's value, else the view's metadata. */
function searchIn(view: SentView | undefined): string {
  if (!view) return '';
  return (
    (listCoursesForm.has(view, 'search') ? listCoursesForm.read(view).search : listCoursesForm.notes(view).typed) ?? ''
  );
}

export const courses = feature({
  name: 'courses',
  copy: { en, fr },
  commands: {
    courses: {
      run: openCourses,
      help: {
        position: 90,
        lines: ({ sales, admin }) => (sales ? [admin ? 'help.courses' : 'help.courses_seen'] : []),
      },
    },
  },
  actions: {
    [OPEN_COURSES]: openCourses,
    [OPEN_ADD_COURSE]: openAdd,
    [OPEN_COURSE]: open,
    [HIDE_COURSE]: hide,
    [REFRESH_COURSES]: askMoodle,
  },
  inputs: { [listCoursesForm.id]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage } },
  submissions: { [listCoursesForm.id]: search, [addCourseForm.id]: submitAdd },
  refreshes: { [listCoursesForm.id]: refresh },
  messages: [syncCourseList],
  changes: [courseCreated, courseUpdated, moodleOutageChanged],
  on: [askForNewCourse],
});
