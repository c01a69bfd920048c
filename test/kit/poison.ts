/**
 * Everything a document may hold that no honest client writes: wrong types in every field, numbers out of this world,
 * records that pass tldraw's validators and break its drawing. Knows no view and no server.
 */
import * as Y from 'yjs';
import { drawingsOf, metaOf, notesOf, textsOf, themesOf } from '../../shared/board/document.ts';

/** Plain values that stand where something else belongs. */
const WRONG: readonly unknown[] = [
  null,
  true,
  -1,
  Number.NaN,
  1e308,
  -1e308,
  '',
  'x'.repeat(3000),
  [],
  [[['a']]],
  {},
  { sum: 7 },
  // Yjs itself cannot write these at the top.
  { keys: { constructor: { prototype: { poisoned: true } }, hasOwnProperty: 1, toString: 'no', length: -1 } },
];
const FIELDS = [
  'pos',
  'z',
  'createdAt',
  'author',
  'organisation',
  'theme',
  'origin',
  'brought',
  'deleted',
  'star',
  'private',
];
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'note id with spaces', 'ñ', 'a'.repeat(150)];

/** Fills a board with it, in one transaction. What is good there stays as it is. */
export function poison(doc: Y.Doc): void {
  doc.transact(() => {
    poisonNotes(notesOf(doc));
    poisonThemes(themesOf(doc));
    poisonDrawings(drawingsOf(doc));
    const texts = textsOf(doc);
    texts.set('statement-of-nobody', new Y.Map([['not', 'a text']]));
    texts.set('__proto__', 7);
    metaOf(doc).set('columns', [{ kind: 'organisation', id: 5, w: 1e308 }, null, 'x']);
    metaOf(doc).set('__proto__', { polluted: true });
  }, 'poison');
}

/** Formats, which the server refuses since 0.4.7: a board may have them from before. */
export function poisonMarks(doc: Y.Doc): void {
  const marked = new Y.Text();
  notesOf(doc).set('marked', new Y.Map<unknown>([['text', marked]]));
  marked.applyDelta([{ insert: 'con marcas', attributes: { bold: true, href: 'javascript:alert(1)' } }]);
}

function poisonNotes(notes: Y.Map<unknown>): void {
  for (const [i, value] of WRONG.entries()) {
    notes.set(`plain${i}`, value);
    notes.set(`textless${i}`, new Y.Map([['text', value]]));
    // Each of these has a text and so is a note, with its odd field left out of account.
    for (const field of i < 6 ? FIELDS : [])
      notes.set(
        `${field}${i}`,
        new Y.Map<unknown>([
          ['text', new Y.Text('rara')],
          [field, value],
        ]),
      );
  }
  notes.set('array', Y.Array.from([1, 'two']));
  notes.set('text', new Y.Text('a text in place of a note'));
  notes.set('nested', new Y.Map<unknown>([['text', new Y.Map([['text', new Y.Map()]])]]));
  notes.set('endless', new Y.Map<unknown>([['text', new Y.Text('palabra '.repeat(40_000))]]));
  for (const name of NAMES) notes.set(name, new Y.Map<unknown>([['text', new Y.Text('nombre raro')]]));
}

function poisonThemes(themes: Y.Map<unknown>): void {
  for (const [i, value] of WRONG.entries()) {
    themes.set(`theme${i}`, value);
    themes.set(
      `titled${i}`,
      new Y.Map<unknown>([
        ['title', value],
        ['order', value],
        ['mergedInto', value],
      ]),
    );
  }
  themes.set('circle-a', new Y.Map<unknown>([['mergedInto', 'circle-b']]));
  themes.set('circle-b', new Y.Map<unknown>([['mergedInto', 'circle-a']]));
  themes.set(
    'long',
    new Y.Map<unknown>([
      ['title', new Y.Text('Título '.repeat(2000))],
      ['order', Number.NaN],
    ]),
  );
}

const look = { color: 'black', size: 'm', dash: 'draw', fill: 'none' };
const words = (content: unknown): unknown => ({ type: 'doc', content });
const text = (richText: unknown) => ({
  type: 'text',
  props: { color: 'black', size: 'm', font: 'sans', textAlign: 'start', w: 100, richText, scale: 1, autoSize: true },
});
const draw = (segments: unknown, more: object = {}) => ({
  type: 'draw',
  props: { ...look, segments, isComplete: true, isClosed: false, isPen: false, scale: 1, ...more },
});
const line = (points: unknown) => ({ type: 'line', props: { ...look, spline: 'line', points, scale: 1 } });
const geo = (more: object) => ({
  type: 'geo',
  props: {
    ...look,
    geo: 'rectangle',
    w: 100,
    h: 100,
    growY: 0,
    url: 'javascript:alert(1)',
    labelColor: 'black',
    font: 'sans',
    align: 'middle',
    verticalAlign: 'middle',
    richText: words([]),
    scale: 1,
    ...more,
  },
});
const paragraph = (content: unknown) => [{ type: 'paragraph', content }];

/** Shapes without what a record has around its props. */
const DRAWINGS: readonly object[] = [
  text(words([{ type: 'no-such-node', content: [{ type: 'text', text: 'hola' }] }])),
  text(words(paragraph([{ type: 'text', text: '' }]))),
  text(words(paragraph([{ type: 'text', text: 'x', marks: [{ type: 'no-such-mark' }] }]))),
  text(
    words(
      paragraph([{ type: 'text', text: 'enlace', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }]),
    ),
  ),
  text(words([{ type: 'image', attrs: { src: 'https://elsewhere.example/a.png' } }])),
  text(words('no list')),
  text({ type: 'doc' }),
  text(null),
  draw([]),
  draw([{ type: 'free', points: [] }]),
  draw([{ type: 'free', points: [{ x: 1e308, y: 0, z: 0.5 }] }]),
  draw([{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }], { scale: 1e-300 }),
  draw('no segments'),
  line({}),
  line({ a1: { id: 'a1', index: 'a1', x: 0, y: 0 } }),
  line([]),
  geo({ w: 1e308 }),
  geo({ w: 1e-300, h: 1e-300 }),
  geo({ geo: 'no-such-form' }),
  geo({ growY: -1e6 }),
  { type: 'embed', props: { w: 300, h: 300, url: 'https://elsewhere.example/' } },
  {
    type: 'image',
    props: { w: 300, h: 300, url: 'https://elsewhere.example/a.png', src: 'https://elsewhere.example/a.png' },
  },
  { type: 'bookmark', props: { w: 300, h: 300, url: 'https://elsewhere.example/', assetId: null } },
  { type: 'video', props: { w: 300, h: 300, url: 'https://elsewhere.example/v.mp4' } },
  { type: 'html', props: { html: '<img src=x onerror=alert(1)>' } },
  { type: 'sticky', props: { text: 'not a note' } },
  { type: 'group', props: {} },
  { type: 'frame', props: { w: 1, h: 1, name: '' } },
];

function poisonDrawings(drawings: Y.Map<unknown>): void {
  for (const [i, shape] of DRAWINGS.entries())
    drawings.set(`shape:bad${i}`, {
      x: 300 + i * 20,
      y: 300,
      rotation: 0,
      index: 'a1',
      isLocked: false,
      opacity: 1,
      ...shape,
    });
  for (const [i, value] of WRONG.entries()) drawings.set(`shape:wrong${i}`, value);
  for (const place of [Number.NaN, 1e308, 'here', null])
    drawings.set(`shape:at-${place}`, {
      x: place,
      y: place,
      rotation: 0,
      index: 'a1',
      isLocked: false,
      opacity: 1,
      ...geo({}),
    });
  drawings.set('shape:map', new Y.Map([['type', 'geo']]));
  drawings.set('shape:text', new Y.Text('geo'));
  drawings.set('shape:deep', { type: 'geo', props: { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } } });
  drawings.set('page:page', { type: 'geo', props: {} });
  drawings.set('shape:~template', geo({}));
  drawings.set('__proto__', geo({}));
}
