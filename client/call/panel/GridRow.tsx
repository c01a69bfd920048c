/** One organisation: its numbers, its people, and whether it asks for support. Never the text of a note. */
import { Link } from 'wouter';
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { Organisation } from '../../../shared/cohort/document.ts';
import type { AreaId, LayerId } from '../../../shared/template/kinds.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Grid.module.css';
import { areasCounted, boardToVisit, type GridKind, issueOf, notesOf, sum } from './overview.ts';
import { PeopleCell } from './PeopleCell.tsx';
import { usePanel } from './panel-context.ts';

interface GridRowProps {
  readonly organisation: Organisation;
  readonly grid: GridKind;
  readonly isSilent: boolean;
  /** Whoever has no note in this layer by now is marked. */
  readonly late: LayerId | null;
}

export function GridRow({ organisation, grid, isSilent, late }: GridRowProps) {
  const t = useText();
  return (
    <tr className={classes(isSilent && styles.silent, organisation.letIn && styles.asking)}>
      <th scope="row" className={styles.who} title={organisation.name}>
        <span className={styles.name}>{organisation.name}</span>
        {isSilent && <span className={styles.silence}>{t('panel.noNotes')}</span>}
      </th>
      {grid === 'issues' ? (
        <IssueCell organisation={organisation} />
      ) : (
        <Counts organisation={organisation} grid={grid} late={late} />
      )}
      <td className={styles.people}>
        <PeopleCell organisation={organisation} />
      </td>
      <td className={styles.support}>
        <Support organisation={organisation} />
      </td>
    </tr>
  );
}

function Counts({ organisation, grid, late }: Omit<GridRowProps, 'isSilent'>) {
  const { cohort } = usePanel();
  const notes = notesOf(cohort, organisation.id, grid);
  const total = sum(notes);
  return (
    <>
      {areasCounted(grid).map((area, i) => (
        <Count key={area} area={area} n={notes[i] ?? 0} isLate={area === late} />
      ))}
      <td className={classes(styles.n, styles.total, total === 0 && styles.none)}>{total}</td>
    </>
  );
}

/** From so many notes on a bar is full. */
const FULL = 8;

function Count({ area, n, isLate }: { area: AreaId; n: number; isLate: boolean }) {
  const t = useText();
  const { language } = usePanel();
  const isMissing = isLate && n === 0;
  const words = t('panel.count', { area: areaTitle(area, language), count: n });
  return (
    <td
      className={classes(styles.n, n === 0 && styles.none, isMissing && styles.missing)}
      title={isMissing ? `${words}, ${t('panel.stillNone')}` : words}
      data-area={area}
    >
      {n}
      {isMissing && <span className="visually-hidden">, {t('panel.stillNone')}</span>}
      <span
        className={styles.depth}
        style={{ width: `calc((100% - 24px) * ${Math.min(n, FULL) / FULL})` }}
        aria-hidden="true"
      />
    </td>
  );
}

function IssueCell({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const issue = issueOf(usePanel().cohort, organisation.id);
  return (
    <td className={classes(styles.wide, issue === null && styles.none)} title={issue ?? undefined}>
      <span className={styles.name}>{issue ?? t('panel.noIssue')}</span>
    </td>
  );
}

/** Facilitation comes in only where it is let in; it may end the visit, the organisation begins it. */
function Support({ organisation: { id, name, letIn } }: { organisation: Organisation }) {
  const t = useText();
  const { cohort, deeds, seat } = usePanel();
  const board = boardToVisit(cohort, id, phaseNow(cohort.call)?.kind ?? null);
  if (!letIn)
    return (
      <span className={styles.shut} title={t('panel.shut')}>
        <Icon name="lock" size={16} />
        <span className="visually-hidden">{t('panel.shut')}</span>
      </span>
    );
  return (
    <span className={styles.visit} title={t('panel.help', { org: name })}>
      {board && (
        <Link href={`/tablero/${board}`} className={styles.visitLink} aria-label={t('panel.visitOf', { org: name })}>
          <Icon name="door" size={18} /> {t('panel.visit')}
        </Link>
      )}
      <IconButton
        icon="check"
        size={18}
        label={t('panel.endVisitOf', { org: name })}
        onClick={() => void deeds.ask(deeds.api.letIn(seat.cohort.id, id, false))}
      />
    </span>
  );
}
