/** How long the agenda is, and when it ends: by the announced hour before the call, by the clock during it. */
import type { Phase } from '../../../shared/cohort/agenda.ts';
import { leftOf } from '../../../shared/cohort/clock.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { hourOf } from '../../i18n/dates.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useNow } from '../use-now.ts';
import styles from './Agenda.module.css';
import { callStartsAt, minutesFrom } from './draft.ts';

const MINUTE_MS = 60_000;

export function Totals({ draft, cohort: { call, meta } }: { draft: readonly Phase[]; cohort: Cohort }) {
  const t = useText();
  const [language] = useLanguage();
  const now = useNow();
  const minutes = minutesFrom(draft, null);
  const starts = callStartsAt(meta);
  const on = draft.find(({ id }) => id === call.phase);
  const clock = call.status === 'running' ? call.clock : null;
  // What is left of the phase that is on is what its clock says, not its minutes.
  const ends =
    clock && on
      ? now + Math.max(0, leftOf(clock, now)) + (minutesFrom(draft, on.id) - on.minutes) * MINUTE_MS
      : starts !== null && call.status === 'preparing'
        ? starts + minutes * MINUTE_MS
        : null;
  return (
    <p className={styles.totals}>
      <Icon name="clock" size={18} />
      <strong>
        {minutes < 60
          ? t('panel.agenda.total', { minutes })
          : t('panel.agenda.totalLong', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
      </strong>
      {ends !== null && (
        <span>{t(clock ? 'panel.agenda.endsFromNow' : 'panel.agenda.ends', { time: hourOf(ends, language) })}</span>
      )}
    </p>
  );
}
