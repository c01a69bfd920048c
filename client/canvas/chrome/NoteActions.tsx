/** What can be done with selected notes and drawings. Every button writes through an action, one step of undo each. */
import { useState } from 'react';
import { type Editor, useValue } from 'tldraw';
import type { Note } from '../../../shared/board/note.ts';
import { tagLabel } from '../../../shared/template/texts.ts';
import { putInTheme, setFlag, setPrivate, setStar } from '../../board/actions.ts';
import { hasLinks } from '../../board/links.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { StarSign, TagSign } from '../drawing/icons.tsx';
import { deleteSelection, duplicateSelection, selectedNotes } from '../selection.ts';
import { HeldActions } from './HeldActions.tsx';
import { LinkActions } from './LinkActions.tsx';
import { NewTheme } from './NewTheme.tsx';
import { StackActions } from './StackActions.tsx';
import { ThemePicker } from './ThemePicker.tsx';
import { ToolButton } from './ToolButton.tsx';

export function NoteActions({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const ids = useValue('selected notes', () => selectedNotes(editor), [editor]);
  const notes = useStore(session.notes).filter((note) => ids.includes(note.id));
  const isGroup = session.board.kind === 'group-iceberg';
  const [isNaming, setNaming] = useState(false);
  const t = useText();
  const back = (done: () => void) => (): void => {
    done();
    editor.focus();
  };
  if (isNaming) return <NewTheme editor={editor} notes={ids} onDone={back(() => setNaming(false))} />;
  return (
    <>
      {notes.length > 0 ? <Marks editor={editor} notes={notes} /> : null}
      {notes.length > 0 ? <HeldActions session={session} notes={notes} /> : null}
      {hasLinks(session) ? <LinkActions editor={editor} notes={notes} /> : null}
      {isGroup && notes.length > 0 ? (
        <>
          <button type="button" className="tool tool--words" onClick={() => setNaming(true)}>
            <Icon name="theme" /> {t('canvas.theme.make')}
          </button>
          <ThemePicker
            editor={editor}
            label={t('canvas.theme.moveTo')}
            onPick={(theme) => putInTheme(session, ids, theme)}
          />
          <StackActions session={session} ids={ids} onDone={back} />
          {notes.some((note) => note.theme) ? (
            <button type="button" className="tool tool--words" onClick={back(() => putInTheme(session, ids, null))}>
              {t('canvas.theme.takeOut')}
            </button>
          ) : null}
        </>
      ) : null}
      <ToolButton
        label={t('canvas.selection.duplicate')}
        shortcut="Ctrl+D"
        onPress={back(() => duplicateSelection(editor))}
      >
        <Icon name="copy" />
      </ToolButton>
      <ToolButton label={t('canvas.selection.delete')} shortcut="Delete" onPress={back(() => deleteSelection(editor))}>
        <Icon name="trash" />
      </ToolButton>
    </>
  );
}

/** Pressed when every selected note has it; pressing then takes it away from all. */
function Marks({ editor, notes }: { readonly editor: Editor; readonly notes: readonly Note[] }) {
  const { session, language } = boardOf(editor.store);
  const now = useValue(language);
  const t = useText();
  const ids = notes.map((note) => note.id);
  const all = (has: (note: Note) => boolean): boolean => notes.every(has);
  const hasPrivacy = session.board.kind !== 'group-iceberg' && session.board.kind !== 'practice';
  return (
    <>
      {(['operational', 'programmatic'] as const).map((tag) => (
        <ToolButton
          key={tag}
          label={tagLabel(tag, now)}
          isPressed={all((note) => note[tag])}
          onPress={() => setFlag(session, ids, tag, !all((note) => note[tag]))}
        >
          <svg className="tool-sign" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
            <TagSign tag={tag} x={0} y={0} size={24} fill="currentColor" />
          </svg>
        </ToolButton>
      ))}
      <ToolButton
        label={t('canvas.selection.star')}
        isPressed={all((note) => note.star)}
        onPress={() => setStar(session, ids, !all((note) => note.star))}
      >
        <svg className="tool-sign" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
          <StarSign x={0} y={0} size={24} fill="currentColor" />
        </svg>
      </ToolButton>
      {hasPrivacy ? (
        <ToolButton
          label={t('canvas.selection.private')}
          isPressed={all((note) => note.private)}
          onPress={() => setPrivate(session, ids, !all((note) => note.private))}
        >
          <Icon name="lock" />
        </ToolButton>
      ) : null}
    </>
  );
}
