/** One peer group while groups are made: its organisations with their issue, each with a list to send it to another group. */
import type { OrgId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Groups.module.css';
import type { Groups } from './groups-draft.ts';
import { issueOf } from './overview.ts';
import { usePanel } from './panel-context.ts';

interface GroupCardProps {
  /** Counted from 1; null for those in no group. */
  readonly number: number | null;
  readonly members: readonly OrgId[];
  readonly groups: Groups;
  readonly onMove: (organisation: OrgId, to: number | null) => void;
}

/** More than this cannot all present in the time there is. */
const MOST = 4;

export function GroupCard({ number, members, groups, onMove }: GroupCardProps) {
  const t = useText();
  const title = number === null ? t('panel.groups.none') : t('panel.group', { number });
  const warning =
    number === null
      ? null
      : members.length === 1
        ? t('panel.groups.alone')
        : members.length > MOST
          ? t('panel.groups.large')
          : null;
  return (
    <section className={styles.group} data-none={number === null || undefined} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {members.map((id) => (
          <Member key={id} id={id} number={number} groups={groups} onMove={onMove} />
        ))}
      </ul>
      {warning && (
        <p className={styles.warning}>
          <Icon name="info" size={16} /> {warning}
        </p>
      )}
    </section>
  );
}

/** Of the list that sends an organisation to another group: it has the focus wherever it went. */
export const memberId = (id: OrgId): string => `group-of-${id}`;
const NONE = 'none';

function Member({ id, number, groups, onMove }: Omit<GroupCardProps, 'members'> & { readonly id: OrgId }) {
  const t = useText();
  const { cohort } = usePanel();
  const name = cohort.organisations.find((one) => one.id === id)?.name ?? '…';
  const issue = issueOf(cohort, id);
  const people = cohort.people.filter(({ organisation }) => organisation === id);
  const about = issue ?? (people.length > 0 ? people.map((one) => one.name).join(', ') : t('panel.nobody'));
  return (
    <li>
      <span className={styles.who} title={`${name}: ${about}`}>
        <strong>{name}</strong>
        <span className={styles.hint}>{about}</span>
      </span>
      <select
        id={memberId(id)}
        className="input"
        aria-label={t('panel.groups.moveOf', { org: name })}
        value={number === null ? NONE : String(number - 1)}
        onChange={(event) => onMove(id, event.target.value === NONE ? null : Number(event.target.value))}
      >
        {groups.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
          <option key={i} value={String(i)}>
            {t('panel.group', { number: i + 1 })}
          </option>
        ))}
        <option value={String(groups.length)}>{t('panel.groups.newGroup')}</option>
        <option value={NONE}>{t('panel.groups.none')}</option>
      </select>
    </li>
  );
}
