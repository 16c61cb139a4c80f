const rules: readonly [RegExp, string][] = [
  [/.{8}/s, 'Passwords must be at least 8 characters long.'],
  [/\d/, 'Passwords must have at least 1 digit(s).'],
  [/[a-z]/, 'Passwords must have at least 1 lower case letter(s).'],
  [/[A-Z]/, 'Passwords must have at least 1 upper case letter(s).'],
  [/[^\sA-Za-z0-9]/, 'The password must have at least 1 special character(s) such as *, -, or #.'],
];

/** The violations of Moodle's default password policy, in Moodle's words. */
export function passwordFaults(password: string): string[] {
  return rules.filter(([rule]) => !rule.test(password)).map(([, fault]) => fault);
}
