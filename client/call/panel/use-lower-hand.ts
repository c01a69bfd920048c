/** Lowers somebody's raised hand, in every window of theirs, and tells so. */
import type { Person } from '../../../shared/cohort/document.ts';
import { useText } from '../../i18n/text.ts';
import { usePanel } from './panel-context.ts';

export function useLowerHand(): ({ id, name }: Person) => Promise<void> {
  const t = useText();
  const { seat, deeds } = usePanel();
  return async ({ id, name }) => {
    const answer = await deeds.ask(deeds.api.lowerHand(seat.cohort.id, id));
    if (answer) deeds.tell(t('panel.handLowered', { name }));
  };
}
