/** What may be done with a gift of my own organisation: edit and delete. Nothing for others. */
import type { Gift } from '../../../shared/board/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useFeedback } from './feedback-context.ts';
import styles from './Gifts.module.css';
import { mayEditGift } from './situation.ts';
import type { Giving } from './use-giving.ts';

export function GiftDeeds({ gift, giving }: { gift: Gift; giving: Giving }) {
  const t = useText();
  const { session, right, situation } = useFeedback();
  if (!mayEditGift(gift, session.me, right, situation)) return null;
  const values = { text: gift.text };
  return (
    <div className={styles.own}>
      <IconButton icon="pen" label={t('peers.gift.edit', values)} onClick={() => giving.edit(gift)} />
      <IconButton icon="trash" label={t('peers.gift.delete', values)} onClick={() => giving.remove(gift.id)} />
    </div>
  );
}
