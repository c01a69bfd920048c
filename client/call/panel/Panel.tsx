/** The panel of facilitation: phases on top, the grid of organisations, and beside it what is on and who needs a look. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { boardKindOf } from '../../../shared/cohort/agenda.ts';
import { phaseNow } from '../../../shared/cohort/call.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import type { SyncState } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { useFollowedCohort } from '../../sync/hooks.ts';
import type { Seat } from '../../sync/seats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Toast } from '../../ui/Toast.tsx';
import { AttentionCard } from './AttentionCard.tsx';
import { NowCard } from './NowCard.tsx';
import { OpenedDialog } from './OpenedDialog.tsx';
import { participantsOf } from './overview.ts';
import styles from './Panel.module.css';
import { PanelGrid } from './PanelGrid.tsx';
import { PhaseStrip } from './PhaseStrip.tsx';
import { PhaseTools } from './PhaseTools.tsx';
import { type Opened, PanelContext, type Panel as PanelParts, usePanel } from './panel-context.ts';
import { RoomTools } from './RoomTools.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useDeeds } from './use-deeds.ts';
import { useMove } from './use-move.ts';
import { type Shortcut, useShortcuts } from './use-shortcuts.ts';
import { useWriters } from './use-writers.ts';

interface PanelProps {
  readonly seat: Seat;
  readonly titleOf: PanelParts['titleOf'];
  readonly copyText: PanelParts['copyText'];
  /** What the pages have in common: the language. */
  readonly children: ReactNode;
  /** The server lets this seat in no more. */
  readonly onRefused: () => void;
}

export function Panel({ seat, titleOf, copyText, children, onRefused }: PanelProps) {
  const [language] = useLanguage();
  const follow = useFollowedCohort(seat);
  const cohort = useStore(follow.cohort);
  const attendance = useStore(follow.attendance);
  const sync = useStore(follow.sync);
  const writers = useWriters(seat, cohort.boards);
  const deeds = useDeeds(seat);
  const [opened, open] = useState<Opened | null>(null);
  const isRefused = sync.kind === 'refused';
  useEffect(() => {
    if (isRefused) onRefused();
  }, [isRefused, onRefused]);
  const panel = useMemo(
    (): PanelParts => ({ seat, cohort, attendance, writers, language, deeds, open, titleOf, copyText }),
    [seat, cohort, attendance, writers, language, deeds, titleOf, copyText],
  );
  return (
    <PanelContext.Provider value={panel}>
      <div className={styles.panel}>
        <Head isOffline={isBehind(sync)}>{children}</Head>
        <PhaseStrip />
        <main className={styles.body} id="contenido">
          <PanelGrid />
          <div className={styles.side}>
            <NowCard />
            <PhaseTools />
            <RoomTools />
            <AttentionCard />
          </div>
        </main>
        <Keys isShut={opened !== null} />
        {opened && <OpenedDialog opened={opened} onClose={() => open(null)} />}
        {deeds.told !== null && <Told text={deeds.told} />}
      </div>
    </PanelContext.Provider>
  );
}

/** Nobody writes on the cohort's document from here: what is unsent of it is nothing. */
const isBehind = (sync: SyncState): boolean =>
  sync.kind === 'offline' || (sync.kind === 'server-trouble' && sync.why !== 'read-only');

function Head({ isOffline, children }: { isOffline: boolean; children: ReactNode }) {
  const t = useText();
  const { seat, cohort, attendance, open } = usePanel();
  const people = participantsOf(cohort);
  const here = people.filter(({ id, host }) => attendance.has(host ?? id)).length;
  const back = t('panel.backToCohort', { cohort: cohort.meta.name });
  return (
    <header className={styles.head}>
      <Link href={`/cohorte/${seat.cohort.id}`} className="icon-button" aria-label={back} title={back}>
        <Icon name="back" />
      </Link>
      <div className={styles.what}>
        <h1>{t('panel.title')}</h1>
        <p className={styles.facts}>
          {isOffline ? (
            <strong role="status">{t('panel.offline')}</strong>
          ) : (
            <>
              <span className={styles.cohort}>{cohort.meta.name}</span>
              <span> · {t('panel.here', { here, count: people.length })}</span>
            </>
          )}
        </p>
      </div>
      <Toolbar />
      <div className={styles.corner}>
        <IconButton
          icon="info"
          label={t('panel.shortcuts')}
          onClick={() => open({ kind: 'shortcuts' })}
          className={styles.onlyKeys}
        />
        {children}
      </div>
    </header>
  );
}

/** Shortcuts do what the buttons do. They rest while a window is open. */
function Keys({ isShut }: { isShut: boolean }) {
  const t = useText();
  const { cohort, deeds, open } = usePanel();
  const { next, back, addTime, turnClock } = useMove();
  const { call } = cohort;
  const layer = LAYER_IDS.find((one) => !call.layers.open.includes(one));
  const does: Readonly<Record<Shortcut, () => void>> = {
    next,
    back,
    more: () => addTime(2),
    less: () => addTime(-2),
    clock: turnClock,
    layer: () => layer && phaseNow(call)?.kind === 'iceberg' && void deeds.conduct({ do: 'layer', layer }),
    message: () => open({ kind: 'message', to: null }),
    note: () => open({ kind: 'note' }),
    gather: () => {
      const phase = phaseNow(call);
      if (phase && boardKindOf(phase.kind)) void deeds.conduct({ do: 'gather', board: null }, t('panel.brought'));
    },
    freeze: () => open({ kind: 'freeze' }),
    help: () => open({ kind: 'shortcuts' }),
  };
  useShortcuts((shortcut) => {
    if (!isShut) does[shortcut]();
  });
  return null;
}

/** Stays long enough to be read. */
const SHOWN_MS = 6000;

function Told({ text }: { text: string }) {
  const { deeds } = usePanel();
  useEffect(() => {
    const timer = setTimeout(() => deeds.tell(null), SHOWN_MS + 50 * text.length);
    return () => clearTimeout(timer);
  }, [text, deeds]);
  return <Toast text={text} onClose={() => deeds.tell(null)} />;
}
