/** Named copies of a board: take one, look into it, go back to it. Knows no server: what it asks comes as `api`. */
import { type FormEvent, useState } from 'react';
import type { CopySummary } from '../../shared/api.ts';
import type { BoardId } from '../../shared/ids.ts';
import { LANGUAGE_TAG, type Language } from '../../shared/language.ts';
import { TEXT } from '../../shared/limits.ts';
import { useText } from '../i18n/text.ts';
import { ActionMenu } from '../list/ActionMenu.tsx';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './CopiesSheet.module.css';
import { CopyNews } from './CopyNews.tsx';
import { CopyPreview } from './CopyPreview.tsx';
import type { CopiesApi } from './copies.ts';
import { type Copies, useCopies } from './use-copies.ts';

interface CopiesSheetProps {
  readonly api: CopiesApi;
  readonly language: Language;
  /** Restoring, taking and deleting need the right to write. */
  readonly mayWrite: boolean;
  readonly onOpenBoard: (board: BoardId) => void;
  readonly onClose: () => void;
}

export function CopiesSheet({ api, language, mayWrite, onOpenBoard, onClose }: CopiesSheetProps) {
  const t = useText();
  const copies = useCopies(api);
  return (
    <Sheet title={t('panels.copies.title')} onClose={onClose}>
      <div className={styles.sheet}>
        {mayWrite ? <TakeCopy copies={copies} language={language} /> : null}
        <CopyNews copies={copies} onOpenBoard={onOpenBoard} />
        {copies.copies === null && copies.event?.kind !== 'failed' ? (
          <Spinner label={t('panels.copies.loading')} />
        ) : null}
        {copies.copies?.length === 0 ? <p className={styles.soft}>{t('panels.copies.none')}</p> : null}
        <ul className={styles.copies}>
          {copies.copies?.map((copy) => (
            <CopyRow key={copy.id} copy={copy} copies={copies} language={language} mayWrite={mayWrite} />
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

const dated = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LANGUAGE_TAG[language], { dateStyle: 'long', timeStyle: 'short' }).format(at);

function TakeCopy({ copies, language }: { copies: Copies; language: Language }) {
  const t = useText();
  const [name, setName] = useState('');
  const suggested = t('panels.copies.suggested', { date: dated(Date.now(), language) });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void copies.take(name.trim() || suggested);
    setName('');
  };
  return (
    <form className={styles.take} onSubmit={onSubmit}>
      <TextField
        label={t('panels.copies.name')}
        value={name}
        onChange={setName}
        maxLength={TEXT.copyName}
        placeholder={suggested}
        autoComplete="off"
      />
      <Button look="primary" icon="archive" type="submit" disabled={copies.isBusy}>
        {t('panels.copies.save')}
      </Button>
    </form>
  );
}

interface CopyRowProps {
  readonly copy: CopySummary;
  readonly copies: Copies;
  readonly language: Language;
  readonly mayWrite: boolean;
}

function CopyRow({ copy, copies, language, mayWrite }: CopyRowProps) {
  const t = useText();
  const isOpen = copies.open?.copy === copy.id;
  const line = t('panels.copies.by', {
    date: dated(copy.at, language),
    name: copy.by || t('panels.copies.automatic'),
    notes: t('common.notes', { count: copy.notes }),
  });
  return (
    <li className={styles.copy}>
      <div className={styles.row}>
        <div className={styles.words}>
          <h3>{copy.name}</h3>
          <p className={styles.soft}>{line}</p>
        </div>
        <Button
          look="quiet"
          icon="eye"
          aria-expanded={isOpen}
          aria-label={t('panels.copies.previewOf', { name: copy.name })}
          onClick={() => void copies.look(copy.id)}
        >
          {t('panels.copies.preview')}
        </Button>
        {mayWrite ? (
          <ActionMenu label={`${t('common.more')}: ${copy.name}`} groups={() => copyMenu(copy, copies, t)} />
        ) : null}
      </div>
      {isOpen && copies.open ? <CopyPreview preview={copies.open.preview} language={language} /> : null}
    </li>
  );
}

function copyMenu(copy: CopySummary, copies: Copies, t: ReturnType<typeof useText>) {
  return [
    {
      key: 'restore',
      label: t('panels.copies.restore'),
      actions: [
        {
          key: 'new',
          label: t('panels.copies.newBoard'),
          hint: t('panels.copies.newBoardHint'),
          icon: 'plus',
          run: () => void copies.restore(copy, 'new-board'),
        },
        {
          key: 'in-place',
          label: t('panels.copies.inPlace'),
          hint: t('panels.copies.inPlaceHint'),
          icon: 'undo',
          run: () => void copies.restore(copy, 'in-place'),
        },
      ],
    },
    {
      key: 'remove',
      actions: [
        {
          key: 'remove',
          label: t('panels.copies.remove'),
          icon: 'trash',
          danger: true,
          run: () => void copies.remove(copy.id),
        },
      ],
    },
  ] as const;
}
