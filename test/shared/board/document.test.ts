/** A new board as it is stored for ever: what it says of itself, and the texts that come with it. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { canvasKindOf, kindOf, metaOf, seedBoard, textsOf } from '../../../shared/board/document.ts';
import { BOARD_KINDS, CANVAS_KINDS } from '../../../shared/template/kinds.ts';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  value: ['statement'],
  'self-assessment': ['evidence'],
  feedback: ['issue', 'context', 'question', 'takeaway'],
};

it.each(BOARD_KINDS)(
  'a new board of the kind %s says so, with the versions of its format, and has its texts',
  (kind) => {
    const doc = new Y.Doc();
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    seedBoard(doc, kind);
    expect(metaOf(doc).toJSON()).toEqual({ kind, schemaVersion: 1, templateVersion: 1 });
    expect([...textsOf(doc).keys()]).toEqual(TEXTS[kind] ?? []);
    for (const text of textsOf(doc).values()) expect(text instanceof Y.Text && text.toString()).toBe('');
    expect([kindOf(doc), canvasKindOf(doc)]).toEqual([kind, CANVAS_KINDS.find((one) => one === kind) ?? null]);
    expect(updates).toBe(1);
  },
);

it.each([undefined, null, 'whiteboard', 7, ['iceberg'], { iceberg: true }])(
  'a board of the kind %j is none',
  (kind) => {
    const doc = new Y.Doc();
    if (kind !== undefined) metaOf(doc).set('kind', kind);
    expect([kindOf(doc), canvasKindOf(doc)]).toEqual([null, null]);
  },
);
