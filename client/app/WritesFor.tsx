/** Modo mesa over a board: for whom this window writes, one press for each person at the table. There while somebody is at it. */
import { useEffect, useRef } from 'react';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { tableOf } from '../board/table.ts';
import { useText } from '../i18n/text.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './WritesFor.module.css';

export default function WritesFor({ session, onOpen }: { session: BoardSession; onOpen: () => void }) {
  const t = useText();
  const { me, writesFor } = session;
  const chosen = useStore(writesFor);
  const others = tableOf(useStore(session.cohort), me.id);
  const strip = useRef<HTMLDivElement>(null);
  const count = others.length;
  // On a phone not everybody fits: the one who writes must be in sight.
  useEffect(() => {
    const button = count > 0 && chosen ? strip.current?.querySelector('[aria-pressed=true]') : null;
    button?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [chosen, count]);
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
        <span>{t('value.table.writesFor')}</span>
      </span>
      <div ref={strip} className={styles.people}>
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
