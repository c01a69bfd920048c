/** The phase that is on: its clock, what facilitation says now, and the way on and back. A phase never ends by itself. */
import { Link } from 'wouter';
import { phaseTexts } from '../../../shared/cohort/agenda.ts';
import { phaseAfter, phaseBefore, phaseNow } from '../../../shared/cohort/call.ts';
import { type Clock, leftOf } from '../../../shared/cohort/clock.ts';
import { isBoardId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { digitsOf, isOver, leftInWords } from '../clock-words.ts';
import { taskOn } from '../phase-view.ts';
import { useNow } from '../use-now.ts';
import styles from './Now.module.css';
import { usePanel } from './panel-context.ts';
import { useMove } from './use-move.ts';

export function NowCard() {
  const { call } = usePanel().cohort;
  if (call.status === 'closed') return <Closed />;
  return call.status === 'preparing' ? <Before /> : <Running />;
}

function Before() {
  const t = useText();
  const { cohort, deeds, language } = usePanel();
  const { next } = useMove();
  const first = cohort.call.agenda[0];
  const title = first ? phaseTexts(first, language).title : '';
  return (
    <section className={styles.now} aria-labelledby="now-title">
      <p className={styles.eyebrow}>{t('panel.session', { session: cohort.call.session })}</p>
      <h2 id="now-title">{t('panel.before')}</h2>
      <p className={styles.task}>{t('panel.startBody', { title })}</p>
      <Button look="primary" big wide icon="play" disabled={deeds.busy} onClick={next}>
        {t('panel.start')}
      </Button>
    </section>
  );
}

function Running() {
  const t = useText();
  const now = useNow();
  const { cohort, language } = usePanel();
  const { call } = cohort;
  const phase = phaseNow(call);
  if (!phase) return null;
  const { title, say } = phaseTexts(phase, language);
  const after = phaseAfter(call);
  return (
    <section className={styles.now} aria-labelledby="now-title">
      <div className={styles.nowHead}>
        <div>
          <p className={styles.eyebrow}>
            {t('panel.phaseOf', { number: call.agenda.indexOf(phase) + 1, count: call.agenda.length })}
          </p>
          <h2 id="now-title">{title}</h2>
        </div>
        {call.clock && <BigClock clock={call.clock} now={now} />}
      </div>
      <blockquote className={styles.say}>
        <strong>{t('panel.say')}:</strong> {say}
      </blockquote>
      {call.clock && isOver(leftOf(call.clock, now)) ? (
        <p className={styles.ask}>{t(after ? 'panel.askNext' : 'panel.askLast')}</p>
      ) : (
        <p className={styles.task}>
          <strong>{t('panel.task')}:</strong> {taskOn(call, language, now)}
        </p>
      )}
      <Ways />
    </section>
  );
}

function BigClock({ clock, now }: { clock: Clock; now: number }) {
  const t = useText();
  const left = leftOf(clock, now);
  const over = isOver(left);
  const said = leftInWords(left);
  return (
    <p className={classes(styles.clock, over && styles.over)}>
      <span aria-hidden="true" className={styles.digits}>
        {digitsOf(left)}
      </span>
      <span className="visually-hidden">{t(said.key, said.values)}</span>
      {(over || clock.kind === 'paused') && (
        <span className={styles.clockState}>{t(over ? 'panel.overShort' : 'panel.clockPaused')}</span>
      )}
    </p>
  );
}

function Ways() {
  const t = useText();
  const { cohort, deeds, landing, language, open } = usePanel();
  const { call } = cohort;
  const { next, back, addTime, turnClock } = useMove();
  const after = phaseAfter(call);
  const isPaused = call.clock?.kind === 'paused';
  return (
    <div className={styles.ways}>
      {after ? (
        <Button look="primary" wide icon="forward" className={styles.next} disabled={deeds.busy} onClick={next}>
          <span className="visually-hidden">{t('panel.nextIs', { title: phaseTexts(after, language).title })}</span>
          <span className={styles.nextWords} aria-hidden="true">
            {t('panel.next')}
            <span className={styles.nextTitle}>{phaseTexts(after, language).title}</span>
          </span>
        </Button>
      ) : (
        <Button look="primary" wide icon="flag" className={styles.next} onClick={() => open({ kind: 'close' })}>
          {t('panel.closeCall')}
        </Button>
      )}
      <div className={styles.clockWays}>
        <IconButton
          icon="back"
          label={t('panel.back')}
          disabled={deeds.busy || !phaseBefore(call)}
          onClick={back}
          className={styles.boxed}
        />
        <IconButton
          icon={isPaused ? 'play' : 'pause'}
          label={t(isPaused ? 'panel.resumeClock' : 'panel.pauseClock')}
          onClick={turnClock}
          className={styles.boxed}
        />
        <Button aria-label={t('panel.lessTime')} onClick={() => addTime(-2)}>
          −2
        </Button>
        {isBoardId(landing.place) ? (
          <>
            <Button aria-label={t('panel.addTime')} onClick={() => addTime(2)}>
              +2
            </Button>
            <ToBoard />
          </>
        ) : (
          <Button icon="plus" className={styles.more} onClick={() => addTime(2)}>
            {t('panel.addTime')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The call is conducted from here: whoever moved it on stays, with the way to the board where everybody is. */
function ToBoard() {
  const t = useText();
  const { cohort, landing } = usePanel();
  const label = t(cohort.call.landing.board === landing.place ? 'panel.toGroup' : 'panel.toBoardOf');
  return (
    <Button className={styles.toBoard} aria-label={label} title={label} onClick={landing.go}>
      {t('panel.toBoard')}
    </Button>
  );
}

function Closed() {
  const t = useText();
  const { cohort, deeds, open } = usePanel();
  const closing = cohort.boards.find(({ kind, title }) => kind === 'closing' && title === '');
  return (
    <section className={styles.now} aria-labelledby="now-title">
      <h2 id="now-title">{t('panel.closed')}</h2>
      <p className={styles.task}>{t('panel.closedBody')}</p>
      {closing && (
        <Link href={`/tablero/${closing.id}`} className={buttonClass({ wide: true })}>
          <Icon name="download" /> {t('panel.toClosing')}
        </Link>
      )}
      <div className={styles.pair}>
        <Button icon="undo" disabled={deeds.busy} onClick={() => void deeds.conduct({ do: 'reopen' })}>
          {t('panel.reopen')}
        </Button>
        <Button look="primary" icon="plus" onClick={() => open({ kind: 'new-session' })}>
          {t('panel.newSession')}
        </Button>
      </div>
    </section>
  );
}
