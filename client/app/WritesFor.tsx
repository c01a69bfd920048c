/** Modo mesa over a board: for whom this window writes, one press for each person at the table. There while somebody is at it. */
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { tableOf } from '../board/table.ts';
import { useText } from '../i18n/text.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './WritesFor.module.css';

export function WritesFor({ session, onOpen }: { session: BoardSession; onOpen: () => void }) {
  const t = useText();
  const { me, writesFor } = session;
  const chosen = useStore(writesFor);
  const others = tableOf(useStore(session.cohort), me.id);
  if (others.length === 0) return null;
  const people = [{ id: me.id, name: t('value.table.me', { name: me.name }) }, ...others];
  const name = others.find(({ id }) => id === chosen)?.name;
  return (
    <section
      className={styles.strip}
      data-part="writes-for"
      data-other={name !== undefined}
      aria-label={t('value.table.title')}
    >
      <span className={styles.label}>
        <Icon name="table" />
        {t('value.table.writesFor')}
      </span>
      <div className={styles.people}>
        {people.map((person) => (
          <Chip key={person.id} on={person.id === chosen} onToggle={() => writesFor.set(person.id)}>
            {person.name}
          </Chip>
        ))}
      </div>
      <span className="visually-hidden" role="status">
        {name === undefined ? '' : t('value.table.now', { name })}
      </span>
      <IconButton icon="plus" label={t('value.table.title')} onClick={onOpen} />
    </section>
  );
}
