/** Formats dates in any time zone. Formatters are slow to create, so there is one per zone. */
export function formatter(options: Intl.DateTimeFormatOptions): (date: Date, zone: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (date, zone) => {
    const format = made.get(zone) ?? new Intl.DateTimeFormat('en', { ...options, timeZone: zone });
    made.set(zone, format);
    return format.format(date);
  };
}
