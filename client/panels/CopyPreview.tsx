/** A kept copy as a read-only outline. */
import type { Language } from '../../shared/language.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { paperOf } from '../../shared/template/tones.ts';
import { useText } from '../i18n/text.ts';
import { Sign } from '../list/signs.tsx';
import styles from './CopiesSheet.module.css';
import type { Preview } from './copy-preview.ts';

export function CopyPreview({ preview, language }: { preview: Preview; language: Language }) {
  const t = useText();
  return (
    <div className={styles.preview}>
      {preview.statement.trim() ? <p className={styles.statement}>{preview.statement}</p> : null}
      {preview.areas.map(({ area, notes }) => (
        <section key={area}>
          <h4>
            {areaTitle(area, language)}{' '}
            <span className={styles.soft}>· {t('common.notes', { count: notes.length })}</span>
          </h4>
          <ul>
            {notes.map((note) => (
              <li key={note.id} style={{ backgroundColor: paperOf(note.tag) }}>
                {note.text.trim() || t('list.blank')}
                {note.star ? <Sign name="star" size={13} /> : null}
                {note.theme ? <span className={styles.soft}> · {note.theme}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
