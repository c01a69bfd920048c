/** The field in which a gift is written, with *Listo* and *Borrar*. Enter sends. */
import { type Gift, giftText } from '../../../shared/board/feedback.ts';
import { TEXT } from '../../../shared/limits.ts';
import { giftLabel } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { useFeedback } from './feedback-context.ts';
import styles from './Gifts.module.css';
import type { Giving } from './use-giving.ts';
import { Words } from './Words.tsx';

export function GiftField({ gift, giving }: { gift: Gift; giving: Giving }) {
  const t = useText();
  const { session, language } = useFeedback();
  const label = gift.kind === 'clarifying' ? t('peers.gift.yourQuestion') : giftLabel(gift.kind, language);
  return (
    <div className={styles.writing}>
      <p className={styles.kind}>{label}</p>
      <Words
        text={giftText(session.doc, gift.id)}
        presence={`note:${gift.id}`}
        label={label}
        mayWrite
        autoFocus
        placeholder={t(`peers.gift.placeholder.${gift.kind}`)}
        maxLength={TEXT.note}
        onLeave={giving.send}
      />
      <div className={styles.deeds}>
        <Button look="primary" icon="check" onClick={giving.send}>
          {t('peers.gift.send')}
        </Button>
        <Button look="quiet" onClick={() => giving.remove(gift.id)}>
          {t('peers.gift.drop')}
        </Button>
      </div>
    </div>
  );
}
