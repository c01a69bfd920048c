/** The screens of rooms, from the panel: opening one, showing something on them, and turning their pages while something is shown. */
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { Slide } from '../../../shared/cohort/slide.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { type RoomPlace, roomPlace } from '../room/place.ts';
import { RoomRemote } from '../room/RoomRemote.tsx';
import { WithDeck } from '../room/WithDeck.tsx';
import now from './Now.module.css';
import styles from './Panel.module.css';
import { usePanel } from './panel-context.ts';

/** A link where there is nothing to show, else a choice of the two. */
export function RoomMenu() {
  const t = useText();
  const { cohort, seat, deeds } = usePanel();
  const place = roomPlace(cohort, seat.person);
  const address = `/sala/${seat.cohort.id}`;
  const word = (
    <>
      <Icon name="screen" size={18} />
      {t('panel.room')}
    </>
  );
  if (!place)
    return (
      <a className={styles.tool} href={address} target="_blank" rel="noreferrer">
        {word}
      </a>
    );
  return (
    <Menu label={t('panel.room')} buttonClass={styles.tool} button={word}>
      {(close) => (
        <>
          <a className="menu__one" href={address} target="_blank" rel="noreferrer" onClick={close}>
            {t('panel.roomOpen')}
          </a>
          <button
            type="button"
            className="menu__one"
            onClick={() => {
              void deeds.conduct({ do: 'show', shown: { slide: firstSlide(place, cohort), page: 0 } });
              close();
            }}
          >
            {t('call.room.show')}
          </button>
        </>
      )}
    </Menu>
  );
}

/** What is shown first, the same that the room shows by itself (deck.ts): from there facilitation goes on. */
function firstSlide(place: RoomPlace, { call, counts }: Cohort): Slide {
  if (place.kind === 'gallery') return 'gallery';
  const { kind, id } = place.board;
  if (kind === 'closing') return 'words';
  if (phaseNow(call)?.kind !== 'cluster') return 'board';
  if (!call.reading) return 'themes';
  return LAYER_IDS.find((layer) => (counts.get(id)?.[layer] ?? 0) > 0) ?? 'results';
}

/** While something is shown. The board it is drawn from is opened for that alone. */
export function RoomTools() {
  const { cohort, seat } = usePanel();
  const place = roomPlace(cohort, seat.person);
  if (!place || cohort.call.shown === null) return null;
  return (
    <div className={now.tools}>
      <WithDeck place={place} cohort={cohort}>
        {(deck) => deck && <RoomRemote seat={seat} cohort={cohort} deck={deck} isCompact />}
      </WithDeck>
    </div>
  );
}
