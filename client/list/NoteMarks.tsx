/** The line under a note that says what is going on with it: who writes, whether it is private, where it was brought or came from, how many notes it is linked with. */
import { lazy, Suspense, useState } from 'react';
import type { Note } from '../../shared/board/note.ts';
import { isStale } from '../../shared/synthesis/gather.ts';
import { growthPageOf } from '../board/growth-page.ts';
import { namesOf } from '../board/lines.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { useList } from './list-context.ts';
import styles from './NoteCard.module.css';
import { otherEnd } from './note-menu.ts';
import { Sign } from './signs.tsx';
import { useWriters } from './use-writers.ts';

const StackSheet = lazy(() => import('./StackSheet.tsx'));

export function NoteMarks({ note }: { note: Note }) {
  const t = useText();
  const { session, links } = useList();
  const linked = links.filter(({ from, to }) => from === note.id || to === note.id).length;
  const isGroup = session.board.kind === 'group-iceberg';
  return (
    <div className={styles.marks}>
      <Writers presence={`note:${note.id}`} />
      {note.private ? (
        <span className={styles.mark}>
          <Sign name="lock" size={14} />
          {t('list.note.private')}
        </span>
      ) : null}
      {note.brought ? <BroughtMark note={note} /> : null}
      {isGroup ? <OriginMark note={note} /> : null}
      {session.notes.get().some(({ id }) => id === note.under) ? <StackMark note={note} /> : null}
      {note.growth ? <GrowthMark note={note} /> : null}
      {linked > 0 ? (
        <span className={styles.mark}>
          <Icon name="link" size={14} />
          {t('list.note.linked', { count: linked })}
        </span>
      ) : null}
    </div>
  );
}

/** Opens what the note lies in. */
function StackMark({ note }: { note: Note }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.link} data-part="stack" onClick={() => setOpen(true)}>
        {t('list.note.stacked')}
      </button>
      {isOpen ? (
        <Suspense>
          <StackSheet note={note} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** «Ana está escribiendo». */
export function Writers({ presence }: { presence: string }) {
  const t = useText();
  const { session, language } = useList();
  const names = useWriters(session, presence);
  if (names.length === 0) return null;
  const joined = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return (
    <span className={styles.writing}>
      <span className={styles.pulse} aria-hidden="true" />
      {names.length === 1 ? t('list.write.one', { name: joined }) : t('list.write.many', { names: joined })}
    </span>
  );
}

/** What the note tells comes from the team's self-assessment. */
function GrowthMark({ note }: { note: Note }) {
  const t = useText();
  const { session, onOpenNote } = useList();
  const page = growthPageOf(useStore(session.cohort), session.board.organisation);
  if (!page || !onOpenNote) return <span className={styles.mark}>{t('list.note.growth')}</span>;
  return (
    <button type="button" className={styles.link} data-part="growth" onClick={() => onOpenNote(page, note.id)}>
      {t('list.note.growth')}
    </button>
  );
}

function BroughtMark({ note }: { note: Note }) {
  const t = useText();
  const { deeds, mayWrite } = useList();
  if (!isStale(note))
    return (
      <span className={styles.mark}>
        <Icon name="check" size={14} />
        {t('list.note.brought')}
      </span>
    );
  return (
    <>
      <span className={styles.stale}>
        <Icon name="refresh" size={14} />
        {t('list.note.stale')}
      </span>
      {mayWrite ? (
        <button type="button" className={styles.link} data-part="refresh" onClick={() => void deeds.refresh([note.id])}>
          {t('list.note.refresh')}
        </button>
      ) : null}
    </>
  );
}

function OriginMark({ note }: { note: Note }) {
  const t = useText();
  const { session, onOpenNote } = useList();
  const { organisation } = namesOf(note, useStore(session.cohort));
  const end = otherEnd(session, note);
  return (
    <>
      {organisation ? <span className={styles.mark}>{organisation}</span> : null}
      {organisation === '' && note.author === null ? (
        <span className={styles.mark}>
          <Icon name="person" size={14} />
          {t('list.note.anonymous')}
        </span>
      ) : null}
      {end && onOpenNote ? (
        <button
          type="button"
          className={styles.link}
          data-part="origin"
          onClick={() => onOpenNote(end.board, end.note)}
        >
          {t('list.note.origin')}
        </button>
      ) : null}
    </>
  );
}
