/** A button in every layer or zone that adds a note there. Only where one may write, and never in exports. */
import { useMemo } from 'react';
import { useEditor, useValue } from 'tldraw';
import { layoutOf } from '../../../shared/synthesis/columns.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { focusOf } from '../../board/focus.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { OWN_PRESS } from '../own-press.ts';
import { newNote } from '../sticky/moving-on.ts';
import { placesToAdd } from './places-to-add.ts';

export function PlacesToAdd() {
  const editor = useEditor();
  const { session, language } = boardOf(editor.store);
  const { kind } = session.board;
  const right = useStore(session.right);
  const notes = useStore(session.notes);
  const columns = useStore(session.columns);
  const now = useValue(language);
  const t = useText();
  const taken = useMemo(() => (kind === 'value' ? notes.map((note) => note.pos) : []), [kind, notes]);
  const places = useMemo(
    () => placesToAdd(kind, now, kind === 'group-iceberg' ? layoutOf(columns) : null, taken),
    [kind, now, columns, taken],
  );
  const focus = focusOf(useStore(session.cohort).call, kind);
  if (right !== 'write') return null;
  // While layers or zones come one by one only the one everybody works on has the button.
  const offered = places.filter(({ area }) => !focus || focus.isAll || area === focus.current);
  return offered.map(({ area, box, look }) => (
    <button
      key={area}
      type="button"
      className="place-to-add"
      data-look={look}
      data-now={focus?.current === area && !focus.isAll}
      data-area={area}
      aria-label={t('canvas.addTo', { area: areaTitle(area, now) })}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h, fontSize: box.h * 0.4 }}
      {...OWN_PRESS}
      onClick={() => newNote(editor, area)}
    >
      {look === 'place' ? null : <span aria-hidden="true">+</span>}
      {look === 'label' ? t('canvas.add') : null}
    </button>
  ));
}
