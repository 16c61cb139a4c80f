import type { Group } from './records';

export function groupShape({ id, courseId, name, description, idnumber }: Group): object {
  return {
    id,
    courseid: courseId,
    name,
    description,
    descriptionformat: 0,
    enrolmentkey: null,
    idnumber,
    visibility: 0,
    participation: true,
  };
}
