/** A word of facilitation: to everybody, where it stays until the next one or another phase, or to one person's windows. */
import { type FormEvent, useState } from 'react';
import type { Person } from '../../../shared/cohort/document.ts';
import { isPersonId, type PersonId } from '../../../shared/ids.ts';
import { TEXT } from '../../../shared/limits.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Attention.module.css';
import { seated } from './overview.ts';
import { statesOf } from './PeopleCell.tsx';
import { usePanel } from './panel-context.ts';

const IDEAS = ['help', 'twoMinutes', 'finish'] as const;

export function MessageDialog({ to: first, onClose }: { to: PersonId | null; onClose: () => void }) {
  const t = useText();
  const { cohort, attendance, deeds, seat } = usePanel();
  const [to, setTo] = useState<PersonId | null>(first);
  const [text, setText] = useState('');
  const people = cohort.people.filter(({ id, role }) => id !== seat.person.id && role !== 'projector');
  const one = people.find(({ id }) => id === to);
  const orgOf = ({ organisation }: Person): string =>
    cohort.organisations.find(({ id }) => id === organisation)?.name ?? '';
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    const answer = await deeds.ask(deeds.api.message(seat.cohort.id, text, to));
    if (!answer) return;
    const name = one?.name ?? '';
    if (to === null) deeds.tell(t('panel.messageSent'));
    else deeds.tell(answer.reached === 0 ? t('panel.notReached', { name }) : t('panel.asked', { name, text }));
    onClose();
  };
  return (
    <Dialog title={t('panel.messageTitle')} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void send(event)}>
        <Select
          label={t('panel.messageTo')}
          value={to ?? ''}
          onChange={(value) => setTo(isPersonId(value) ? value : null)}
          placeholder={t('panel.messageAll')}
          options={people.map((person) => ({
            value: person.id,
            label: [person.name, orgOf(person)].filter((word) => word !== '').join(' · '),
          }))}
          hint={one && statesOf(seated(one, attendance), cohort, t).join(', ')}
        />
        <TextField
          label={t('panel.messageText')}
          value={text}
          onChange={setText}
          rows={3}
          maxLength={TEXT.message}
          autoFocus
        />
        <ul className={styles.chips} aria-label={t('panel.messageIdeas')}>
          {IDEAS.map((idea) => (
            <li key={idea}>
              <Chip onToggle={() => setText(t(`panel.ideas.${idea}`))}>{t(`panel.ideas.${idea}`)}</Chip>
            </li>
          ))}
        </ul>
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" icon="message" disabled={deeds.busy || text.trim() === ''}>
            {t('panel.messageDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
