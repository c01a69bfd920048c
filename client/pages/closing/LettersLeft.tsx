/** How many letters a word still has room for, told once there are few. The place is always there, so that it is also heard. */
import { TEXT } from '../../../shared/limits.ts';
import { useText } from '../../i18n/text.ts';
import styles from './Closing.module.css';

const FEW = 12;

export function LettersLeft({ written }: { written: number }) {
  const t = useText();
  const left = Math.max(0, TEXT.word - written);
  return (
    <span className={styles.left} role="status">
      {left > FEW ? '' : left === 0 ? t('peers.closing.full') : t('peers.closing.left', { count: left })}
    </span>
  );
}
