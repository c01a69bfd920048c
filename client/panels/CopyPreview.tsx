/** A kept copy as a read-only outline. */
import type { Language } from '../../shared/language.ts';
import { GIFT_KINDS, type GiftKind, giftLabel, sectionTexts } from '../../shared/template/feedback.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { paperOf } from '../../shared/template/tones.ts';
import { useText } from '../i18n/text.ts';
import { Sign } from '../list/signs.tsx';
import styles from './CopiesSheet.module.css';
import type { Preview } from './copy-preview.ts';
import type { PagePart, PagePreview } from './page-preview.ts';

interface CopyPreviewProps<P> {
  readonly preview: P;
  readonly language: Language;
}

export function CopyPreview({ preview, language }: CopyPreviewProps<Preview>) {
  return 'parts' in preview ? (
    <PageOutline preview={preview} language={language} />
  ) : (
    <NotesOutline preview={preview} language={language} />
  );
}

function PageOutline({ preview, language }: CopyPreviewProps<PagePreview>) {
  const t = useText();
  const titleOf = (id: PagePart['id']): string => {
    if (id === 'words') return t('peers.closing.question');
    return isGiftKind(id) ? giftLabel(id, language) : sectionTexts(id, language).title;
  };
  return (
    <div className={styles.preview}>
      {preview.parts.map(({ id, lines }) => (
        <section key={id}>
          <h4>{titleOf(id)}</h4>
          <ul>
            {lines.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a copy does not change, and people say the same twice
              <li key={i}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const isGiftKind = (id: PagePart['id']): id is GiftKind => GIFT_KINDS.some((kind) => kind === id);

function NotesOutline({ preview, language }: CopyPreviewProps<Exclude<Preview, PagePreview>>) {
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
