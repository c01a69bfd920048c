/** The round of a peer group: who presents, the steps sized by their minutes, the group's clock, and what to do now. */
import { leftOf } from '../../../shared/cohort/clock.ts';
import { type PeerGroup, type Round, STEP_IDS, type StepId, stepMinutes } from '../../../shared/cohort/rounds.ts';
import { roundStepTexts } from '../../../shared/template/round.ts';
import { digitsOf, isOver } from '../../call/clock-words.ts';
import { useNow } from '../../call/use-now.ts';
import { type TextKey, useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { usePhone } from '../../list/use-narrow.ts';
import { Icon } from '../../ui/Icon.tsx';
import { namesOf, useFeedback } from './feedback-context.ts';
import styles from './RoundBar.module.css';
import { RoundButtons } from './RoundButtons.tsx';

export function RoundBar({ group }: { group: PeerGroup }) {
  const t = useText();
  const { cohort, situation } = useFeedback();
  // On phones the card above has the clock of my group: one clock is enough.
  const isOnCard = usePhone() && situation.isPeersPhase && situation.part !== 'guest';
  const { round } = group;
  const names = group.organisations.map((id) => namesOf(cohort, id).name);
  if (!round)
    return (
      <section className={styles.bar} aria-label={t('peers.round.label')}>
        <div className={styles.said} role="status">
          <p className={styles.say}>
            {t(group.done ? 'peers.round.done' : situation.isPeersPhase ? 'peers.round.ready' : 'peers.round.notYet')}
          </p>
          {!group.done && <p>{t('peers.round.first', { org: names[0] ?? '…' })}</p>}
        </div>
        <RoundButtons group={group} />
      </section>
    );
  return (
    <section className={styles.bar} aria-label={t('peers.round.label')}>
      <Pills group={group} round={round} />
      <div className={styles.foot}>
        {!isOnCard && <Clock round={round} />}
        <WhatNow group={group} round={round} />
        <RoundButtons group={group} />
      </div>
    </section>
  );
}

function Pills({ group, round }: { group: PeerGroup; round: Round }) {
  const t = useText();
  const { language } = useFeedback();
  return (
    <ol className={styles.pills} aria-label={t('peers.round.steps')}>
      {STEP_IDS.map((step, i) => {
        const isNow = i === round.step;
        const isPast = i < round.step;
        const minutes = stepMinutes(group, i);
        return (
          <li
            key={step}
            style={{ flexGrow: minutes }}
            className={classes(styles.pill, isNow && styles.now, isPast && styles.past)}
            aria-current={isNow ? 'step' : undefined}
          >
            {isPast ? <Icon name="check" size={16} /> : <span className={styles.number}>{i + 1}</span>}
            <span className={styles.name}>{roundStepTexts(step, language, '').title}</span>
            <span className={styles.minutes}>
              {' '}
              · {t('peers.round.minutes', { minutes: decimal(minutes, language) })}
            </span>
            {isPast && <span className="visually-hidden"> {t('peers.round.past')}</span>}
          </li>
        );
      })}
    </ol>
  );
}

const decimal = (n: number, language: string): string => new Intl.NumberFormat(language).format(n);

function Clock({ round }: { round: Round }) {
  const t = useText();
  const left = leftOf(round.clock, useNow());
  const time = digitsOf(left);
  return (
    <p
      className={classes(styles.clock, isOver(left) && styles.over)}
      role="timer"
      aria-label={t('peers.round.clock', { time })}
    >
      <Icon name={isOver(left) ? 'warning' : 'clock'} size={22} />
      <span>{time}</span>
    </p>
  );
}

function WhatNow({ group, round }: { group: PeerGroup; round: Round }) {
  const t = useText();
  const { cohort, language, situation } = useFeedback();
  const isTimeOver = isOver(leftOf(round.clock, useNow()));
  const step: StepId = STEP_IDS[round.step] ?? 'present';
  const { name } = namesOf(cohort, group.organisations[round.presenter] ?? null);
  const mine: TextKey = `peers.now.${situation.step ? situation.part : 'guest'}.${step}`;
  return (
    <div className={styles.said} role="status">
      <p className={styles.who}>
        {t('peers.round.presents', { org: name })} ·{' '}
        {t('peers.round.turn', { turn: round.presenter + 1, count: group.organisations.length })}
      </p>
      <p className={styles.say}>{situation.step ? t(mine) : roundStepTexts(step, language, name).say}</p>
      {isTimeOver && <p className={styles.late}>{t('peers.round.over')}</p>}
    </div>
  );
}
