/** The sheet while nothing goes to the group iceberg: why, and what is there, to be taken back. And what came of taking back. */
import { useEffect, useRef } from 'react';
import type { Language } from '../../shared/language.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { BringLayerList } from './BringLayerList.tsx';
import styles from './BringSheet.module.css';
import type { Shut } from './bring.ts';
import { DeletedNotes } from './DeletedNotes.tsx';
import { refusalKey } from './refusal-key.ts';
import type { Bringing } from './use-bring.ts';

interface TakeBackProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly bringing: Bringing;
  readonly shut: Shut;
}

export function TakeBack({ session, language, bringing, shut }: TakeBackProps) {
  const t = useText();
  const { layers, count } = bringing;
  return (
    <div className={styles.choice}>
      <p className={styles.closed}>
        <Icon name="lock" size={18} />
        <span>
          <strong>{t(`panels.bring.shut.${shut}`)}.</strong> {t(`panels.bring.shut.${shut}Body`)}
        </span>
      </p>
      <p>{t(count.there > 0 ? 'panels.bring.mayComeBack' : 'panels.bring.noneThere')}</p>
      {count.there > 0 && shut === 'ended' ? <p>{t('panels.bring.forGood')}</p> : null}
      {layers.map((layer) => (
        <BringLayerList key={layer.layer} session={session} language={language} layer={layer} bringing={bringing} />
      ))}
      <DeletedNotes bringing={bringing} />
      {bringing.back ? (
        <div className={styles.foot}>
          <BackNews bringing={bringing} />
        </div>
      ) : null}
    </div>
  );
}

/** Has the focus once a note is back: the button that did it is gone with its row. */
export function BackNews({ bringing: { back } }: { bringing: Bringing }) {
  const t = useText();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (back && back.failed === null) line.current?.focus();
  }, [back]);
  if (back === null) return null;
  if (back.failed !== null)
    return (
      <p className={styles.failed} role="alert">
        {t(refusalKey(back.failed))}
      </p>
    );
  return (
    <p ref={line} className={styles.back} role="status" tabIndex={-1}>
      <Icon name="check" size={18} />
      {t('panels.bring.withdrawn')}
    </p>
  );
}
