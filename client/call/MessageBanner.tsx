/** The last word of facilitation to all, until it is read on this device. Whoever said it knows it. */
import { useState } from 'react';
import type { Cohort } from '../../shared/cohort/document.ts';
import { hourOf } from '../i18n/dates.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './PhaseCard.module.css';

const keyOf = (seat: Seat): string => `tempano.read.${seat.cohort.id}`;

export function MessageBanner({ seat, cohort }: { seat: Seat; cohort: Cohort }) {
  const t = useText();
  const [language] = useLanguage();
  const [read, setRead] = useState(() => browserStorage.lasting.getItem(keyOf(seat)));
  const { message } = cohort.call;
  const isNew = message !== null && message.id !== read && message.from !== seat.person.id;
  const dismiss = (id: string): void => {
    browserStorage.lasting.setItem(keyOf(seat), id);
    setRead(id);
  };
  return (
    <div role="status">
      {isNew && (
        <div className={styles.message} data-message={message.id}>
          <Icon name="message" />
          <div className={styles.said}>
            <p>{message.text}</p>
            <small>{fromWhom(cohort, message, hourOf(message.at, language), t)}</small>
          </div>
          <Button onClick={() => dismiss(message.id)}>{t('call.message.dismiss')}</Button>
        </div>
      )}
    </div>
  );
}

/** Who said it, and when. Somebody who has left spoke for facilitation all the same. */
export function fromWhom(
  cohort: Cohort,
  { from }: { readonly from: Cohort['people'][number]['id'] },
  time: string,
  t: ReturnType<typeof useText>,
): string {
  const name = cohort.people.find(({ id }) => id === from)?.name;
  return name === undefined ? t('call.message.fromFacilitation', { time }) : t('call.message.from', { name, time });
}
