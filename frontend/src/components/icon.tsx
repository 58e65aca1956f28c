/** The line drawings of the design (16 × 16). An icon never stands without a word beside it. */
const drawings = {
  search: <><circle cx="7" cy="7" r="4.2" /><path d="M10.2 10.2L14 14" /></>,
  terminal: <><rect x="2" y="3" width="12" height="8" rx="1" /><path d="M6 13.5h4M8 11v2.5" /></>,
  inbox: <><path d="M2 9l2-6h8l2 6v4H2z" /><path d="M2 9h3.5l1 2h3l1-2H14" /></>,
  two: <><circle cx="5.8" cy="8" r="3.8" /><circle cx="10.2" cy="8" r="3.8" /></>,
  back: <><path d="M6 3.5L2.5 7 6 10.5" /><path d="M2.5 7H10a3.5 3.5 0 010 7H7" /></>,
  pause: <path d="M6 4v8M10 4v8" />,
  people: <><circle cx="6" cy="5.5" r="2.5" /><path d="M1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4" /><path d="M10.5 3.3a2.5 2.5 0 010 4.4M12 9.8c1.6.5 2.5 1.8 2.5 3.7" /></>,
  folder: <path d="M1.5 4h4.5l1.5 2h7v7.5h-13z" />,
  page: <><path d="M4 1.8h5.5L12.5 5v9.2H4z" /><path d="M9.5 1.8V5h3" /></>,
  shield: <><path d="M8 1.8l5.5 2v4c0 3.3-2.3 5.4-5.5 6.5-3.2-1.1-5.5-3.2-5.5-6.5v-4z" /><path d="M5.5 8l2 2 3.2-3.5" /></>,
  gear: <><circle cx="8" cy="8" r="2.2" /><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4" /></>,
  warn: <><path d="M8 2L15 14H1z" fill="currentColor" stroke="none" /><path d="M8 6.3v3.6M8 11.8v.1" className="icon-hole" strokeWidth="1.7" /></>,
  alert: <><path d="M8 2.5L14.5 13.5h-13z" /><path d="M8 6.5v3.2M8 11.6v.1" /></>,
  clock: <><circle cx="8" cy="8" r="5.5" /><path d="M8 5v3.2l2 1.3" /></>,
  ring: <circle cx="8" cy="8" r="5" />,
  half: <><circle cx="8" cy="8" r="5" /><path d="M8 3a5 5 0 010 10z" fill="currentColor" /></>,
  tick: <path d="M3 8.5l3.2 3.2L13 4.8" />,
  pen: <><path d="M3 13l1-3.5L10.5 3 13 5.5 6.5 12z" /><path d="M9 4.5L11.5 7" /></>,
  eye: <><path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" /><circle cx="8" cy="8" r="2" /></>,
  lock: <><rect x="3.5" y="7" width="9" height="6.5" rx="1" /><path d="M5.5 7V5a2.5 2.5 0 015 0v2" /></>,
  down: <path d="M4 6l4 4 4-4" />,
  right: <path d="M6 4l4 4-4 4" />,
  left: <path d="M10 4L6 8l4 4" />,
  cross: <path d="M4 4l8 8M12 4l-8 8" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  info: <><circle cx="8" cy="8" r="5.8" /><path d="M8 7.3v3.8M8 4.9v.1" /></>,
  zoomIn: <><circle cx="7" cy="7" r="4.2" /><path d="M10.2 10.2L14 14M5 7h4M7 5v4" /></>,
  zoomOut: <><circle cx="7" cy="7" r="4.2" /><path d="M10.2 10.2L14 14M5 7h4" /></>,
  turn: <><path d="M13 8a5 5 0 11-1.6-3.7" /><path d="M13 2.5v2.6h-2.6" /></>,
  send: <path d="M2 8l12-5-4 11-2.5-4.5z" />,
  print: <><path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2" /><path d="M4.5 9.5h7v4h-7z" /></>,
  house: <><path d="M2.5 7.5L8 3l5.5 4.5" /><path d="M4 6.5v6.5h8V6.5" /></>,
  link: <><path d="M6.5 9.5a2.5 2.5 0 003.6.2l2.2-2.2a2.5 2.5 0 00-3.5-3.5l-1 1" /><path d="M9.5 6.5a2.5 2.5 0 00-3.6-.2L3.7 8.5a2.5 2.5 0 003.5 3.5l1-1" /></>,
  exit: <><path d="M6.5 3h-3.5v10h3.5" /><path d="M7 8h7M11 5l3 3-3 3" /></>,
} as const;

export type IconName = keyof typeof drawings;

export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    className="icon"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.6}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {drawings[name]}
  </svg>
);
