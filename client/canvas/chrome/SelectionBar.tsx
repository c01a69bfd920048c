/** What can be done with what is selected, beside it. Knows where to lie; what it offers is in NoteActions and ThemeActions. */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Editor, useValue } from 'tldraw';
import type { ThemeId } from '../../../shared/ids.ts';
import { useResonance } from '../../board/resonance.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { selectedDrawings, selectedNotes, selectedTheme } from '../selection.ts';
import { DotButton } from './DotTools.tsx';
import { NoteActions } from './NoteActions.tsx';
import { isInSight, placeBar } from './selection-place.ts';
import { ThemeActions } from './ThemeActions.tsx';

export function SelectionBar({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const mayWrite = useStore(session.right) === 'write';
  const isShown = useValue(
    'selection bar',
    () =>
      editor.isIn('select.idle') &&
      (selectedNotes(editor).length > 0 || selectedDrawings(editor).length > 0 || selectedTheme(editor) !== null),
    [editor],
  );
  const mayDot = useResonance(session, null)?.mayPlace ?? false;
  const hasNote = useValue('a selected note', () => selectedNotes(editor).length === 1, [editor]);
  return isShown && (mayWrite || (mayDot && hasNote)) ? <Bar editor={editor} mayWrite={mayWrite} /> : null;
}

function Bar({ editor, mayWrite }: { readonly editor: Editor; readonly mayWrite: boolean }) {
  const bar = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ w: 0, h: 52 });
  const theme = useValue('selected theme', () => selectedTheme(editor), [editor]);
  const place = useValue('place of the bar', () => whereTo(editor, size, takenAbove(bar.current)), [editor, size]);
  const t = useText();
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const measure = (): void => setSize({ w: element.offsetWidth, h: element.offsetHeight });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  useKeyTo(bar);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    editor.getContainer().focus({ preventScroll: true });
  };
  return (
    <div
      ref={bar}
      className="selection-bar"
      role="toolbar"
      aria-keyshortcuts="F6"
      onKeyDown={leave}
      aria-label={t('canvas.selection.label')}
      style={{
        transform: `translate(${place?.x ?? 0}px, ${place?.y ?? 0}px)`,
        visibility: place && size.w > 0 ? 'visible' : 'hidden',
      }}
    >
      {theme ? null : <DotButton editor={editor} />}
      {mayWrite ? <Deeds editor={editor} theme={theme} /> : null}
    </div>
  );
}

function Deeds({ editor, theme }: { readonly editor: Editor; readonly theme: ThemeId | null }) {
  return theme ? <ThemeActions editor={editor} theme={theme} /> : <NoteActions editor={editor} />;
}

/** F6 goes from the selected notes to what can be done with them: Tab walks from note to note. */
function useKeyTo(bar: RefObject<HTMLElement>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F6' || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      bar.current?.querySelector('button')?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [bar]);
}

/** What lies along the upper edge, down to here: the question, the way through a layer, and the ways down where they are a row. */
function takenAbove(bar: Element | null): number {
  const lying = [...(bar?.parentElement?.querySelectorAll('.phase-guide, .layer-parts, .depth-rail') ?? [])];
  const rows = lying.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width > height);
  const top = bar?.parentElement?.getBoundingClientRect().top ?? 0;
  return Math.max(0, ...rows.map(({ bottom }) => bottom - top));
}

/** Null while nothing of the selection is on the screen. */
function whereTo(editor: Editor, size: { w: number; h: number }, from: number): { x: number; y: number } | null {
  const bounds = editor.getSelectionPageBounds();
  const screen = editor.getViewportScreenBounds();
  if (!bounds) return null;
  const { x, y } = editor.pageToViewport(bounds.point);
  const zoom = editor.getZoomLevel();
  const selection = { x, y, w: bounds.w * zoom, h: bounds.h * zoom };
  return isInSight(selection, screen) ? placeBar(selection, size, screen, from) : null;
}
