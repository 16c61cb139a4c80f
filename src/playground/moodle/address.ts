/** As PHP's `FILTER_VALIDATE_EMAIL`, which Moodle asks: ASCII only, quotes and addresses of machines left aside. */
const ADDRESS =
  /^(?=.{1,254}$)(?=[^@]{1,64}@)[!#-'*+/-9=?^-~A-Z-]+(?:\.[!#-'*+/-9=?^-~A-Z-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]*[a-z0-9]|[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)$/i;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}
