/**
 * *Leer tema*: the notes of one theme as plain text, layer by layer, at reading size whatever the zoom of the canvas. Whoever
 * may write names it right there, in letters as large.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { type Note, tagOf } from '../../shared/board/note.ts';
import { type Theme, themeTitleAt } from '../../shared/board/themes.ts';
import type { ThemeId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { paperOf, themeTone } from '../../shared/template/tones.ts';
import { namesOf } from '../board/lines.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Sign } from '../list/signs.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ThemeDots } from './ThemeDots.tsx';
import own from './ThemeReading.module.css';
import styles from './ThemesPanel.module.css';
import { ThemeTitleField } from './ThemeTitleField.tsx';
import { themeCells } from './theme-cells.ts';

interface ThemeReadingProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly theme: Theme;
  readonly number: number;
  readonly previous: ThemeId | null;
  readonly next: ThemeId | null;
  readonly onRead: (theme: ThemeId | null) => void;
}

export function ThemeReading({ session, language, theme, number, previous, next, onRead }: ThemeReadingProps) {
  const t = useText();
  const notes = useStore(session.notes);
  const [walk, said] = useWalk(theme, number);
  return (
    <section className={styles.panel} aria-labelledby="theme-reading">
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <div ref={walk} className={styles.walk}>
        <Button look="quiet" icon="back" onClick={() => onRead(null)}>
          {t('panels.themes.back')}
        </Button>
        <IconButton
          icon="up"
          label={t('panels.themes.previous')}
          disabled={previous === null}
          onClick={() => onRead(previous)}
        />
        <IconButton icon="down" label={t('panels.themes.next')} disabled={next === null} onClick={() => onRead(next)} />
      </div>
      <Title key={theme.id} session={session} theme={theme} number={number} />
      <ThemeDots session={session} notes={notes.filter((note) => note.theme === theme.id)} />
      {themeCells(notes, theme.id).map(({ layer, notes: inside }) => (
        <section key={layer} className={styles.cell}>
          <h3>
            {areaTitle(layer, language)} <span className={styles.soft}>· {inside.length}</span>
          </h3>
          {inside.length === 0 ? <p className={styles.soft}>{t('panels.themes.empty')}</p> : null}
          <ul>
            {inside.map((note) => (
              <ReadingNote key={note.id} session={session} note={note} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** Going from theme to theme the buttons stay, and keep the focus; at either end the other one has it. And says which theme it is. */
function useWalk({ id, title }: Theme, number: number): [React.RefObject<HTMLDivElement>, string] {
  const t = useText();
  const walk = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ id, said: '' });
  if (at.id !== id) setAt({ id, said: `${number} ${title.trim() || t('panels.themes.untitled')}` });
  useLayoutEffect(() => {
    const [, ...ways] = walk.current?.querySelectorAll('button') ?? [];
    const isLost = ways.some((way) => way.disabled && way === document.activeElement);
    if (at.said !== '' && isLost) ways.find((way) => !way.disabled)?.focus();
  }, [at]);
  return [walk, at.said];
}

function Title({ session, theme, number }: Pick<ThemeReadingProps, 'session' | 'theme' | 'number'>) {
  const t = useText();
  const mayWrite = useStore(session.right) === 'write';
  const text = themeTitleAt(session.doc, theme.id);
  const tone = themeTone(number);
  const title = theme.title.trim() || t('panels.themes.untitled');
  const disc = (
    <span className={styles.number} style={{ backgroundColor: tone.dark }}>
      {number}
    </span>
  );
  if (!text || !mayWrite)
    return (
      <h2 id="theme-reading" className={styles.large} style={{ borderColor: tone.dark }}>
        {disc} {title}
      </h2>
    );
  return (
    <div className={styles.large} style={{ borderColor: tone.dark }}>
      <h2 id="theme-reading" className="visually-hidden">
        {number} {title}
      </h2>
      <span aria-hidden="true">{disc}</span>
      <ThemeTitleField session={session} theme={theme.id} text={text} number={number} className={own.title} />
    </div>
  );
}

function ReadingNote({ session, note }: { session: BoardSession; note: Note }) {
  const { person, organisation } = namesOf(note, useStore(session.cohort));
  return (
    <li className={styles.note} data-paper="" style={{ backgroundColor: paperOf(tagOf(note)) }}>
      {note.text.trim()}
      <span className={styles.signs}>
        {note.operational ? <Sign name="gear" size={15} /> : null}
        {note.programmatic ? <Sign name="diamond" size={15} /> : null}
        {note.star ? <Sign name="star" size={15} /> : null}
        <span>{person || organisation}</span>
        <ThemeDots session={session} notes={[note]} />
      </span>
    </li>
  );
}
