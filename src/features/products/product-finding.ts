/** A finding of the product check. Errors must be fixed; a warning may be intended. */
export interface Finding {
  level: 'error' | 'warning';
  code: FindingCode;
  details: Record<string, string | number>;
}

export type FindingCode =
  /**
   * An error: no course, open or hidden, has that short name or matches the `_` pattern. Details of all `course.`
   * codes: course.
   */
  | 'course.unknown'
  /**
   * A short name with a comma, which a parameter string cannot contain. Details: course, and pattern as a substitute.
   */
  | 'course.comma'
  /** An error: digits that are not a short name, perhaps a Moodle id. */
  | 'course.numeric'
  /** A pattern that matches no course yet. */
  | 'course.no_match'
  | 'course.hidden'
  /** No seat can be assigned until a course is opened. */
  | 'courses.all_hidden'
  /** Seats allow every open course. */
  | 'courses.unrestricted'
  /** Details: role, the default in use. */
  | 'role.missing'
  | 'supervisor_role.missing'
  /** An error. Details: role. */
  | 'role.unknown'
  | 'supervisor_role.unknown'
  /** Details: seats, the default in use. */
  | 'pack_size.missing'
  /** Errors. Details: day, as written. */
  | 'start_date.invalid'
  | 'end_date.invalid'
  /** An error. Details: start and end. */
  | 'end_date.reversed'
  /** An error. Details: day. */
  | 'end_date.past'
  /** An error: not a whole number of days, or less than one. Details: days. */
  | 'duration.invalid';
