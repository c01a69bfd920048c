/** Publicar: zone by zone or all at once, and taking back. Says of each part what the cohort sees of it. Asks through `publish`. */
import { useState } from 'react';
import { VALUE_PARTS, type ValuePart } from '../../shared/cohort/call.ts';
import type { Language } from '../../shared/language.ts';
import { areaTitle, statementTexts } from '../../shared/template/texts.ts';
import type { BoardSession, Outcome } from '../board/session.ts';
import { isTextKey, useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './PublishSheet.module.css';
import { type PartState, useBlanks, usePublishedParts } from './use-published-parts.ts';

interface PublishSheetProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly publish: (parts: readonly ValuePart[], on: boolean) => Promise<Outcome<object>>;
  readonly onGallery: () => void;
  readonly onClose: () => void;
}

const SIGN: Readonly<Record<PartState, IconName>> = {
  empty: 'minus',
  hidden: 'lock',
  published: 'check',
  changed: 'refresh',
};

export function PublishSheet({ session, language, publish, onGallery, onClose }: PublishSheetProps) {
  const t = useText();
  const states = usePublishedParts(session);
  const hasBlanks = useBlanks(session);
  const [news, setNews] = useState<{ text: string; isBad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (parts: readonly ValuePart[], on: boolean): Promise<void> => {
    setBusy(true);
    const outcome = await publish(parts, on);
    setBusy(false);
    const key = `errors.${outcome.ok ? '' : outcome.why}`;
    if (outcome.ok) setNews({ text: t(on ? 'value.publish.said' : 'value.publish.saidBack'), isBad: false });
    else setNews({ text: t(isTextKey(key) ? key : 'errors.unexpected'), isBad: true });
  };
  const waiting = VALUE_PARTS.filter((part) => states[part] === 'hidden' || states[part] === 'changed');
  // A sentence with blanks goes out by its own button alone.
  const ready = waiting.filter((part) => part !== 'statement' || !hasBlanks);
  return (
    <Sheet title={t('value.publish.title')} onClose={onClose}>
      <p className="lead">{t('value.publish.lead')}</p>
      <ul className={styles.parts}>
        {VALUE_PARTS.map((part) => (
          <Part
            key={part}
            title={titleOf(part, language)}
            state={states[part]}
            busy={busy}
            onPublish={(on) => void ask([part], on)}
          />
        ))}
      </ul>
      {ready.length < waiting.length && (
        <p className={styles.left}>
          <Icon name="info" size={16} />
          {t('value.publish.blanks', { part: titleOf('statement', language) })}
        </p>
      )}
      <p role="status" className={news?.isBad ? styles.bad : styles.news} hidden={news === null}>
        {news?.text}
      </p>
      <div className={styles.deeds}>
        <Button
          look="primary"
          icon="publish"
          disabled={busy || ready.length === 0}
          onClick={() => void ask(ready, true)}
        >
          {t('value.publish.all')}
        </Button>
        <Button icon="gallery" onClick={onGallery}>
          {t('value.publish.openGallery')}
        </Button>
      </div>
    </Sheet>
  );
}

export const titleOf = (part: ValuePart, language: Language): string =>
  part === 'statement' ? statementTexts(language).title : areaTitle(part, language);

interface PartProps {
  readonly title: string;
  readonly state: PartState;
  readonly busy: boolean;
  readonly onPublish: (on: boolean) => void;
}

function Part({ title, state, busy, onPublish }: PartProps) {
  const t = useText();
  const isOut = state === 'published' || state === 'changed';
  return (
    <li className={styles.part}>
      <span className={styles.words}>
        <strong>{title}</strong>
        <span className={styles.state} data-state={state}>
          <Icon name={SIGN[state]} size={16} />
          {t(`value.publish.states.${state}`)}
        </span>
      </span>
      {state === 'hidden' || state === 'changed' ? (
        <Button
          disabled={busy}
          aria-label={t(isOut ? 'value.publish.againOf' : 'value.publish.oneOf', { part: title })}
          onClick={() => onPublish(true)}
        >
          {t(isOut ? 'value.publish.again' : 'value.publish.one')}
        </Button>
      ) : null}
      {isOut ? (
        <Button
          look="quiet"
          disabled={busy}
          aria-label={t('value.publish.backOf', { part: title })}
          onClick={() => onPublish(false)}
        >
          {t('value.publish.back')}
        </Button>
      ) : null}
    </li>
  );
}
