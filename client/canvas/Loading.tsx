/** What is there until the board can be drawn. */
import { useText } from '../i18n/text.ts';
import { Spinner } from '../ui/Spinner.tsx';

export function Loading() {
  const t = useText();
  return (
    <div className="canvas canvas--loading" role="status">
      <Spinner /> {t('canvas.loading')}
    </div>
  );
}
