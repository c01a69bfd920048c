/** Giving something: a blank gift to type into, so that a power cut loses no letter; left blank it goes. Knows no layout. */
import { useState } from 'react';
import { addGift, deleteGift, type Gift, giftText, keepGift } from '../../../shared/board/feedback.ts';
import { type EntryId, newEntryId } from '../../../shared/ids.ts';
import type { GiftKind } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { useFeedback } from './feedback-context.ts';

export interface Giving {
  /** The gift under my fingers, or null. */
  readonly open: EntryId | null;
  /** The kind that was written last: its button gets the keyboard back. */
  readonly last: GiftKind | null;
  begin(kind: GiftKind): void;
  edit(gift: Gift): void;
  /** Closes what is open: sent, or gone when nothing was written. */
  send(): void;
  remove(id: EntryId): void;
}

export function useGiving(): Giving {
  const t = useText();
  const { session, say } = useFeedback();
  const [open, setOpen] = useState<EntryId | null>(null);
  const [last, setLast] = useState<GiftKind | null>(null);
  const { doc, writer, me, notice } = session;
  const close = (): void => {
    if (open === null) return;
    const isBlank = giftText(doc, open)?.toString().trim() === '';
    if (isBlank) deleteGift(writer, open, Date.now());
    else say(t('peers.gift.sent'));
    setOpen(null);
  };
  return {
    open,
    last,
    begin(kind) {
      close();
      setLast(kind);
      const id = newEntryId();
      addGift(writer, { id, kind, author: me.id, organisation: me.organisation, createdAt: Date.now() });
      setOpen(id);
    },
    edit({ id, kind }) {
      close();
      setLast(kind);
      setOpen(id);
    },
    send: close,
    remove(id) {
      if (open === id) setOpen(null);
      deleteGift(writer, id, Date.now());
      say(t('peers.gift.deleted'));
      notice.set({ key: 'peers.gift.deleted', action: { key: 'common.undo', run: () => keepGift(writer, id) } });
    },
  };
}
