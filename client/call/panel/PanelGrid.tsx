/** Organisations × layers: the depth meter, in numbers. Beside them who is here and who asks for support. Arrow keys walk through it. */
import { type KeyboardEvent, useRef } from 'react';
import { phaseNow } from '../../../shared/cohort/call.ts';
import { leftOf } from '../../../shared/cohort/clock.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { useNow } from '../use-now.ts';
import styles from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { GroupRows } from './GroupRows.tsx';
import {
  areasCounted,
  byGroup,
  gridKindOf,
  lateLayer,
  notesOf,
  SILENCE_MS,
  silentOrganisations,
  sum,
} from './overview.ts';
import { usePanel } from './panel-context.ts';
import { walkGrid } from './walk-grid.ts';

export function PanelGrid() {
  const t = useText();
  const { cohort } = usePanel();
  const phase = phaseNow(cohort.call);
  const grid = gridKindOf(phase?.kind ?? null);
  const { lasted, now } = useLasted();
  const silent = lasted >= SILENCE_MS ? silentOrganisations(cohort, phase) : null;
  const late = lateLayer(cohort.call, lasted, now);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => walkGrid(event);
  return (
    <section className={styles.card} aria-labelledby="grid-title">
      <h2 id="grid-title" className="visually-hidden">
        {t('panel.grid')}: {t(`panel.gridOf.${grid}`)}
      </h2>
      <div className={styles.scroll}>
        <table className={classes(styles.grid, styles[grid])} onKeyDown={onKeyDown} aria-labelledby="grid-title">
          <GridHead grid={grid} />
          {grid === 'groups' ? (
            byGroup(cohort).map(({ group, members }) => (
              <GroupRows key={group ?? 'none'} group={group} members={members} />
            ))
          ) : (
            <tbody>
              {cohort.organisations.map((one) => (
                <GridRow
                  key={one.id}
                  organisation={one}
                  grid={grid}
                  isSilent={silent?.has(one.id) ?? false}
                  late={late}
                />
              ))}
            </tbody>
          )}
          {(grid === 'layers' || grid === 'zones') && <Totals grid={grid} />}
        </table>
      </div>
    </section>
  );
}

function Totals({ grid }: { grid: 'layers' | 'zones' }) {
  const t = useText();
  const { cohort, language } = usePanel();
  const all = cohort.organisations.map(({ id }) => notesOf(cohort, id, grid));
  const totals = areasCounted(grid).map((area, i) => ({ area, n: sum(all.map((row) => row[i] ?? 0)) }));
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('panel.totals')}</th>
        {totals.map(({ area, n }) => (
          <td key={area} className={styles.n} title={t('panel.count', { area: areaTitle(area, language), count: n })}>
            {n}
          </td>
        ))}
        <td className={classes(styles.n, styles.total)}>{sum(totals.map(({ n }) => n))}</td>
        <td colSpan={2} />
      </tr>
    </tfoot>
  );
}

/** For how long the phase has been on. Time that is added makes nobody less silent. */
function useLasted(): { readonly lasted: number; readonly now: number } {
  const { cohort } = usePanel();
  const now = useNow();
  const { call } = cohort;
  const phase = phaseNow(call);
  const seen = useRef<{ phase: string | null; at: number }>({ phase: null, at: 0 });
  if (seen.current.phase !== call.phase) seen.current = { phase: call.phase, at: now };
  if (!phase || call.status !== 'running' || !call.clock) return { lasted: 0, now };
  return { lasted: Math.max(now - seen.current.at, phase.minutes * 60_000 - leftOf(call.clock, now)), now };
}
