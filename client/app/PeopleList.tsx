/** Who has come in, by organisation; facilitation can take somebody out. */
import { useState } from 'react';
import type { Cohort, Person } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';

export function PeopleList({ cohort, seat }: { cohort: Cohort; seat: Seat }) {
  const t = useText();
  const [leaving, setLeaving] = useState<Person | null>(null);
  const groups = peopleByPlace(cohort);
  const remove = async (person: Person): Promise<void> => {
    await seatApi(seat.token).removePerson(seat.cohort.id, person.id);
    setLeaving(null);
  };
  return (
    <section className="card" aria-labelledby="people-title">
      <h2 id="people-title">{t('pages.cohort.people')}</h2>
      {cohort.people.length <= 1 && <p className="field__hint">{t('pages.cohort.peopleNone')}</p>}
      <div className="people-groups">
        {groups.map(({ key, name, people }) => (
          <div key={key}>
            <h3>{name ?? t(key === 'viewer' ? 'pages.home.asViewer' : 'pages.home.asFacilitator')}</h3>
            <ul>
              {people.map((person) => (
                <li key={person.id}>
                  <span>{person.name}</span>
                  {person.id !== seat.person.id && (
                    <IconButton
                      icon="close"
                      size={16}
                      label={t('pages.cohort.removePerson', { name: person.name })}
                      onClick={() => setLeaving(person)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {leaving && (
        <Dialog title={t('pages.cohort.removeTitle', { name: leaving.name })} onClose={() => setLeaving(null)}>
          <p>{t('pages.cohort.removeBody')}</p>
          <div className="dialog__actions">
            <Button onClick={() => setLeaving(null)}>{t('common.cancel')}</Button>
            <Button look="danger" onClick={() => void remove(leaving)}>
              {t('common.remove')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

interface PeopleGroup {
  readonly key: string;
  /** Null where a role stands for the organisation. */
  readonly name: string | null;
  readonly people: readonly Person[];
}

/** Facilitation first, then the organisations, those who only look on last. */
function peopleByPlace(cohort: Cohort): PeopleGroup[] {
  const who = (is: (person: Person) => boolean): Person[] =>
    cohort.people.filter(is).sort((a, b) => a.name.localeCompare(b.name));
  return [
    { key: 'facilitator', name: null, people: who((one) => one.role === 'facilitator') },
    ...cohort.organisations.map(({ id, name }) => ({ key: id, name, people: who((one) => one.organisation === id) })),
    { key: 'viewer', name: null, people: who((one) => one.role === 'viewer') },
  ].filter((group) => group.people.length > 0);
}
