import type { KnownBlock, ModalView } from '@slack/types';
import type { Course } from '../../core/course';
import { OPEN_EXPORT, OPEN_IMPORT } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import { actions, button, context, header, modal, section } from '../../slack/blocks';
import { text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { pagingBlocks } from '../../slack/paging';
import { truncate } from '../../slack/text';
import type { CourseList, ListedCourse } from './course-list';
import { ageInWords, type MoodleList, reasonInWords } from './courses-from-moodle.view';
import { ofShownCourse } from './shown-course';

export const OPEN_COURSES = 'open_courses';
export const OPEN_ADD_COURSE = 'open_add_course';
export const OPEN_COURSE = 'open_course';
export const HIDE_COURSE = 'hide_course';
export const REFRESH_COURSES = 'refresh_courses';

export const listCoursesForm = form('list_courses', { search: text({ optional: true, dispatch: true }) }, [
  'typed',
  'page',
]);
export const addCourseForm = form(
  'add_course',
  { shortname: text({ most: 150 }), course_name: text({ most: 1_000 }) },
  ['below'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof listCoursesForm>, FieldsOf<typeof addCourseForm> {}
}

/** A long name must not push other courses off the page. */
const MAX_NAME = 150;

/** `canChange` shows the buttons for people who may change courses. `moodle` is undefined when there is no Moodle. */
interface CoursesSettings {
  canChange: boolean;
  moodle: MoodleList | undefined;
}

export function coursesView(list: CourseList, { canChange, moodle }: CoursesSettings, t: Translate): ModalView {
  const { search, page, pages } = list;
  const settings = { title: t('title.courses'), submit: t('course_list.search'), close: t('action.close') };
  const name = moodle?.shownAs && { externalId: moodle.shownAs };
  return listCoursesForm.modal({ ...settings, notes: { typed: search, page: String(page) }, ...name }, [
    listCoursesForm.draw.search({ label: t('course_list.search_field'), initial: search }),
    moodle && context(ageInWords(list.syncedAt, moodle, t)),
    ...(list.courses.length > 0 ? courseBlocks(list, canChange, t) : emptyBlocks(search, t)),
    ...pagingBlocks(page, pages, t),
    actions(
      moodle && button(t('course_list.refresh'), REFRESH_COURSES),
      canChange ? button(t('course_list.add'), OPEN_ADD_COURSE) : undefined,
      canChange ? button(t('import.open'), OPEN_IMPORT) : undefined,
      button(t('export.open'), OPEN_EXPORT),
    ),
    list.courses.length > 0 ? context(t('course_list.explained')) : undefined,
  ]);
}

interface AddSettings {
  below: string | undefined;
  /** Whether a Moodle decides which courses exist. */
  isConnected: boolean;
}

export function addCourseView({ below, isConnected }: AddSettings, t: Translate): ModalView {
  const { draw } = addCourseForm;
  return addCourseForm.modal(
    {
      title: t('title.add_course'),
      submit: t('course_list.submit_add'),
      close: t('action.back'),
      notes: { below },
    },
    [
      draw.shortname({ label: t('field.shortname'), hint: t('field.shortname.hint') }),
      draw.course_name({ label: t('field.course_name') }),
      isConnected ? context(t('course_list.add_hint')) : undefined,
    ],
  );
}

export function courseAddedView(
  { name, shortname }: Course,
  { below, isConnected }: AddSettings,
  t: Translate,
): ModalView {
  const settings = { id: 'course_added', title: t('title.add_course'), close: t('action.back') };
  return modal({ ...settings, ...(below && { metadata: { below } }) }, [
    section(t(isConnected ? 'course_list.added_here' : 'course_list.added', { course: name, shortname })),
    actions(button(t('course_list.add'), OPEN_ADD_COURSE)),
  ]);
}

function courseBlocks({ courses, total, hidden }: CourseList, canChange: boolean, t: Translate): KnownBlock[] {
  const counts = [t('course_list.total', { count: total }), hidden > 0 && t('course_list.hidden', { count: hidden })];
  return [
    header(counts.filter(Boolean).join(' · ')),
    ...courses.map((course) => section(inWords(course, t), canChange ? toggleButton(course, t) : undefined)),
  ];
}

function inWords(course: ListedCourse, t: Translate): string {
  const { name, shortname, open, products } = course;
  const details = [
    shortname,
    reasonInWords(course, t) ?? (open ? t('course_list.is_open') : t('course_list.is_hidden')),
    products > 0 && t('course_list.products', { count: products }),
  ];
  return `${truncate(name, MAX_NAME)}\n${details.filter(Boolean).join(' · ')}`;
}

/** Opens or hides the course. A course that Moodle closes cannot be opened here. */
function toggleButton(course: Course, t: Translate) {
  if (course.closedBecause) return undefined;
  const value = ofShownCourse(course);
  return course.open
    ? button(t('course_list.hide_button'), HIDE_COURSE, value)
    : button(t('course_list.show_button'), OPEN_COURSE, value);
}

function emptyBlocks(search: string, t: Translate): KnownBlock[] {
  return [section(search ? t('course_list.none_found', { typed: search }) : t('course_list.empty'))];
}
