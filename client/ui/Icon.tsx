/** The icon set: line drawings on a 24 × 24 grid, drawn in the text's colour. Always beside a word or inside a named button. */
const PATHS = {
  iceberg: 'M2 12h20M12 3l4 4 1 5M12 3 8 7l-2 5M6 12l1 4 4 5 2 0 4-4 1-5',
  value: 'M12 3l2.6 5.6 6 .8-4.4 4.3 1.1 6.1L12 16.9l-5.3 2.9 1.1-6.1L3.4 9.4l6-.8z',
  group: 'M3 13h18M8 13l1 3 2 3 3 0 2-6M5 13l2-5 3-3 2 3 3-2 4 7',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.8-3.7 3.3-5.5 6.5-5.5s5.7 1.8 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.5M17.5 14.8c2.2.7 3.5 2.5 4 5.2',
  eye: 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  calm: 'M3 9c3-3 6 3 9 0s6-3 9 0M3 15c3-3 6 3 9 0s6-3 9 0',
  check: 'M4.5 12.5l5 5 10-11',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.5-9 6 6 0 0 1 11.4 1.3A3.9 3.9 0 0 1 17.5 18.5z',
  'cloud-off': 'M3 3l18 18M7 18.5a4.5 4.5 0 0 1-.5-9M9.5 6.3a6 6 0 0 1 8.4 4.5 3.9 3.9 0 0 1 2.6 6.2M16 18.5H7',
  device: 'M4.5 5h15v10.5h-15zM2 19h20',
  warning: 'M12 3.5 22 20.5H2zM12 10v4.5M12 17.3v.2',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 7.8v.2',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1',
  canvas: 'M3.5 5h17v14h-17zM7 9h4v4H7zM14 12h3v3h-3z',
  undo: 'M8 5 3.5 9.5 8 14M4 9.5h10a6 6 0 0 1 0 11h-3',
  redo: 'M16 5l4.5 4.5L16 14M20 9.5H10a6 6 0 0 0 0 11h3',
  download: 'M12 3.5v12M7 11l5 5 5-5M4 20.5h16',
  upload: 'M12 16V4M7 8.5l5-5 5 5M4 20.5h16',
  copy: 'M8.5 8.5h12v12h-12zM15.5 8.5v-5h-12v12h5',
  archive: 'M3.5 4.5h17v5h-17zM5 9.5v10h14v-10M10 13.5h4',
  plus: 'M12 4.5v15M4.5 12h15',
  minus: 'M4.5 12h15',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  back: 'M20 12H4M10.5 5.5 4 12l6.5 6.5',
  forward: 'M4 12h16M13.5 5.5 20 12l-6.5 6.5',
  up: 'M12 20V4M5.5 10.5 12 4l6.5 6.5',
  down: 'M12 4v16M5.5 13.5 12 20l6.5-6.5',
  'chevron-down': 'M5.5 9l6.5 6.5L18.5 9',
  'chevron-right': 'M9 5.5l6.5 6.5L9 18.5',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.7 2.6 4 5.6 4 9s-1.3 6.4-4 9c-2.7-2.6-4-5.6-4-9s1.3-6.4 4-9z',
  link: 'M10 14a4.5 4.5 0 0 0 6.5.3l3-3a4.5 4.5 0 0 0-6.4-6.4l-1.3 1.3M14 10a4.5 4.5 0 0 0-6.5-.3l-3 3a4.5 4.5 0 0 0 6.4 6.4l1.3-1.3',
  key: 'M8 19a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM11.2 11.3 20 3M17 5.8l3 3M14 8.6l2 2',
  trash: 'M4 6.5h16M9 6.5v-3h6v3M6 6.5l1 14h10l1-14M10 11v5.5M14 11v5.5',
  star: 'M12 3l2.6 5.6 6 .8-4.4 4.3 1.1 6.1L12 16.9l-5.3 2.9 1.1-6.1L3.4 9.4l6-.8z',
  gear: 'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1',
  diamond: 'M12 3.5 19.5 12 12 20.5 4.5 12z',
  note: 'M4 4h16v11l-5 5H4zM15 20v-5h5M8 9h8M8 13h4',
  theme: 'M3.5 4.5h17v6h-17zM3.5 14.5h9v5h-9zM16.5 14.5h4v5h-4z',
  pen: 'M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3.2 3L8.5 19zM14.5 6.2l3.3 3.3',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  refresh: 'M20 5v5h-5M4 19v-5h5M5.5 9.5A7 7 0 0 1 19.7 9M18.5 14.5A7 7 0 0 1 4.3 15',
  bring: 'M3 15v5.5h18V15M12 15V4M7.5 8 12 3.5 16.5 8',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.5 2',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8.5 3v4M15.5 3v4',
  mail: 'M3 5.5h18v13H3zM3.5 6.5 12 13l8.5-6.5',
  door: 'M6 20.5v-17h12v17M3.5 20.5h17M14.5 12v.5',
  home: 'M4 11l8-7 8 7v9.5h-5.5v-6h-5v6H4z',
  wrench: 'M20 6.5a5 5 0 0 1-6.6 6L6.5 19.5a2.1 2.1 0 0 1-3-3l7-6.9a5 5 0 0 1 6-6.6l-3 3 .5 3 3 .5z',
  drag: 'M9 6h.1M15 6h.1M9 12h.1M15 12h.1M9 18h.1M15 18h.1',
  growth: 'M3.5 20.5h17M6 17v-5M11 17V8M16 17V4M20 4l-4-1-3 3',
  feedback: 'M3.5 4.5h12v8h-7l-3.5 3v-3h-1.5zM18 9h2.5v8H19v3l-3.5-3h-6v-2',
  flag: 'M5.5 21V3.5M5.5 4.5h13l-3 4 3 4h-13',
  panel: 'M3.5 4.5h17v15h-17zM3.5 9.5h17M10 9.5v10',
  hand: 'M7 12V6.2a1.4 1.4 0 0 1 2.8 0V11M9.8 10.5V4.4a1.4 1.4 0 0 1 2.8 0v6M12.6 10.5V5.2a1.4 1.4 0 0 1 2.8 0v6M15.4 12V8a1.4 1.4 0 0 1 2.8 0v6.5c0 4-2.4 6.5-6 6.5-3 0-4.600-1.500-6-4L4 13.400a1.400 1.400 0 0 1 2.400-1.400L7 13',
  phone: 'M7 2.5h10v19H7zM11 18.500h2',
  play: 'M7 4.500v15l12-7.500z',
  pause: 'M8 5v14M16 5v14',
  message: 'M3.500 5h17v11h-9l-4.500 4v-4h-3.500z',
  screen: 'M2.500 4h19v12.500h-19zM8 20.500h8M12 16.500v4',
  publish: 'M4 9.5v5h3.5l9.500 4.500v-14l-9.500 4.500zM8 14.500l1 5h2.500l-.8-4M20 10v4',
  gallery: 'M3.500 4.500h17v15h-17zM3.500 16l5-5 4.500 4.500 2.500-2.500 5 5M15.500 8.500h.1',
  table:
    'M3 12h18M6 12v8M18 12v8M12 3.200a2.200 2.200 0 1 1 0 4.400 2.200 2.200 0 0 1 0-4.400zM7.500 12a4.500 4.500 0 0 1 9 0',
  dot: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  history: 'M4 4.5v5h5M4.7 14.500a7.800 7.800 0 1 0 .8-6.500L4 9.500M12 8v4.500l3 1.800',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5l5 5',
} as const;

export type IconName = keyof typeof PATHS;

/** Drawn with dots only: at the usual width they would be hard to see. */
const DOTS: ReadonlySet<IconName> = new Set(['more', 'drag']);

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        stroke="currentColor"
        strokeWidth={DOTS.has(name) ? 3.4 : 2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
