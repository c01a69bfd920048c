/** *Probar mi conexión*: what was tried, one line after the other, in words. Tries nothing itself. */
import type { Cohort } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import { CHECKS, checkOf, type Finding, type Grade, gradeOf, overall } from '../sync/connection-check.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import styles from './ConnectionDialog.module.css';
import { useConnectionCheck } from './use-connection-check.ts';
import '../i18n/later.ts';

interface ConnectionDialogProps {
  readonly seat: Seat;
  readonly cohort: Cohort;
  readonly onClose: () => void;
}

const SIGNS: Readonly<Record<Grade, IconName>> = { well: 'check', fair: 'info', bad: 'warning', untried: 'minus' };

export default function ConnectionDialog({ seat, cohort, onClose }: ConnectionDialogProps) {
  const t = useText();
  const { found, isDone, again } = useConnectionCheck(seat, cohort);
  const last = found.at(-1);
  const whole = overall(found);
  return (
    <Dialog title={t('check.title')} onClose={onClose}>
      <p>{t('check.lead')}</p>
      <p role="status" className={isDone ? `${styles.whole} ${styles[whole]}` : 'visually-hidden'}>
        {isDone && (
          <>
            <Icon name={SIGNS[whole]} /> {t(`check.whole.${whole}`)}
          </>
        )}
      </p>
      <ol className={styles.lines} aria-busy={!isDone}>
        {CHECKS.slice(0, found.length + 1).map((check, i) => (
          <Line key={check} name={t(`check.names.${check}`)} finding={found[i] ?? null} />
        ))}
      </ol>
      {/* Each line when it is known, so that nobody has to look for it; at the end what they come to. */}
      <p role="status" className="visually-hidden">
        {last && !isDone && `${t(`check.names.${checkOf(last)}`)}: ${t(`check.grades.${gradeOf(last)}`)}`}
      </p>
      <div className="dialog__actions">
        <Button icon="refresh" disabled={!isDone} onClick={again}>
          {t('check.again')}
        </Button>
        <Button look="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  );
}

function Line({ name, finding }: { name: string; finding: Finding | null }) {
  const t = useText();
  const grade = finding && gradeOf(finding);
  return (
    <li className={`${styles.line} ${styles[grade ?? 'untried']}`}>
      <span className={styles.sign} aria-hidden="true">
        <Icon name={grade ? SIGNS[grade] : 'clock'} />
      </span>
      <div>
        <p className={styles.name}>
          {name}: {t(grade ? `check.grades.${grade}` : 'check.trying')}
        </p>
        {finding && (
          <p>
            {t(`check.${finding.found}`, { count: finding.minutes ?? 0 })}
            {finding.tripMs !== undefined && <small> ({t('check.trip', { ms: finding.tripMs })})</small>}
          </p>
        )}
      </div>
    </li>
  );
}
