/**
 * What a kept copy of a page shows: what people said on it, part by part. The file is made a document again and read as the
 * page itself reads it. Pure; parts are named, their titles are the interface's.
 */
import * as Y from 'yjs';
import { wordsOf } from '../../shared/board/closing.ts';
import { entryWords } from '../../shared/board/entries.ts';
import { readGifts } from '../../shared/board/feedback.ts';
import { applyPageSnapshot, type PageSnapshot, parsePageSnapshot } from '../../shared/board/page-snapshot.ts';
import { textAt } from '../../shared/board/texts.ts';
import { type FeedbackText, GIFT_KINDS, type GiftKind } from '../../shared/template/feedback.ts';

export interface PagePart {
  readonly id: FeedbackText | GiftKind | 'words';
  readonly lines: readonly string[];
}
export interface PagePreview {
  readonly parts: readonly PagePart[];
}

/** Null when it is no page this version can read. Parts nobody wrote in are left out. */
export function pagePreviewOf(input: unknown): PagePreview | null {
  const snapshot = parsed(input);
  if (snapshot === null) return null;
  const doc = new Y.Doc();
  try {
    applyPageSnapshot({ doc, origin: null }, snapshot);
    const parts =
      snapshot.board.kind === 'feedback' ? feedbackParts(doc) : [{ id: 'words', lines: words(doc) } as const];
    return { parts: parts.filter(({ lines }) => lines.length > 0) };
  } finally {
    doc.destroy();
  }
}

function parsed(input: unknown): PageSnapshot | null {
  try {
    return parsePageSnapshot(input);
  } catch {
    // A board of notes, or a file of another version.
    return null;
  }
}

function feedbackParts(doc: Y.Doc): PagePart[] {
  const gifts = readGifts(doc);
  const text = (id: FeedbackText): PagePart => ({ id, lines: said([textAt(doc, id)?.toString() ?? '']) });
  return [
    ...(['issue', 'context', 'question'] as const).map(text),
    ...GIFT_KINDS.map((kind) => ({
      id: kind,
      lines: said(gifts.filter((gift) => gift.kind === kind).flatMap((gift) => [gift.text, gift.answer])),
    })),
    text('takeaway'),
  ];
}

const words = (doc: Y.Doc): string[] => said([...wordsOf(doc).values()].map((word) => entryWords(word, 'text')));

const said = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');
