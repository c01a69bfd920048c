/** The large changes that can be taken back now, as actions of a menu. Fetched once the board knows of one. */

import type { Language } from '../../shared/language.ts';
import { bulkOffers, undoBulkChange } from '../board/bulk-offers.ts';
import { bulkNotice, wordsFor } from '../board/bulk-words.ts';
import type { BoardSession } from '../board/session.ts';
import type { Translate } from '../i18n/text.ts';
import type { Action } from './ActionMenu.tsx';

export const bulkActions = (session: BoardSession, language: Language, t: Translate): Action[] =>
  bulkOffers(session).map((offer) => ({
    key: offer.slot,
    label: wordsFor(session, offer, language, Date.now(), t),
    icon: 'history',
    run: () => {
      const undone = undoBulkChange(session, offer);
      if (undone) session.notice.set(bulkNotice(undone));
    },
  }));
