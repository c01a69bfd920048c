/** Publicar: zone by zone or all at once, and taking back. Says of each part what the cohort sees of it. Asks through `publish`. */
import { useEffect, useRef, useState } from 'react';
import { VALUE_PARTS, type ValuePart } from '../../shared/cohort/call.ts';
import type { Language } from '../../shared/language.ts';
import { areaTitle, statementTexts } from '../../shared/template/texts.ts';
import type { BoardSession, Outcome } from '../board/session.ts';
import { useStore } from '../board/store.ts';
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
  const mayPublish = useStore(session.right) === 'write';
  const isEnded = useStore(session.cohort).call.status === 'closed';
  const [news, setNews] = useState<News | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (parts: readonly ValuePart[], on: boolean): Promise<void> => {
    setBusy(true);
    const outcome = await publish(parts, on);
    setBusy(false);
    const key = `errors.${outcome.ok ? '' : outcome.why}`;
    if (outcome.ok)
      setNews({ text: t(on ? 'value.publish.said' : 'value.publish.saidBack'), isBad: false, isBack: !on });
    else setNews({ text: t(isTextKey(key) ? key : 'errors.unexpected'), isBad: true, isBack: false });
  };
  const listed = VALUE_PARTS.filter((part) => mayPublish || isOut(states[part]));
  const waiting = VALUE_PARTS.filter((part) => states[part] === 'hidden' || states[part] === 'changed');
  // A sentence with blanks goes out by its own button alone.
  const ready = waiting.filter((part) => part !== 'statement' || !hasBlanks);
  return (
    <Sheet title={t(mayPublish ? 'value.publish.title' : 'value.publish.takeBack')} onClose={onClose}>
      <p className="lead">{t(leadOf(mayPublish, listed.length > 0))}</p>
      {!mayPublish && isEnded && listed.length > 0 ? <p>{t('value.publish.forGood')}</p> : null}
      <ul className={styles.parts}>
        {listed.map((part) => (
          <Part
            key={part}
            title={titleOf(part, language)}
            state={states[part]}
            busy={busy}
            mayPublish={mayPublish}
            onPublish={(on) => void ask([part], on)}
          />
        ))}
      </ul>
      {mayPublish && ready.length < waiting.length && (
        <p className={styles.left}>
          <Icon name="info" size={16} />
          {t('value.publish.blanks', { part: titleOf('statement', language) })}
        </p>
      )}
      <Said news={news} />
      <div className={styles.deeds}>
        {mayPublish && (
          <Button
            look="primary"
            icon="publish"
            disabled={busy || ready.length === 0}
            onClick={() => void ask(ready, true)}
          >
            {t('value.publish.all')}
          </Button>
        )}
        <Button icon="gallery" onClick={onGallery}>
          {t('value.publish.openGallery')}
        </Button>
      </div>
    </Sheet>
  );
}

const isOut = (state: PartState): boolean => state === 'published' || state === 'changed';

function leadOf(mayPublish: boolean, isSomeOut: boolean) {
  if (mayPublish) return 'value.publish.lead';
  return isSomeOut ? 'value.publish.mayComeBack' : 'value.publish.noneThere';
}

interface News {
  readonly text: string;
  readonly isBad: boolean;
  readonly isBack: boolean;
}

/** Has the focus once a part is back: the button that did it is gone. */
function Said({ news }: { news: News | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (news?.isBack) line.current?.focus();
  }, [news]);
  return (
    <p ref={line} role="status" tabIndex={-1} className={news?.isBad ? styles.bad : styles.news} hidden={news === null}>
      {news?.text}
    </p>
  );
}

export const titleOf = (part: ValuePart, language: Language): string =>
  part === 'statement' ? statementTexts(language).title : areaTitle(part, language);

interface PartProps {
  readonly title: string;
  readonly state: PartState;
  readonly busy: boolean;
  readonly mayPublish: boolean;
  readonly onPublish: (on: boolean) => void;
}

function Part({ title, state, busy, mayPublish, onPublish }: PartProps) {
  const t = useText();
  return (
    <li className={styles.part}>
      <span className={styles.words}>
        <strong>{title}</strong>
        <span className={styles.state} data-state={state}>
          <Icon name={SIGN[state]} size={16} />
          {t(`value.publish.states.${state}`)}
        </span>
      </span>
      {mayPublish && (state === 'hidden' || state === 'changed') ? (
        <Button
          disabled={busy}
          aria-label={t(isOut(state) ? 'value.publish.againOf' : 'value.publish.oneOf', { part: title })}
          onClick={() => onPublish(true)}
        >
          {t(isOut(state) ? 'value.publish.again' : 'value.publish.one')}
        </Button>
      ) : null}
      {isOut(state) ? (
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
