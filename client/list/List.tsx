/**
 * A board as an outline: layer or zone, theme, note; the same board as the canvas, live, with everything that can be done
 * with notes. Knows neither canvas nor network.
 */
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { NoteId } from '../../shared/ids.ts';
import { LANGUAGE_TAG, type Language } from '../../shared/language.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { areasOf } from '../../shared/template/kinds.ts';
import { byHand } from '../board/by-hand.ts';
import { isStill } from '../board/calm.ts';
import { focusOf, followFocus, type Part, stateOf } from '../board/focus.ts';
import { linksStore } from '../board/links.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { AreaSection } from './AreaSection.tsx';
import { AreaTabs } from './AreaTabs.tsx';
import { Composer } from './Composer.tsx';
import { cardOf } from './card-of.ts';
import { classes } from './classes.ts';
import { deedsOn } from './deeds.ts';
import { RisingLine } from './GuidingQuestion.tsx';
import styles from './List.module.css';
import { ListTools } from './ListTools.tsx';
import { ListContext, type ListExits, type Naming, useList } from './list-context.ts';
import { notesIn, outlineOf, type Section } from './outline.ts';
import { DotsLeft } from './Resonance.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useAnnouncer, useNews } from './use-announcer.tsx';
import { useFocusKeeper } from './use-focus-keeper.ts';
import { useNarrow } from './use-narrow.ts';
import { useWriting } from './use-writing.ts';

const Statement = lazy(() => import('./Statement.tsx'));

export interface ListProps extends ListExits {
  readonly session: BoardSession;
  readonly language: Language;
  /** A note to bring into view, for instance after *Ver en el grupal*. */
  readonly shown?: NoteId | null;
}

export function List(props: ListProps) {
  const t = useText();
  const loaded = useStore(props.session.loaded);
  if (!loaded) return <Spinner label={t('list.loading')} />;
  return <LoadedList {...props} />;
}

function LoadedList({ session, language, shown = null, onBring, onReadTheme, onOpenNote }: ListProps) {
  const right = useStore(session.right);
  const [say, region] = useAnnouncer();
  const [naming, setNaming] = useState<Naming | null>(null);
  const desk = useWriting(session);
  const deeds = useMemo(() => deedsOn(session, language, say), [session, language, say]);
  const mayWrite = right === 'write';
  const links = useStore(linksStore(session));
  useNews(session, language, say);
  useEffect(() => session.setPresence('view', 'list'), [session]);
  const contents = useMemo(
    () => ({
      session,
      language,
      mayWrite,
      say,
      deeds,
      desk,
      links,
      naming,
      setNaming,
      onBring,
      onReadTheme,
      onOpenNote,
    }),
    [session, language, mayWrite, say, deeds, desk, links, naming, onBring, onReadTheme, onOpenNote],
  );
  return (
    <ListContext.Provider value={contents}>
      <Outline session={session} language={language} shown={shown} mayWrite={mayWrite}>
        {region}
      </Outline>
    </ListContext.Provider>
  );
}

interface OutlineProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly shown: NoteId | null;
  readonly mayWrite: boolean;
  readonly children: ReactNode;
}

function Outline({ session, language, shown, mayWrite, children }: OutlineProps) {
  const t = useText();
  const { kind } = session.board;
  const notes = useStore(session.notes);
  const themes = useStore(session.themes);
  const narrow = useNarrow();
  // On phones the bar of the chosen notes takes the place of the field.
  const isChoosing = useStore(session.selection).length > 0;
  const root = useRef<HTMLElement>(null);
  const sections = useMemo(() => outlineOf(kind, notes, themes), [kind, notes, themes]);
  const [area, setArea] = useState(() => firstPart(session));
  const visible = narrow ? sections.filter((section) => section.area === area) : sections;
  const order = useMemo(() => notesIn(sections).map((note) => note.id), [sections]);
  useFocusKeeper(root, order);
  useShown(session, shown, setArea);
  const { naming } = useList();
  useLayoutEffect(() => {
    // On phones a new theme's heading is to be written where its first note is, which may be another area.
    if (naming) setArea(naming.area);
  }, [naming]);
  useLayerOfTheMoment(session, root, setArea);
  const focus = focusOf(useStore(session.cohort).call, kind);
  const isClosed = stateOf(focus, area) === 'closed';
  return (
    <section ref={root} className={styles.list} lang={LANGUAGE_TAG[language]} aria-label={t('list.label')}>
      {children}
      <DotsLeft />
      {narrow ? null : <RisingLine />}
      {narrow ? <AreaTabs sections={sections} current={area} onPick={setArea} /> : <ListTools narrow={false} />}
      <div className={classes(styles.scroll, narrow ? styles.narrow : isChoosing && styles.chosen)}>
        {narrow ? <RisingLine /> : null}
        {visible.map((section: Section) => (
          <AreaSection
            key={section.area}
            section={section}
            narrow={narrow}
            tools={narrow ? <ListTools narrow /> : undefined}
          />
        ))}
        {kind === 'value' && (!narrow || area === 'statement') ? (
          <Suspense>
            <Statement />
          </Suspense>
        ) : null}
      </div>
      <SelectionBar />
      {narrow && mayWrite && !isChoosing && !isClosed && area !== 'statement' ? (
        <Composer key={area} area={area} look="bar" />
      ) : null}
    </section>
  );
}

/** The one everybody works on, else the board's first. */
const firstPart = ({ board: { kind }, cohort }: BoardSession): Part =>
  focusOf(cohort.get().call, kind)?.current ?? areasOf(kind)[0] ?? 'results';

/** Turns to the layer or zone everybody works on when it changes, unless this person moved or writes. */
function useLayerOfTheMoment(session: BoardSession, root: RefObject<HTMLElement>, setArea: (area: Part) => void): void {
  useEffect(() => {
    const element = root.current;
    element?.addEventListener('wheel', byHand.mark, { passive: true });
    element?.addEventListener('touchmove', byHand.mark, { passive: true });
    const stop = followFocus(session, {
      show(layer) {
        setArea(layer);
        const section = element?.querySelector(`section[data-area="${layer}"]`);
        section?.scrollIntoView?.({ block: 'start', behavior: isStill() ? 'auto' : 'smooth' });
      },
      isBusy: () => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== '',
    });
    return () => {
      stop();
      element?.removeEventListener('wheel', byHand.mark);
      element?.removeEventListener('touchmove', byHand.mark);
    };
  }, [session, root, setArea]);
}

/** Brings a note into view, on phones by turning to its area first. */
function useShown(session: BoardSession, shown: NoteId | null, setArea: (area: Part) => void): void {
  useEffect(() => {
    const note = session.notes.get().find((one) => one.id === shown);
    if (!note) return;
    setArea(areaOf(session.board.kind, note.pos));
    const frame = requestAnimationFrame(() => {
      const card = cardOf(document, note.id);
      card?.scrollIntoView?.({ block: 'center' });
      card?.querySelector<HTMLElement>('button, p')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [session, shown, setArea]);
}
