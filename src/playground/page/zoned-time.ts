/** Writes dates as people of any zone read them; what is costly to make is made once per zone. */
export function formatter(options: Intl.DateTimeFormatOptions): (date: Date, zone: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (date, zone) => {
    const format = made.get(zone) ?? new Intl.DateTimeFormat('en', { ...options, timeZone: zone });
    made.set(zone, format);
    return format.format(date);
  };
}
