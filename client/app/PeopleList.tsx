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
  const groups = peopleByOrganisation(cohort);
  const remove = async (person: Person): Promise<void> => {
    await seatApi(seat.token).removePerson(seat.cohort.id, person.id);
    setLeaving(null);
  };
  return (
    <section className="card" aria-labelledby="people-title">
      <h2 id="people-title">{t('pages.cohort.people')}</h2>
      {cohort.people.length <= 1 && <p className="field__hint">{t('pages.cohort.peopleNone')}</p>}
      <div className="people-groups">
        {groups.map(({ name, people }) => (
          <div key={name}>
            <h3>{name || t('pages.home.asFacilitator')}</h3>
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

/** Facilitation and observers first, under no organisation's name. */
function peopleByOrganisation(cohort: Cohort): { name: string; people: Person[] }[] {
  const of = (id: Person['organisation']): Person[] =>
    cohort.people.filter((one) => one.organisation === id).sort((a, b) => a.name.localeCompare(b.name));
  return [
    { name: '', people: of(null) },
    ...cohort.organisations.map((one) => ({ name: one.name, people: of(one.id) })),
  ].filter((group) => group.people.length > 0);
}
