/** One line of the report: a success, or an instruction. */
export interface Check {
  ok: boolean;
  /** Works, but may not be intended. */
  isWarning?: true;
  text: string;
}

export const fine = (text: string): Check => ({ ok: true, text });
export const warning = (text: string): Check => ({ ok: true, isWarning: true, text });
export const wrong = (text: string): Check => ({ ok: false, text });

export function formatCheck({ ok, isWarning, text }: Check): string {
  return `${ok ? (isWarning ? 'warn' : 'ok  ') : 'FAIL'} ${text}`;
}

export function printCheck(check: Check): void {
  console.log(formatCheck(check));
}
