/** The zones of the value proposition: which one everybody works on, and a clock for it. */
import { useState } from 'react';
import { VALUE_PARTS, type ValuePart } from '../../../shared/cohort/call.ts';
import { leftOf } from '../../../shared/cohort/clock.ts';
import type { Language } from '../../../shared/language.ts';
import { statementTexts, zoneTexts } from '../../../shared/template/texts.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { digitsOf, isOver } from '../clock-words.ts';
import { useNow } from '../use-now.ts';
import styles from './Panel.module.css';
import { usePanel } from './panel-context.ts';

const MINUTES = 4;
const titleOf = (part: ValuePart, language: Language): string =>
  part === 'statement' ? statementTexts(language).title : zoneTexts(part, language).title;

export function ZoneTools() {
  const t = useText();
  const { cohort, deeds, language } = usePanel();
  const [minutes, setMinutes] = useState(MINUTES);
  const { current } = cohort.call.zone;
  const next = VALUE_PARTS[VALUE_PARTS.indexOf(current) + 1];
  const go = (zone: ValuePart): void => void deeds.conduct({ do: 'zone', zone, minutes });
  return (
    <section className={styles.tools} aria-label={t('panel.zones')}>
      <div className={styles.zones}>
        {VALUE_PARTS.map((zone) => (
          <button
            key={zone}
            type="button"
            className={styles.zone}
            aria-pressed={zone === current}
            aria-label={t(zone === current ? 'panel.zoneNow' : 'panel.toZone', { title: titleOf(zone, language) })}
            onClick={() => go(zone)}
          >
            {titleOf(zone, language)}
          </button>
        ))}
      </div>
      <div className={styles.zoneWays}>
        <label className={styles.minutes}>
          <span className="visually-hidden">{t('panel.zoneMinutes')}</span>
          <input
            className="input"
            type="number"
            min={1}
            max={30}
            value={minutes}
            onChange={(event) => setMinutes(Math.min(30, Math.max(1, event.target.valueAsNumber || MINUTES)))}
          />
          <span aria-hidden="true">min</span>
        </label>
        <ZoneClock />
        <Button icon="forward" disabled={deeds.busy} onClick={() => go(next ?? current)}>
          {t(next ? 'panel.nextZone' : 'panel.zoneTime')}
        </Button>
      </div>
    </section>
  );
}

function ZoneClock() {
  const t = useText();
  const now = useNow();
  const { cohort, deeds } = usePanel();
  const { clock } = cohort.call.zone;
  if (!clock) return null;
  const left = leftOf(clock, now);
  return (
    <span className={styles.zoneClock}>
      <IconButton
        icon="minus"
        label={t('panel.zoneLess')}
        onClick={() => void deeds.conduct({ do: 'zone-time', minutes: -1 })}
      />
      <span className={classes(styles.digits, isOver(left) && styles.over)}>{digitsOf(left)}</span>
      <IconButton
        icon="plus"
        label={t('panel.zoneMore')}
        onClick={() => void deeds.conduct({ do: 'zone-time', minutes: 1 })}
      />
    </span>
  );
}
