/** *Deshacer un cambio grande*: the last large changes of anybody here, each to be taken back. There while the board knows of one. */
import { useSyncExternalStore } from 'react';
import { hasBulks, watchBulks } from '../../board/bulk.ts';
import { type BulkOffer, bulkOffers, undoBulkChange } from '../../board/bulk-offers.ts';
import { bulkNotice, wordsFor } from '../../board/bulk-words.ts';
import type { BoardSession } from '../../board/session.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';

export function BulkMenu({ session }: { readonly session: BoardSession }) {
  const t = useText();
  const isKnown = useSyncExternalStore(
    (listener) => watchBulks(session, listener),
    () => hasBulks(session),
  );
  if (!isKnown) return null;
  return (
    <Menu label={t('method.bulk.title')} button={<Icon name="history" />} buttonClass="tool" align="left">
      {(close) => <Offers session={session} offers={bulkOffers(session)} close={close} />}
    </Menu>
  );
}

interface OffersProps {
  readonly session: BoardSession;
  readonly offers: readonly BulkOffer[];
  readonly close: () => void;
}

function Offers({ session, offers, close }: OffersProps) {
  const t = useText();
  const [language] = useLanguage();
  if (offers.length === 0) return <p className="bulk-none">{t('method.bulk.none')}</p>;
  return (
    <div className="bulk-menu">
      <p className="link-menu-head">{t('method.bulk.title')}</p>
      {offers.map((offer) => (
        <button
          key={offer.slot}
          type="button"
          className="menu__one"
          onClick={() => {
            close();
            const undone = undoBulkChange(session, offer);
            if (undone) session.notice.set(bulkNotice(undone));
          }}
        >
          <Icon name="undo" /> {wordsFor(session, offer, language, Date.now(), t)}
        </button>
      ))}
    </div>
  );
}
