/** The round of one group: who presents, which step, how long, and the way on, back, to a pause and to one minute more. */
import type { RoundRequest } from '../../../shared/call-api.ts';
import { leftOf } from '../../../shared/cohort/clock.ts';
import { type PeerGroup, roundNow } from '../../../shared/cohort/rounds.ts';
import { roundStepTexts } from '../../../shared/template/round.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { digitsOf, isOver } from '../clock-words.ts';
import { useNow } from '../use-now.ts';
import { usePanel } from './panel-context.ts';
import styles from './Round.module.css';

interface RoundControlsProps {
  readonly group: PeerGroup;
  /** Counted from 1. */
  readonly number: number;
  /** Lines of the grid it may take. */
  readonly rows: number;
}

export function RoundControls({ group, number, rows }: RoundControlsProps) {
  const t = useText();
  const { seat, deeds } = usePanel();
  const turn = (deed: RoundRequest): void => void deeds.ask(deeds.api.round(seat.cohort.id, group.id, deed));
  return (
    <div className={classes(styles.box, rows < 2 && styles.flat)}>
      <div className={styles.words}>
        <strong>{t('panel.group', { number })}</strong>
        <RoundState group={group} />
      </div>
      {group.round ? (
        <div className={styles.ways}>
          <IconButton icon="back" label={t('panel.roundBackOf', { number })} onClick={() => turn({ do: 'back' })} />
          <IconButton
            icon={group.round.clock.kind === 'paused' ? 'play' : 'pause'}
            label={t(group.round.clock.kind === 'paused' ? 'panel.roundResumeOf' : 'panel.roundPauseOf', { number })}
            onClick={() => turn({ do: group.round?.clock.kind === 'paused' ? 'resume' : 'pause' })}
          />
          <IconButton
            icon="plus"
            label={t('panel.roundMoreOf', { number })}
            onClick={() => turn({ do: 'add-time', minutes: 1 })}
          />
          <Button aria-label={t('panel.roundNextOf', { number })} onClick={() => turn({ do: 'next' })}>
            {t('panel.roundNext')}
          </Button>
        </div>
      ) : (
        <div className={styles.ways}>
          {group.done ? (
            <IconButton icon="back" label={t('panel.roundBackOf', { number })} onClick={() => turn({ do: 'back' })} />
          ) : (
            <Button icon="play" aria-label={t('panel.roundStartOf', { number })} onClick={() => turn({ do: 'start' })}>
              {t('panel.roundStart')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function RoundState({ group }: { group: PeerGroup }) {
  const t = useText();
  const { cohort, language } = usePanel();
  const now = useNow();
  const on = roundNow(group);
  if (!on || !group.round)
    return <span className={styles.step}>{t(group.done ? 'panel.roundDone' : 'panel.roundWaiting')}</span>;
  const org = cohort.organisations.find(({ id }) => id === on.presenter)?.name ?? '…';
  const left = leftOf(group.round.clock, now);
  return (
    <>
      <span className={styles.step}>
        {roundStepTexts(on.step, language, org).title}
        <span className={classes(styles.clock, isOver(left) && styles.over)}>
          {digitsOf(left)}
          {group.round.clock.kind === 'paused' && <span className={styles.small}> {t('panel.clockPaused')}</span>}
        </span>
      </span>
      <span className={styles.small}>
        {t('panel.round', { number: group.round.presenter + 1, count: group.organisations.length })}
      </span>
    </>
  );
}
