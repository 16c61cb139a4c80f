/** Compares two answers by types, keys, empty lists and error codes; never by texts. */
export function differences(recorded: unknown, answered: unknown, at = 'answer'): string[] {
  if (recorded === null || answered === null) return kindsDiffer(recorded, answered, at);
  if (Array.isArray(recorded) && Array.isArray(answered)) return listsDiffer(recorded, answered, at);
  if (isRefusal(recorded) || isRefusal(answered)) return refusalsDiffer(recorded, answered);
  if (isObject(recorded) && isObject(answered)) return objectsDiffer([recorded], [answered], at);
  return kindsDiffer(recorded, answered, at);
}

type Keyed = Record<string, unknown>;

function isObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRefusal(value: unknown): value is Keyed {
  return isObject(value) && 'exception' in value;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function kindsDiffer(recorded: unknown, answered: unknown, at: string): string[] {
  const [expected, found] = [kindOf(recorded), kindOf(answered)];
  return expected === found ? [] : [`${at}: ${found} instead of ${expected}`];
}

/** The exception's class may differ, but the error code and the presence of a reason must not. */
function refusalsDiffer(recorded: unknown, answered: unknown): string[] {
  const [expected, found] = [recorded, answered].map((one) =>
    isRefusal(one) ? { exception: kindOf(one.exception), errorcode: one.errorcode, told: 'debuginfo' in one } : 'done',
  );
  const isSame = JSON.stringify(expected) === JSON.stringify(found);
  return isSame ? [] : [`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
}

function listsDiffer(recorded: unknown[], answered: unknown[], at: string): string[] {
  if (recorded.length === 0 || answered.length === 0)
    return recorded.length === answered.length ? [] : [`${at}: ${answered.length} instead of ${recorded.length}`];
  if (recorded.every(isObject) && answered.every(isObject)) return objectsDiffer(recorded, answered, `${at}[]`);
  return kindsDiffer(recorded[0], answered[0], `${at}[]`);
}

/** A key that all recorded objects have must be in all answered ones; a key that none has, in none. */
function objectsDiffer(recorded: Keyed[], answered: Keyed[], at: string): string[] {
  const keys = new Set([...recorded, ...answered].flatMap(Object.keys));
  return [...keys].flatMap((key) => {
    const [expected, found] = [recorded, answered].map((all) => all.filter((one) => key in one).map((one) => one[key]));
    if (expected?.length === 0) return [`${at}: has ${key}`];
    if (expected?.length === recorded.length && found?.length !== answered.length) return [`${at}: lacks ${key}`];
    const [first, other] = [expected, found].map((values) =>
      values?.find((value) => value !== null && !isEmpty(value)),
    );
    return first === undefined || other === undefined ? [] : differences(first, other, `${at}.${key}`);
  });
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
