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
import { MinutesField } from '../agenda/MinutesField.tsx';
import { digitsOf, isOver } from '../clock-words.ts';
import { useNow } from '../use-now.ts';
import styles from './Now.module.css';
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
      <div className={styles.zoneWays}>
        <select
          className={`input ${styles.zones}`}
          aria-label={t('panel.zones')}
          title={titleOf(current, language)}
          value={current}
          onChange={(event) => go(VALUE_PARTS.find((one) => one === event.target.value) ?? current)}
        >
          {VALUE_PARTS.map((zone) => (
            <option key={zone} value={zone}>
              {titleOf(zone, language)}
            </option>
          ))}
        </select>
        <Button disabled={deeds.busy} onClick={() => go(next ?? current)}>
          {t(next ? 'panel.nextZone' : 'panel.zoneTime')}
        </Button>
      </div>
      <div className={styles.zoneWays}>
        <MinutesField label={t('panel.zoneMinutes')} minutes={minutes} most={30} onChange={setMinutes} />
        <ZoneClock />
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
