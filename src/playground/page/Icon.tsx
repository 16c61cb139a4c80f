const paths = {
  hash: 'M6.5 3 5 17M15 3l-1.5 14M3.5 7.5h14M2.5 12.5h14',
  home: 'M3 9.5 10 3.5l7 6V16a1 1 0 0 1-1 1h-3.5v-5h-5v5H4a1 1 0 0 1-1-1z',
  bolt: 'M11.5 2.5 4.5 11H9l-.8 6.5 7.3-9H11z',
  close: 'M5 5l10 10M15 5 5 15',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  seat: 'M6 3v7h7.5M6 10v7M13.5 10v7M6 13.5h7.5',
  send: 'M3.5 3.8 17 10 3.5 16.2 5.6 10zM5.6 10H11',
  dots: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  eye: 'M1.8 10S4.8 4.5 10 4.5 18.2 10 18.2 10 15.2 15.5 10 15.5 1.8 10 1.8 10zM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  check: 'M4.5 10.5 8.3 14.3 15.5 6.3',
  chevron: 'M5.5 8 10 12.5 14.5 8',
  down: 'M10 4v11.5M5 11l5 5 5-5',
  compass: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM12.8 7.2l-1.6 4-4 1.6 1.6-4z',
  warning: 'M10 3 18 16.5H2zM10 8v3.8M10 14.2h.01',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.3v4.2M10 6.6h.01',
  sliders: 'M3 6.2h7.5M15 6.2h2M12.8 4v4.4M3 13.8h2M9.5 13.8H17M7.2 11.6V16',
  pin: 'M7.3 3h5.4l-.7 4.8 2.8 3.2H5.2L8 7.8zM10 11v6',
  link: 'M8 12.5 12 8.5M9 5.8l1.4-1.4a3.5 3.5 0 0 1 5 5L14 10.8M11 14.2l-1.4 1.4a3.5 3.5 0 0 1-5-5L6 9.2',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the meaning is always written beside it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
