import { type Capability, capabilityTitles } from './capabilities';

/** An error that Moodle answers instead of a result. */
export class MoodleRefusal extends Error {
  constructor(
    /** The class of Moodle's exception. */
    readonly exception: string,
    /** Absent when PHP itself failed. */
    readonly errorcode: string | undefined,
    message: string,
    /** Sent only while Moodle's debugging is on. */
    readonly debuginfo?: string,
  ) {
    super(message);
    this.name = 'MoodleRefusal';
  }
}

/** The message is generic and translated; Moodle sends the reason only while its debugging is on. */
export function invalidParameter(reason: string): MoodleRefusal {
  const exception = 'core\\exception\\invalid_parameter_exception';
  return new MoodleRefusal(exception, 'invalidparameter', 'Invalid parameter value detected', reason);
}

export function moodleRefusal(errorcode: string, message = `error/${errorcode}`): MoodleRefusal {
  return new MoodleRefusal('core\\exception\\moodle_exception', errorcode, message);
}

export function missingRecord(table: string): MoodleRefusal {
  if (table === 'user') return new MoodleRefusal('dml_missing_record_exception', 'invaliduser', 'Invalid user');
  const message = `Can't find data record in database table ${table}.`;
  return new MoodleRefusal('dml_missing_record_exception', 'invalidrecord', message);
}

export function accessRefused(): MoodleRefusal {
  return new MoodleRefusal('webservice_access_exception', 'accessexception', 'Access control exception');
}

export function writeRefused(): MoodleRefusal {
  return new MoodleRefusal('dml_write_exception', 'dmlwriteexception', 'Error writing to database');
}

export function codingRefusal(mistake: string): MoodleRefusal {
  const message = `Coding error detected, it must be fixed by a programmer: ${mistake}`;
  return new MoodleRefusal('core\\exception\\coding_exception', 'codingerror', message);
}

export function missingCapability(capability: Capability): MoodleRefusal {
  const message = `Sorry, but you do not currently have permissions to do that (${capabilityTitles[capability]}).`;
  return new MoodleRefusal('core\\exception\\required_capability_exception', 'nopermissions', message);
}
