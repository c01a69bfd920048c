/**
 * Turns the pages of the screens of rooms: which slide, the page before and after, and back to what the phase shows. For
 * facilitation; the server tells everybody. Knows no board.
 */
import { useState } from 'react';
import type { CallRequest } from '../../../shared/call-api.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { themeOfSlide } from '../../../shared/cohort/shown.ts';
import type { Slide } from '../../../shared/cohort/slide.ts';
import type { ThemeId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { firstApi } from '../../sync/first-api.ts';
import type { Why } from '../../sync/request.ts';
import type { Seat } from '../../sync/seats.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { type DeckSlide, type Stop, stopBeside, stopNow } from './deck.ts';
import styles from './Remote.module.css';

interface RoomRemoteProps {
  readonly seat: Seat;
  readonly cohort: Cohort;
  readonly deck: readonly DeckSlide[];
  /** The theme that is read beside the board: offered with one press. */
  readonly reading?: ThemeId | null;
  /** The room was turned to a theme. */
  readonly onTheme?: (theme: ThemeId) => void;
  /** Everything in one row. */
  readonly isCompact?: boolean;
}

export function RoomRemote({ seat, cohort, deck, reading = null, onTheme, isCompact }: RoomRemoteProps) {
  const t = useText();
  const { show, busy, why } = useShow(seat);
  const stop = stopNow(deck, cohort);
  if (!stop) return null;
  const isShown = cohort.call.shown !== null;
  const go = ({ slide: { slide }, page }: Stop): void => {
    void show(slide, page);
    const theme = themeOfSlide(slide);
    if (theme) onTheme?.(theme);
  };
  const [before, after] = [stopBeside(deck, stop, -1), stopBeside(deck, stop, 1)];
  const of = stop.slide.pages.length;
  const offered = deck.find(({ slide }) => reading !== null && themeOfSlide(slide) === reading);
  return (
    <section
      className={classes(styles.remote, isCompact && styles.compact)}
      data-compact={isCompact}
      aria-label={t('call.room.remote')}
    >
      {offered && offered !== stop.slide && (
        <Button icon="screen" wide disabled={busy} onClick={() => go({ slide: offered, page: 0 })}>
          {t('call.room.show')}
        </Button>
      )}
      <Choice deck={deck} now={isShown ? stop : null} onChoose={go} onStop={() => void show(null)} />
      <div className={styles.ways}>
        <IconButton
          icon="back"
          label={t('call.room.previous')}
          disabled={busy || !before}
          onClick={() => before && go(before)}
        />
        <IconButton
          icon="forward"
          label={t('call.room.next')}
          disabled={busy || !after}
          onClick={() => after && go(after)}
        />
        <p className={styles.page} role="status">
          <span className={isCompact ? 'visually-hidden' : undefined}>
            {of > 1 && t('call.room.page', { page: stop.page + 1, of })}
          </span>
          {isCompact && of > 1 && <span aria-hidden="true">{`${stop.page + 1}/${of}`}</span>}
        </p>
        {isShown && <Stopping isCompact={isCompact} busy={busy} onStop={() => void show(null)} />}
      </div>
      {why && <p role="alert">{t('call.conduct.failed', { why: t(`errors.${why}`) })}</p>}
    </section>
  );
}

interface StoppingProps {
  readonly isCompact: boolean | undefined;
  readonly busy: boolean;
  readonly onStop: () => void;
}

function Stopping({ isCompact, busy, onStop }: StoppingProps) {
  const t = useText();
  if (isCompact) return <IconButton icon="close" label={t('call.room.stop')} disabled={busy} onClick={onStop} />;
  return (
    <Button look="quiet" className={styles.stop} disabled={busy} onClick={onStop}>
      {t('call.room.stop')}
    </Button>
  );
}

interface ChoiceProps {
  readonly deck: readonly DeckSlide[];
  /** Null while the phase shows its own. */
  readonly now: Stop | null;
  readonly onChoose: (stop: Stop) => void;
  readonly onStop: () => void;
}

function Choice({ deck, now, onChoose, onStop }: ChoiceProps) {
  const t = useText();
  const choose = (value: string): void => {
    const slide = deck.find((one) => one.slide === value);
    if (slide) onChoose({ slide, page: 0 });
    else onStop();
  };
  return (
    <label className={styles.choice}>
      <span className={styles.label}>
        <Icon name="screen" size={18} />
        {t('call.room.remote')}
      </span>
      <select className="input" value={now?.slide.slide ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('call.room.byPhase')}</option>
        {deck.map(({ slide, number, title }) => (
          <option key={slide} value={slide}>
            {number > 0 ? `${number}. ${title}` : title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Asks the server; what it says now is followed with the cohort. */
export function useShow(seat: Seat) {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const show = async (slide: Slide | null, page = 0): Promise<void> => {
    const deed: CallRequest = { do: 'show', shown: slide === null ? null : { slide, page } };
    setBusy(true);
    const answer = await firstApi(seat.token).conduct(seat.cohort.id, deed);
    setBusy(false);
    setWhy(answer.ok ? null : answer.why);
  };
  return { show, busy, why };
}
