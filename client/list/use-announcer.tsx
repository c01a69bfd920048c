/** Says what happened to people who listen: results of own actions at once, others' notes in batches. Knows no layout. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import type { BoardSession } from '../board/session.ts';
import { isWrittenHere } from '../board/table.ts';
import { textIn } from '../i18n/text.ts';
import { isNews, newsOf, type Told, toldOf } from './news.ts';

/** Others' notes are told together, this long after the first of them. */
const BATCH_MS = 4_000;

interface Said {
  readonly turn: number;
  readonly text: string;
}

/** `say(text)` and the live region to draw somewhere. Saying the same twice is heard twice. */
export function useAnnouncer(): [(text: string) => void, ReactNode] {
  const [said, setSaid] = useState<Said>({ turn: 0, text: '' });
  const say = useCallback((text: string) => setSaid(({ turn }) => ({ turn: turn + 1, text })), []);
  const region = (
    <div role="status" aria-live="polite" className="visually-hidden">
      <p key={said.turn}>{said.text}</p>
    </div>
  );
  return [say, region];
}

/** Tells what others add and delete on this board. */
export function useNews(session: BoardSession, language: Language, say: (text: string) => void): void {
  const told = useRef<Told | null>(null);
  useEffect(() => {
    const { doc, notes, board } = session;
    const removed = new Set<NoteId>();
    let there = new Set(notes.get().map((note) => note.id));
    let timer: ReturnType<typeof setTimeout> | null = null;
    if (session.loaded.get()) told.current ??= toldOf(notes.get());

    const tell = (): void => {
      timer = null;
      const news = newsOf(
        board.kind,
        told.current ?? toldOf([]),
        notes.get(),
        (note) => isWrittenHere(session, note),
        removed,
      );
      told.current = toldOf(notes.get());
      removed.clear();
      const parts = news.added.map(({ area, count }) =>
        textIn(language, 'list.said.news', { count, area: areaTitle(area, language) }),
      );
      if (news.gone > 0) parts.push(textIn(language, 'list.said.gone', { count: news.gone }));
      if (parts.length > 0) say(parts.join('. '));
    };
    const onTransaction = (transaction: { local: boolean }): void => {
      const now = new Set(notes.get().map((note) => note.id));
      if (transaction.local) for (const id of there) if (!now.has(id)) removed.add(id);
      there = now;
      if (!session.loaded.get()) return;
      told.current ??= toldOf(notes.get());
      if (
        timer === null &&
        isNews(newsOf(board.kind, told.current, notes.get(), (note) => isWrittenHere(session, note), removed))
      )
        timer = setTimeout(tell, BATCH_MS);
    };
    doc.on('afterTransaction', onTransaction);
    return () => {
      doc.off('afterTransaction', onTransaction);
      if (timer !== null) clearTimeout(timer);
    };
  }, [session, language, say]);
}
