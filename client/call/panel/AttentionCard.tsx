/** Who needs a look now: raised hands, and how far everybody is in this phase. By name only where a note is missing. */
import { useRef, useState } from 'react';
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { Person } from '../../../shared/cohort/document.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Attention.module.css';
import { Hands } from './Hands.tsx';
import { handsUp, issueOf, participantsOf, withoutNote } from './overview.ts';
import { usePanel } from './panel-context.ts';

export function AttentionCard() {
  const { call } = usePanel().cohort;
  const card = useRef<HTMLElement>(null);
  if (call.status === 'closed') return null;
  return (
    <section className={styles.attention} ref={card} tabIndex={-1}>
      {/* The focus stays in the card when the hand it was on goes. */}
      <Hands onLower={() => card.current?.focus()} />
      {call.status === 'running' && <Progress />}
    </section>
  );
}

function Progress() {
  const t = useText();
  const { cohort, writers, brought } = usePanel();
  const phase = phaseNow(cohort.call);
  const missing = withoutNote(cohort, phase, writers);
  const { groups } = cohort.call;
  if (missing) {
    const total = participantsOf(cohort).length;
    return (
      <>
        <Bar
          text={t('panel.progress', { done: total - missing.length, total })}
          done={total - missing.length}
          of={total}
        />
        <Missing missing={missing} isAnybody={total > 0} />
      </>
    );
  }
  if (phase?.kind === 'self') {
    const { answered, of } = cohort.progress;
    return (
      <>
        <Bar text={t('panel.answered', { done: answered, total: of })} done={answered} of={of} />
        <p className={styles.hint}>{t('panel.answeredHint')}</p>
      </>
    );
  }
  if (phase?.kind === 'transfer') {
    const total = cohort.organisations.length;
    return (
      <>
        <Bar text={t('panel.broughtBy', { done: brought, total })} done={brought} of={total} />
        <p className={styles.hint}>{t('panel.broughtByHint')}</p>
      </>
    );
  }
  if (phase?.kind === 'issue') {
    const total = cohort.organisations.length;
    const done = cohort.organisations.filter(({ id }) => issueOf(cohort, id) !== null).length;
    return <Bar text={t('panel.chose', { done, total })} done={done} of={total} />;
  }
  if (phase?.kind !== 'peers' || groups.length === 0) return null;
  const done = groups.filter((group) => group.done).length;
  return <Bar text={t('panel.groupsDone', { done, total: groups.length })} done={done} of={groups.length} />;
}

function Bar({ text, done, of }: { text: string; done: number; of: number }) {
  return (
    <div className={styles.progress}>
      <p role="status">{text}</p>
      <div className={styles.bar} aria-hidden="true">
        <span style={{ width: `${of === 0 ? 0 : (100 * done) / of}%` }} />
      </div>
    </div>
  );
}

/** Three names a line; with hands up, and where a phase has many tools, one line, else two. More names are counted. */
const LINE = 3;

function Missing({ missing, isAnybody }: { missing: readonly Person[]; isAnybody: boolean }) {
  const t = useText();
  const { cohort, attendance, open } = usePanel();
  if (!isAnybody) return null;
  if (missing.length === 0) return <p className={styles.hint}>{t('panel.allWrote')}</p>;
  const isTight = phaseNow(cohort.call)?.kind === 'value' || handsUp(cohort, attendance).length > 0;
  const most = isTight ? LINE : 2 * LINE;
  const shown = missing.slice(0, missing.length > most ? most - 1 : most);
  const rest = missing.length - shown.length;
  return (
    <div className={styles.missing}>
      <h3 title={t('panel.missingHint', { text: t('panel.needHelp') })}>{t('panel.missing')}</h3>
      <ul className={styles.names}>
        {shown.map((person) => (
          <li key={person.id}>
            <AskHelp person={person} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button type="button" className={styles.chip} onClick={() => open({ kind: 'people', organisation: null })}>
              {t('panel.moreNames', { count: rest })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Whom this window has asked already, while it is open. */
const asked = new Set<PersonId>();

export function AskHelp({ person }: { person: Person }) {
  const t = useText();
  const { seat, deeds } = usePanel();
  const [isAsked, setAsked] = useState(asked.has(person.id));
  const text = t('panel.needHelp');
  const ask = async (): Promise<void> => {
    const answer = await deeds.ask(deeds.api.message(seat.cohort.id, text, person.id));
    if (!answer) return;
    const { name } = person;
    deeds.tell(answer.reached === 0 ? t('panel.notReached', { name }) : t('panel.asked', { name, text }));
    if (answer.reached === 0) return;
    asked.add(person.id);
    setAsked(true);
  };
  return (
    <button
      type="button"
      className={styles.chip}
      title={t('panel.askHelp', { name: person.name, text })}
      onClick={() => void ask()}
    >
      <Icon name={isAsked ? 'check' : 'message'} size={16} />
      <span className={styles.name}>{person.name}</span>
      {isAsked && <span className="visually-hidden">, {t('panel.askedBefore')}</span>}
    </button>
  );
}
