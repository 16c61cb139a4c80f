import type { MoodleFunction } from '../function';
import { activitiesCompletion, courseCompletion } from './completion';
import { coursesByField } from './courses-by-field';
import { createGroups } from './create-groups';
import { createUsers } from './create-users';
import { deleteUsers } from './delete-users';
import { enrolUsers } from './enrol-users';
import { enrolledUsers } from './enrolled-users';
import { enrolmentMethods } from './enrolment-methods';
import { addGroupMembers, deleteGroupMembers } from './group-members';
import { courseGroups, courseUserGroups, deleteGroups, groupMembers } from './groups';
import { assignRoles, unassignRoles } from './roles';
import { searchCourses } from './search-courses';
import { searchUsers } from './search-users';
import { siteInfo } from './site-info';
import { unenrolUsers } from './unenrol-users';
import { getUsers, usersByField } from './users';
import { usersCourses } from './users-courses';

export const functions: ReadonlyMap<string, MoodleFunction> = new Map([
  ['core_completion_get_activities_completion_status', activitiesCompletion],
  ['core_completion_get_course_completion_status', courseCompletion],
  ['core_course_get_courses_by_field', coursesByField],
  ['core_course_search_courses', searchCourses],
  ['core_enrol_get_course_enrolment_methods', enrolmentMethods],
  ['core_enrol_get_enrolled_users', enrolledUsers],
  ['core_enrol_get_users_courses', usersCourses],
  ['core_enrol_search_users', searchUsers],
  ['core_group_add_group_members', addGroupMembers],
  ['core_group_create_groups', createGroups],
  ['core_group_delete_group_members', deleteGroupMembers],
  ['core_group_delete_groups', deleteGroups],
  ['core_group_get_course_groups', courseGroups],
  ['core_group_get_course_user_groups', courseUserGroups],
  ['core_group_get_group_members', groupMembers],
  ['core_role_assign_roles', assignRoles],
  ['core_role_unassign_roles', unassignRoles],
  ['core_user_create_users', createUsers],
  ['core_user_delete_users', deleteUsers],
  ['core_user_get_users', getUsers],
  ['core_user_get_users_by_field', usersByField],
  ['core_webservice_get_site_info', siteInfo],
  ['enrol_manual_enrol_users', enrolUsers],
  ['enrol_manual_unenrol_users', unenrolUsers],
]);

export const functionNames: readonly string[] = [...functions.keys()];

/** A few of Moodle's other functions; no service here includes them. */
export const otherFunctions: readonly string[] = [
  'core_course_get_categories',
  'core_course_get_contents',
  'core_course_get_courses',
  'core_course_get_enrolled_courses_by_timeline_classification',
  'core_user_update_users',
  'core_user_view_user_profile',
];
