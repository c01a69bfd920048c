/**
 * Vista de sala: the call as a whole room reads it. Nothing here can be pressed but the way out, and nothing private is
 * ever on it. What stands below the head is given from outside.
 */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { boardKindOf } from '../../../shared/cohort/agenda.ts';
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import type { Seat } from '../../sync/seats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { phaseView } from '../phase-view.ts';
import { useNow } from '../use-now.ts';
import styles from './Room.module.css';
import { RoomHead } from './RoomHead.tsx';
import { messageNow } from './stage.ts';
import { useWakeLock } from './use-wake-lock.ts';

interface RoomScreenProps {
  readonly seat: Seat;
  readonly cohort: Cohort;
  readonly isOffline: boolean;
  /** What stands below the head, and how much of the head there is then; null where the phase has the screen to itself. */
  readonly below: { readonly head: 'small' | 'slim'; readonly shown: ReactNode } | null;
}

export function RoomScreen({ seat, cohort, isOffline, below }: RoomScreenProps) {
  const t = useText();
  const [language] = useLanguage();
  const now = useNow();
  useWakeLock();
  const view = phaseView(cohort, seat.person, language, now);
  const audience = useAudience(cohort);
  const message = messageNow(cohort.call);
  return (
    <main className={styles.room} data-room={view.kind}>
      <header className={styles.bar}>
        <span>{cohort.meta.name}</span>
        {isOffline && (
          <strong className={styles.offline}>
            <Icon name="cloud-off" /> {t('sync.offlineShort')}
          </strong>
        )}
        <Link href={`/cohorte/${seat.cohort.id}`}>
          <Icon name="close" />
          {t('call.room.leave')}
        </Link>
      </header>
      {view.kind === 'phase' ? (
        <RoomHead cohort={cohort} phase={view} now={now} audience={audience} size={below?.head ?? 'whole'} />
      ) : (
        <Still kind={view.kind} />
      )}
      <div role="status">
        {view.kind === 'phase' && message && (
          <p className={styles.message}>
            <Icon name="message" size={28} />
            {message.text}
          </p>
        )}
      </div>
      {view.kind === 'phase' && below && <div className={styles.below}>{below.shown}</div>}
    </main>
  );
}

function Still({ kind }: { kind: 'waiting' | 'closed' }) {
  const t = useText();
  return (
    <div className={styles.still}>
      <h1>{t(`call.room.${kind}`)}</h1>
      <p>
        {t(`call.room.${kind}More`)} {kind === 'waiting' && <strong>{`${location.host}/unirse`}</strong>}
      </p>
    </div>
  );
}

/** Who sees what people work on in this phase, whatever the room itself shows. */
function useAudience(cohort: Cohort): { readonly icon: 'lock' | 'group' | 'people'; readonly label: string } | null {
  const t = useText();
  const phase = phaseNow(cohort.call);
  const kind = phase && boardKindOf(phase.kind);
  switch (kind) {
    case 'practice':
    case 'group-iceberg':
    case 'closing':
      return { icon: 'group', label: t('pages.audience.everyone') };
    case 'self-assessment':
      return { icon: 'lock', label: t('call.room.seenByYou') };
    case 'feedback':
      if (phase?.kind === 'peers') return { icon: 'people', label: t('call.room.seenByPeers') };
      return { icon: 'lock', label: t('call.room.seenByTeam') };
    case 'iceberg':
    case 'value':
      return { icon: 'lock', label: t('call.room.seenByTeam') };
    default:
      return null;
  }
}
