/** A peer group in the grid: its organisations, and beside them its round with a clock of its own. */
import type { Organisation } from '../../../shared/cohort/document.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import grid from './Grid.module.css';
import { issueOf } from './overview.ts';
import { PeopleCell } from './PeopleCell.tsx';
import { usePanel } from './panel-context.ts';
import styles from './Round.module.css';
import { RoundControls } from './RoundControls.tsx';

export function GroupRows({ group: id, members }: { group: string | null; members: readonly Organisation[] }) {
  const t = useText();
  const { cohort } = usePanel();
  const at = cohort.call.groups.findIndex((one) => one.id === id);
  const group = cohort.call.groups[at];
  const wholeOf = ({ id: organisation, name }: Organisation): string =>
    [name, issueOf(cohort, organisation)].filter((words) => words !== null).join(': ');
  const presenting = group?.round ? group.organisations[group.round.presenter] : undefined;
  return (
    <tbody className={styles.group}>
      {members.map((one, i) => (
        <tr key={one.id}>
          <th scope="row" className={classes(grid.who, one.id === presenting && styles.presenter)} title={wholeOf(one)}>
            <span className={grid.name}>{one.name}</span>
            {one.id === presenting && <span className={styles.presents}>{t('panel.presenting')}</span>}
          </th>
          {i === 0 && (
            <td rowSpan={members.length} className={styles.round}>
              {group ? <RoundControls group={group} number={at + 1} rows={members.length} /> : t('panel.noGroup')}
            </td>
          )}
          <td className={grid.people}>
            <PeopleCell organisation={one} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
