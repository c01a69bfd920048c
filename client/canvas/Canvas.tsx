/** The board as a canvas. Loaded lazily: everything of tldraw is behind this file. Knows a session, never a provider. */
import { useEffect, useMemo, useState } from 'react';
import { createTLStore, type Editor, type TLStore, useTldrawUser } from 'tldraw';
import type { Language } from '../../shared/language.ts';
import type { CanvasHandle } from '../board/canvas-handle.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { BoardEditor } from './BoardEditor.tsx';
import { boardOf, registerBoard } from './board.ts';
import { Chrome } from './chrome/Chrome.tsx';
import { loadFonts } from './fonts.ts';
import './canvas.css';
import './phase.css';
import './chrome/chrome.css';
import './chrome/method.css';
import { createHandle } from './handle.ts';
import { Loading } from './Loading.tsx';
import { mountBoard } from './mount.ts';
import { createFollowing, type Following } from './presence/following.ts';
import { bindingUtils, storeShapeUtils } from './shapes-in-use.ts';
import { placeTemplate } from './template/template-record.ts';
import '../i18n/later.ts';

interface CanvasProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly handle?: (handle: CanvasHandle | null) => void;
}

/** Shows nothing of the board before its contents are there: an empty canvas would look like a lost one. */
export default function Canvas(props: CanvasProps) {
  const isLoaded = useStore(props.session.loaded);
  return isLoaded ? <LoadedCanvas key={props.session.board.id} {...props} /> : <Loading />;
}

interface Mounted {
  readonly editor: Editor;
  readonly following: Following;
}

function LoadedCanvas({ session, language, handle }: CanvasProps) {
  const store = useBoardStore(session, language);
  const [mounted, setMounted] = useState<Mounted | null>(null);
  const t = useText();
  const preferences = useMemo(
    () => ({ id: session.me.id, name: session.me.name, locale: language, colorScheme: 'light' as const }),
    [session, language],
  );
  const user = useTldrawUser({ userPreferences: preferences, setUserPreferences: ignore });
  useEffect(() => {
    if (store) boardOf(store).language.set(language);
  }, [store, language]);
  useEffect(() => {
    if (!mounted) return;
    handle?.(createHandle(mounted.editor, mounted.following));
    return () => handle?.(null);
  }, [mounted, handle]);
  if (!store) return null;
  const onMount = (editor: Editor): (() => void) => {
    const following = createFollowing(editor, session);
    const end = mountBoard(editor, session);
    void loadFonts(editor);
    setMounted({ editor, following });
    return () => {
      setMounted(null);
      following.close();
      end();
    };
  };
  return (
    <section className="canvas" aria-label={t('canvas.label')}>
      <BoardEditor store={store} user={user} onMount={onMount} />
      {mounted ? <Chrome {...mounted} session={session} /> : null}
    </section>
  );
}
const ignore = (): void => undefined;

/** One store for as long as the canvas is there; nothing of it is kept anywhere. */
function useBoardStore(session: BoardSession, language: Language): TLStore | null {
  const [store, setStore] = useState<TLStore | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is followed on, it does not make a new store
  useEffect(() => {
    const made = createTLStore({ shapeUtils: storeShapeUtils, bindingUtils });
    const { colouring } = registerBoard(made, session, language);
    const leave = placeTemplate(made, session);
    setStore(made);
    return () => {
      colouring.close();
      leave();
      setStore(null);
      made.dispose();
    };
  }, [session]);
  return store;
}
