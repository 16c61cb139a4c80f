/** Something that the check of a product tells: an error must be put right, a warning may be meant. */
export interface Finding {
  level: 'error' | 'warning';
  code: FindingCode;
  details: Record<string, string | number>;
}

export type FindingCode =
  /** An error: no course, open or hidden, has that short name, or matches it where it holds `_`. Details of all `course.` codes: course. */
  | 'course.unknown'
  /** A short name with a comma, which a parameter string cannot hold. Details: course, and pattern, which it can. */
  | 'course.comma'
  /** An error: digits that are no short name, perhaps an id in Moodle. */
  | 'course.numeric'
  /** A pattern for which there is no course yet. */
  | 'course.no_match'
  | 'course.hidden'
  /** Nothing can be assigned before a course is opened. */
  | 'courses.all_hidden'
  /** Seats are good for every open course. */
  | 'courses.unrestricted'
  /** Details: role, the default that is used. */
  | 'role.missing'
  | 'supervisor_role.missing'
  /** An error. Details: role. */
  | 'role.unknown'
  | 'supervisor_role.unknown'
  /** Details: seats, the default that is used. */
  | 'pack_size.missing'
  /** Errors. Details: day, as it is written. */
  | 'start_date.invalid'
  | 'end_date.invalid'
  /** An error. Details: start and end. */
  | 'end_date.reversed'
  /** An error. Details: day. */
  | 'end_date.past'
  /** An error: no whole number of days, or less than one. Details: days. */
  | 'duration.invalid';
