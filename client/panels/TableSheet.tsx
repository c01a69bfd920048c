/**
 * Escribir por otra persona: who sits at this table without a device, and for whom the next notes and dots are. The seats
 * are the server's; whom this window writes for is the session's.
 */
import { type FormEvent, useState } from 'react';
import type { PersonId } from '../../shared/ids.ts';
import { TEXT } from '../../shared/limits.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { tableOf } from '../board/table.ts';
import { isTextKey, useText } from '../i18n/text.ts';
import type { SeatApi } from '../sync/seat-api.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './TableSheet.module.css';

interface TableSheetProps {
  readonly session: BoardSession;
  readonly api: Pick<SeatApi, 'seatAtTable' | 'leaveTable'>;
  readonly onClose: () => void;
}

export function TableSheet({ session, api, onClose }: TableSheetProps) {
  const t = useText();
  const { me, cohortId, writesFor } = session;
  const chosen = useStore(writesFor);
  const atTable = tableOf(useStore(session.cohort), me.id);
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const told = (answer: { ok: true } | { ok: false; why: string }): void => {
    const key = answer.ok ? null : `errors.${answer.why}`;
    setTrouble(key === null ? null : t(isTextKey(key) ? key : 'errors.unexpected'));
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const answer = await api.seatAtTable(cohortId, name.trim());
    told(answer);
    if (!answer.ok) return;
    setName('');
    writesFor.set(answer.value.person.id);
  };
  const remove = async (person: PersonId): Promise<void> => {
    if (chosen === person) writesFor.set(me.id);
    told(await api.leaveTable(cohortId, person));
  };
  const people = [{ id: me.id, label: t('value.table.me', { name: me.name }) }].concat(
    atTable.map((person) => ({ id: person.id, label: person.name })),
  );
  return (
    <Sheet title={t('value.table.title')} onClose={onClose}>
      <p className="lead">{t('value.table.lead')}</p>
      <fieldset className={styles.people}>
        <legend>{t('value.table.writesFor')}</legend>
        {people.map(({ id, label }) => (
          <div key={id} className={styles.person}>
            <label>
              <input type="radio" name="writes-for" checked={chosen === id} onChange={() => writesFor.set(id)} />
              <Icon name="person" size={18} />
              {label}
            </label>
            {id !== me.id && (
              <IconButton
                icon="close"
                label={t('value.table.remove', { name: label })}
                onClick={() => void remove(id)}
              />
            )}
          </div>
        ))}
      </fieldset>
      <form className={styles.add} onSubmit={(event) => void add(event)}>
        <TextField
          label={t('value.table.name')}
          value={name}
          onChange={setName}
          maxLength={TEXT.personName}
          autoComplete="off"
        />
        <Button look="primary" icon="plus" type="submit">
          {t('value.table.add')}
        </Button>
      </form>
      <p role="alert" className={styles.trouble} hidden={trouble === null}>
        {trouble}
      </p>
    </Sheet>
  );
}
