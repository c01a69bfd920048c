/** One sticky note on the screen: the same drawing as in exports, with a text field on it while I write in it. */
import { useMemo, useSyncExternalStore } from 'react';
import { HTMLContainer, useEditor, useValue } from 'tldraw';
import type { Peer } from '../../../shared/board/presence.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { NoteDrawing } from '../drawing/NoteDrawing.tsx';
import { layoutNote } from '../drawing/note-layout.ts';
import { FONT_FAMILY } from '../drawing/text.ts';
import { noteIdOf, type StickyShape } from '../shapes.ts';
import { DotMark } from './DotMark.tsx';
import { GrowthMark } from './GrowthMark.tsx';
import { StackMark } from './StackMark.tsx';
import { StickyField } from './StickyField.tsx';

export function StickyView({ shape }: { readonly shape: StickyShape }) {
  const editor = useEditor();
  const isEditing = useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id]);
  const { text, signature, brought, held, ...marks } = shape.props;
  const layout = layoutNote(text);
  const drawn = useMemo(() => (isEditing ? { ...layout, lines: [] } : layout), [layout, isEditing]);
  const note = noteIdOf(shape.id);
  const { paints } = boardOf(editor.store).colouring;
  const paper = useValue('paper', () => (note && paints.get().get(note)?.paper) ?? shape.props.fill, [
    paints,
    note,
    shape,
  ]);
  const sign = useValue('sign', () => (note && paints.get().get(note)?.sign) ?? signature, [paints, note, signature]);
  const t = useText();
  return (
    <HTMLContainer className="sticky">
      <svg
        className="sticky-paper"
        width={NOTE.size}
        height={layout.height}
        fontFamily={FONT_FAMILY}
        aria-hidden="true"
      >
        <NoteDrawing
          layout={drawn}
          {...marks}
          initials={sign}
          held={held ? { held, word: t(`method.held.${held}`) } : null}
          fill={paper}
        />
      </svg>
      {brought ? (
        <span
          className="sticky-brought"
          role="img"
          aria-label={t('canvas.note.brought')}
          title={t('canvas.note.brought')}
        >
          ↗
        </span>
      ) : null}
      {isEditing && note ? <StickyField note={note} layout={layout} /> : null}
      {note ? <DotMark note={note} /> : null}
      {note ? <GrowthMark note={note} /> : null}
      {note ? <StackMark note={note} /> : null}
      {note ? <WriterTag note={note} /> : null}
    </HTMLContainer>
  );
}

/** Who else is writing in this note, by name. */
function WriterTag({ note }: { readonly note: string }) {
  const { session } = boardOf(useEditor().store);
  // Peers move their pointers all the time: a note draws anew only when its own writer changes.
  const { peers } = session;
  const writing = (): Peer | null => peers.get().find((peer) => peer.editing === `note:${note}`) ?? null;
  const writer = useSyncExternalStore(peers.subscribe, writing);
  const t = useText();
  if (!writer) return null;
  return (
    <span className="sticky-writer" style={{ background: writer.user.colour }}>
      {t('canvas.note.writing', { name: writer.user.name })}
    </span>
  );
}
