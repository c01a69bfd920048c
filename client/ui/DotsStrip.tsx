/** A calm line with the dots of one person: those placed are full, and words for what is left. Knows no board. */
import { useText } from '../i18n/text.ts';

interface DotsStripProps {
  /** Of each person in one call. */
  readonly most: number;
  readonly left: number;
  /** Whose dots, when not those of who looks. */
  readonly of: string | null;
  /** Not told to the server yet. */
  readonly unsent: number;
}

export function DotsStrip({ most, left, of, unsent }: DotsStripProps) {
  const t = useText();
  const words = of === null ? t('value.dots.left', { count: left }) : t('value.dots.leftOf', { name: of, count: left });
  return (
    <p className="dots-strip" data-part="dots-left">
      <span className="dots-strip__row" aria-hidden="true">
        {Array.from({ length: most }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five places that never move
          <span key={i} data-on={i < most - left} />
        ))}
      </span>
      <span>
        {words}
        {unsent > 0 ? ` · ${t('value.dots.unsent', { count: unsent })}` : null}
      </span>
    </p>
  );
}
