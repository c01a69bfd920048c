/** A word of facilitation to this person alone. Stays until it is closed; nobody else sees it. */
import { useEffect, useState } from 'react';
import type { Word } from '../../shared/call-api.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { Store } from '../board/store.ts';
import { useStore } from '../board/store.ts';
import { hourOf } from '../i18n/dates.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useAside } from '../ui/use-aside.ts';
import { fromWhom } from './MessageBanner.tsx';
import styles from './WordToast.module.css';

/** The word that was closed last: another page of the same tab does not bring it back. */
const KEY = 'tempano.closed-word';

export function WordToast({ words, cohort }: { words: Store<Word | null>; cohort: Cohort }) {
  const t = useText();
  const [language] = useLanguage();
  const word = useStore(words);
  const [closed, setClosed] = useState(() => browserStorage.tab.getItem(KEY));
  useEffect(() => {
    if (closed !== null) browserStorage.tab.setItem(KEY, closed);
  }, [closed]);
  const [box, isAside] = useAside(word && word.id !== closed ? word.id : null);
  return (
    <div role="status">
      {word && word.id !== closed && (
        <div ref={box} className={styles.word} data-word={word.id} data-aside={isAside}>
          <Icon name="message" />
          <div className={styles.said}>
            <small>
              {t('call.message.onlyYou')} · {fromWhom(cohort, word, hourOf(word.at, language), t)}
            </small>
            <p>{word.text}</p>
          </div>
          <IconButton icon="close" label={t('common.close')} onClick={() => setClosed(word.id)} />
        </div>
      )}
    </div>
  );
}
