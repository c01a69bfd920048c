/** The panel of facilitation: phases on top, the grid of organisations, and beside it what is on and who needs a look. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { boardKindOf, type Phase } from '../../../shared/cohort/agenda.ts';
import { phaseAfter, phaseBefore, phaseNow } from '../../../shared/cohort/call.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import type { SyncState } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { useFollowedCohort } from '../../sync/hooks.ts';
import type { Seat } from '../../sync/seats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Toast } from '../../ui/Toast.tsx';
import { useLanding } from '../use-landing.ts';
import { AttentionCard } from './AttentionCard.tsx';
import { isAtWork, watchHands } from './hands-on.ts';
import { NowCard } from './NowCard.tsx';
import { OpenedDialog } from './OpenedDialog.tsx';
import { handsUp, participantsOf } from './overview.ts';
import styles from './Panel.module.css';
import { PanelGrid } from './PanelGrid.tsx';
import { PhaseStrip } from './PhaseStrip.tsx';
import { PhaseTools } from './PhaseTools.tsx';
import { type Opened, PanelContext, type Panel as PanelParts, usePanel } from './panel-context.ts';
import { RoomTools } from './RoomTools.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useDeeds } from './use-deeds.ts';
import { useLowerHand } from './use-lower-hand.ts';
import { useMove } from './use-move.ts';
import { usePanelFacts } from './use-panel-facts.ts';
import { type Shortcut, useShortcuts } from './use-shortcuts.ts';

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
  const facts = usePanelFacts(seat, cohort.boards);
  const deeds = useDeeds(seat);
  useEffect(watchHands, []);
  // Whoever moved the call on conducts it from here, wherever they pressed.
  const isConducting = (): boolean => cohort.call.landing.by === seat.person.id;
  const landing = useLanding(seat, 'panel', () => isConducting() || isAtWork());
  const [opened, open] = useState<Opened | null>(null);
  const isRefused = sync.kind === 'refused';
  useEffect(() => {
    if (isRefused) onRefused();
  }, [isRefused, onRefused]);
  const panel = useMemo(
    (): PanelParts => ({ seat, cohort, attendance, ...facts, language, deeds, landing, open, titleOf, copyText }),
    [seat, cohort, attendance, facts, language, deeds, landing, titleOf, copyText],
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

/** Shortcuts do what the buttons do; those that move everybody ask first. They rest while a window is open. */
function Keys({ isShut }: { isShut: boolean }) {
  const { cohort, attendance, deeds, open } = usePanel();
  const lowerHand = useLowerHand();
  const { addTime, turnClock } = useMove();
  const { call } = cohort;
  const phase = phaseNow(call);
  const ask = (to: Phase | null): void => {
    if (to && call.status !== 'closed') open({ kind: 'go', phase: to.id });
  };
  const layer = LAYER_IDS.find((one) => !call.layers.open.includes(one));
  const does: Readonly<Record<Shortcut, () => void>> = {
    next: () => ask(phaseAfter(call)),
    back: () => ask(phaseBefore(call)),
    more: () => addTime(2),
    less: () => addTime(-2),
    clock: turnClock,
    layer: () => layer && phase?.kind === 'iceberg' && void deeds.conduct({ do: 'layer', layer }),
    message: () => open({ kind: 'message', to: null }),
    hand: () => {
      const [longest] = handsUp(cohort, attendance);
      if (longest) void lowerHand(longest.person);
    },
    note: () => open({ kind: 'note' }),
    gather: () => {
      if (call.status === 'running' && phase && boardKindOf(phase.kind)) open({ kind: 'gather' });
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
