/** The filled signs of notes, as in the drawings: tags, star, lock. They go with words, so screen readers skip them. */

const PATHS = {
  gear: 'M19.77 10.1 22.88 10.36v3.28L19.77 13.9l-.93 2.25 2.01 2.38-2.32 2.32-2.38-2.01-2.25.93-.26 3.11h-3.28l-.26-3.11-2.25-.93-2.38 2.01-2.32-2.32 2.01-2.38-.93-2.25-3.11-.26v-3.28l3.11-.26.93-2.25-2.01-2.38 2.32-2.32 2.38 2.01 2.25-.93.26-3.11h3.28l.26 3.11 2.25.93 2.38-2.01 2.32 2.32-2.01 2.38ZM12 8.6a3.4 3.4 0 1 0 .01 0Z',
  diamond: 'M12 1.5 21.5 12 12 22.5 2.5 12Z',
  star: 'm12 1.6 3 6.7 7.3.8-5.4 4.9 1.5 7.2-6.4-3.7-6.4 3.7 1.5-7.2L1.7 9.1 9 8.3Z',
  dots: 'M5 9.8a2.2 2.2 0 1 0 .01 0ZM12 9.8a2.2 2.2 0 1 0 .01 0ZM19 9.8a2.2 2.2 0 1 0 .01 0Z',
  lock: 'M6.2 10V7.6a5.8 5.8 0 0 1 11.6 0V10h.7a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V12a2 2 0 0 1 2-2ZM9 10h6V7.6a3 3 0 0 0-6 0Z',
} as const;

type SignName = keyof typeof PATHS;

export function Sign({ name, size = 20 }: { name: SignName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
