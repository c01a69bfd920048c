/** What a kept copy of a page shows. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { previewOf } from '../../../client/panels/copy-preview.ts';
import { addWord } from '../../../shared/board/closing.ts';
import { addGift, giftText } from '../../../shared/board/feedback.ts';
import { toPageSnapshot } from '../../../shared/board/page-snapshot.ts';
import type { EntryId, OrgId, PersonId } from '../../../shared/ids.ts';

const context = {
  exportedAt: '2026-11-20T15:00:00.000Z',
  title: 'Una página',
  cohort: { name: 'Cohorte', date: '2026-11-20' },
  organisation: null,
  people: [],
};
const ana = 'ana' as PersonId;
const casa = 'casa' as OrgId;

it('is what peers gave and what was presented, part by part, without what nobody wrote', () => {
  const doc = new Y.Doc();
  const texts = doc.getMap('texts');
  texts.set('issue', new Y.Text('El agua no llega'));
  texts.set('context', new Y.Text('  '));
  for (const [id, kind, text] of [
    ['q', 'clarifying', '¿Desde cuándo?'],
    ['i', 'idea', 'Pedirla juntas'],
  ] as const) {
    addGift({ doc, origin: null }, { id: id as EntryId, kind, author: ana, organisation: casa, createdAt: 1 });
    giftText(doc, id as EntryId)?.insert(0, text);
  }
  giftText(doc, 'q' as EntryId, 'answer')?.insert(0, 'Desde el huracán');
  expect(previewOf(toPageSnapshot(doc, 'feedback', context))).toEqual({
    parts: [
      { id: 'issue', lines: ['El agua no llega'] },
      { id: 'clarifying', lines: ['¿Desde cuándo?', 'Desde el huracán'] },
      { id: 'idea', lines: ['Pedirla juntas'] },
    ],
  });
});

it('is the words of a closing, whichever session they were of', () => {
  const doc = new Y.Doc();
  addWord({ doc, origin: null }, { session: 1, person: ana, organisation: casa, text: 'Agua' });
  expect(previewOf(toPageSnapshot(doc, 'closing', context))).toEqual({ parts: [{ id: 'words', lines: ['Agua'] }] });
});

it('is nothing where the file is something else', () => {
  expect(previewOf({ kind: 'tempano-page', version: 99 })).toBeNull();
});
