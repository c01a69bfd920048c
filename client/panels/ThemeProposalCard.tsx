/** One proposed theme: its title to change, its notes to leave out, and taking or leaving it. */
import { useState } from 'react';
import type { Note } from '../../shared/board/note.ts';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { TEXT } from '../../shared/limits.ts';
import type { ThemeProposal } from '../../shared/synthesis/suggest-themes.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { useText } from '../i18n/text.ts';
import { areaTone } from '../list/tones.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Suggest.module.css';

interface ThemeProposalCardProps {
  readonly proposal: ThemeProposal;
  readonly notes: readonly Note[];
  readonly language: Language;
  readonly onAccept: (title: string, notes: readonly NoteId[]) => void;
  readonly onDiscard: () => void;
}

export function ThemeProposalCard({ proposal, notes, language, onAccept, onDiscard }: ThemeProposalCardProps) {
  const t = useText();
  const [title, setTitle] = useState(proposal.title);
  const [without, setWithout] = useState<ReadonlySet<NoteId>>(new Set());
  const chosen = notes.filter((note) => !without.has(note.id)).map((note) => note.id);
  const toggle = (id: NoteId, on: boolean): void =>
    setWithout((before) => new Set(on ? [...before].filter((one) => one !== id) : [...before, id]));
  const name = (proposal.into === null ? title : proposal.title).trim().replace(/\s+/g, ' ');
  return (
    <li className={styles.proposal}>
      {proposal.into === null ? (
        <TextField
          label={t('panels.suggest.newTheme')}
          value={title}
          onChange={setTitle}
          rows={2}
          maxLength={TEXT.themeTitle}
        />
      ) : (
        <h3 className={styles.into}>{t('panels.suggest.into', { title: name })}</h3>
      )}
      <fieldset className={styles.notes}>
        <legend className="visually-hidden">{t('panels.suggest.notesOf', { title: name })}</legend>
        {notes.map((note) => (
          <NoteRow
            key={note.id}
            note={note}
            language={language}
            isOn={!without.has(note.id)}
            onToggle={(on) => toggle(note.id, on)}
          />
        ))}
      </fieldset>
      <div className={styles.deeds}>
        <Button look="primary" icon="check" disabled={chosen.length === 0} onClick={() => onAccept(name, chosen)}>
          {t('panels.suggest.accept', { count: chosen.length })}
          <span className="visually-hidden">{`: ${name}`}</span>
        </Button>
        <Button look="quiet" icon="close" onClick={onDiscard}>
          {t('panels.suggest.discard')}
          <span className="visually-hidden">{`: ${name}`}</span>
        </Button>
      </div>
    </li>
  );
}

interface NoteRowProps {
  readonly note: Note;
  readonly language: Language;
  readonly isOn: boolean;
  readonly onToggle: (on: boolean) => void;
}

function NoteRow({ note, language, isOn, onToggle }: NoteRowProps) {
  const layer = areaOf('group-iceberg', note.pos);
  const { ground, ink } = areaTone(layer);
  return (
    <label className={styles.row}>
      <input type="checkbox" checked={isOn} onChange={(event) => onToggle(event.target.checked)} />
      <span>
        {note.text.trim()}
        <small style={{ backgroundColor: ground, color: ink }}>{areaTitle(layer, language)}</small>
      </span>
    </label>
  );
}
