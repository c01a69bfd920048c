/** One note as a row of the list: its text, marks, tags, star and menu. Draws what it is given; deeds are elsewhere. */
import { memo } from 'react';
import { type Note, tagOf } from '../../shared/board/note.ts';
import type { NoteId } from '../../shared/ids.ts';
import { tagLabel } from '../../shared/template/texts.ts';
import { paperOf } from '../../shared/template/tones.ts';
import { namesOf, signatureOf } from '../board/lines.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { ActionMenu } from './ActionMenu.tsx';
import { classes } from './classes.ts';
import { HeldChips } from './HeldChips.tsx';
import { useList } from './list-context.ts';
import styles from './NoteCard.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteMarks } from './NoteMarks.tsx';
import { noteMenu } from './note-menu.ts';
import { Resonance } from './Resonance.tsx';
import { Sign } from './signs.tsx';

interface NoteCardProps {
  readonly note: Note;
  readonly isSelected: boolean;
  /** After Ctrl+Enter in its field. */
  readonly onNext: () => void;
}

export const NoteCard = memo(function NoteCard({ note, isSelected, onNext }: NoteCardProps) {
  const t = useText();
  const list = useList();
  const isOpen = list.desk.id === note.id;
  const words = note.text.trim() || t('list.blank');
  return (
    <li
      className={classes(styles.card, isSelected && styles.selected, isOpen && styles.open)}
      style={{ backgroundColor: paperOf(tagOf(note)) }}
      data-note={note.id}
    >
      <div className={styles.main}>
        {list.mayWrite ? <Check id={note.id} words={words} isSelected={isSelected} /> : null}
        {isOpen ? <NoteEditor onNext={onNext} /> : <Words note={note} words={words} />}
        {note.star && !list.mayWrite ? (
          <span className={styles.starred} title={t('list.note.starred')}>
            <Sign name="star" size={18} />
            <span className="visually-hidden">{t('list.note.starred')}</span>
          </span>
        ) : null}
      </div>
      <NoteMarks note={note} />
      <HeldChips note={note} />
      <Resonance note={note} words={words} />
      <div className={styles.foot}>
        {list.mayWrite ? <TagChips note={note} /> : <TagSigns note={note} />}
        <Signature note={note} />
        {list.mayWrite || list.onOpenNote ? (
          <ActionMenu
            label={t('list.note.menu', { text: words })}
            className={styles.more}
            part="menu"
            groups={() => noteMenu(list, note, t)}
          />
        ) : null}
      </div>
    </li>
  );
});

function Check({ id, words, isSelected }: { id: NoteId; words: string; isSelected: boolean }) {
  const t = useText();
  const { selection } = useList().session;
  const toggle = (): void => {
    const chosen = selection.get();
    selection.set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={isSelected}
        aria-label={t('list.note.select', { text: words })}
        data-part="check"
        onChange={toggle}
      />
    </label>
  );
}

function Words({ note, words }: { note: Note; words: string }) {
  const t = useText();
  const { mayWrite, desk } = useList();
  if (!mayWrite) return <p className={styles.words}>{words}</p>;
  return (
    <button
      type="button"
      className={styles.words}
      data-part="text"
      aria-label={t('list.write.edit', { text: words })}
      onClick={() => desk.open(note.id)}
    >
      {words}
    </button>
  );
}

const HALVES = [
  ['operational', 'gear'],
  ['programmatic', 'diamond'],
] as const;

function TagChips({ note }: { note: Note }) {
  const t = useText();
  const { language, deeds } = useList();
  return (
    <>
      <fieldset className={styles.tags} aria-label={t('list.note.tags')}>
        {HALVES.map(([half, sign]) => (
          <button
            key={half}
            type="button"
            className={styles.tag}
            aria-pressed={note[half]}
            data-part={half}
            onClick={() => deeds.mark(note, half)}
          >
            <Sign name={sign} size={15} />
            {tagLabel(half, language)}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className={styles.star}
        aria-pressed={note.star}
        aria-label={t('list.note.star')}
        title={t('list.note.star')}
        data-part="star"
        onClick={() => deeds.star(note)}
      >
        <Sign name="star" size={18} />
      </button>
    </>
  );
}

function TagSigns({ note }: { note: Note }) {
  const { language } = useList();
  return (
    <p className={styles.tags}>
      {HALVES.filter(([half]) => note[half]).map(([half, sign]) => (
        <span key={half} className={styles.sign}>
          <Sign name={sign} size={15} />
          {tagLabel(half, language)}
        </span>
      ))}
    </p>
  );
}

/** Initials of the author, else the acronym of the organisation; the full name for those who listen or point. */
function Signature({ note }: { note: Note }) {
  const t = useText();
  const cohort = useStore(useList().session.cohort);
  const signature = signatureOf(note, cohort);
  const { person, organisation } = namesOf(note, cohort);
  const full = person || organisation;
  if (signature === '') return <span className={styles.signature} />;
  return (
    <span className={styles.signature} title={full}>
      <span aria-hidden="true">{signature}</span>
      <span className="visually-hidden">{t('list.note.by', { name: full })}</span>
    </span>
  );
}
