/**
 * Names the values that a form shows, so that a later save can tell whether somebody changed them meanwhile. Equal for
 * equal values, whatever the order of the fields.
 */
export function versionOf(values: object): string {
  return JSON.stringify(Object.entries(values).sort());
}
