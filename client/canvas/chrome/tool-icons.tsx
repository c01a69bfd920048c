/** Pictures of the canvas tools on a 24 × 24 grid, drawn like the icons of the interface. Always inside a named button. */
const PATHS = {
  select: 'M5 3.5l13 8-6 1.4L9.5 19z',
  hand: 'M7 12V6.5a1.6 1.6 0 0 1 3.2 0V11M10.2 11V4.6a1.6 1.6 0 0 1 3.2 0V11M13.4 11V5.6a1.6 1.6 0 0 1 3.2 0V12M16.6 9a1.6 1.6 0 0 1 3.2 0v5.5a6.5 6.5 0 0 1-6.5 6.5c-3 0-4.4-1.2-5.8-3.5L4.6 13a1.6 1.6 0 0 1 2.7-1.6L8 12.5',
  lasso:
    'M12 4c5 0 8.5 2.2 8.5 5.3S17 14.6 12 14.6 3.5 12.4 3.5 9.3 7 4 12 4zM7 14.2c-1.8.9-1.8 3 .2 3.3 1.7.3 2 2-.2 3',
  draw: 'M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3.2 3L8.5 19zM14.5 6.2l3.3 3.3',
  highlight: 'M9 14l-2.5 4.5H12L14 16M9 14l7.5-10 4.5 3.4L14 16zM4 21h16',
  arrow: 'M5 19L19 5M10 5h9v9',
  text: 'M5 7V4.5h14V7M12 4.5v15M9 19.5h6',
  geo: 'M4.5 4.5h15v15h-15z',
  eraser:
    'M8.5 19.5 4 15a1.6 1.6 0 0 1 0-2.3l8-8a1.6 1.6 0 0 1 2.3 0l5.5 5.5a1.6 1.6 0 0 1 0 2.3l-7 7zM8 9l7.5 7.5M8.5 19.5H20',
  colour:
    'M12 3.5a8.5 8.5 0 1 0 0 17c1.6 0 2.2-1 1.7-2.3-.6-1.6.3-2.7 2-2.7h1.8c1.8 0 3-1.2 3-3C20.5 7.3 16.7 3.5 12 3.5zM7.5 12.5h.1M9.500 8.200h.1M14.500 8.200h.1',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
} as const;

export type ToolIconName = keyof typeof PATHS;

export function ToolIcon({ name, size = 22 }: { readonly name: ToolIconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
