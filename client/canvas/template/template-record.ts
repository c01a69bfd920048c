/** Puts the template into a store and keeps it there: nobody can move, delete or copy it, and it is never synced. Draws nothing. */
import type { TLRecord, TLStore } from 'tldraw';
import type { BoardSession } from '../../board/session.ts';
import { putQuietly } from '../binding/quiet.ts';
import { boardBox } from '../camera.ts';
import { BOTTOM, isLocalOnly, recordBase, TEMPLATE_ID, type TemplateShape } from '../shapes.ts';

/** Gives back the function that takes the guards away; the template itself stays with its store. */
export function placeTemplate(store: TLStore, session: BoardSession): () => void {
  const place = (): void => {
    const { w, h } = boardBox(session);
    const before = store.get(TEMPLATE_ID);
    if (before?.typeName === 'shape' && isTemplate(before) && before.props.w === w && before.props.h === h) return;
    putQuietly(store, [templateRecord(w, h)]);
  };
  place();
  let isSweeping = false;
  const stops = [
    store.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      before.id === TEMPLATE_ID && source === 'user' ? before : after,
    ),
    store.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      shape.id === TEMPLATE_ID || (isLocalOnly(shape) && source === 'user' && !isSweeping) ? false : undefined,
    ),
    // Copies of what is drawn from the document would be nobody's: they go as they come.
    store.sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || !isLocalOnly(shape)) return;
      isSweeping = true;
      store.remove([shape.id]);
      isSweeping = false;
    }),
    session.columns.subscribe(place),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const isTemplate = (shape: TLRecord): shape is TemplateShape => shape.typeName === 'shape' && shape.type === 'template';

function templateRecord(w: number, h: number): TemplateShape {
  return {
    ...recordBase,
    id: TEMPLATE_ID,
    type: 'template',
    index: BOTTOM.template,
    x: 0,
    y: 0,
    isLocked: true,
    props: { w, h },
  };
}
