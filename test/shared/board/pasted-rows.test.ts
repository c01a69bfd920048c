/** Pasted lists and spreadsheets, form by form: what is a bullet, what belongs to a list, what a cell names. */
import { describe, expect, it, vi } from 'vitest';
import { type PastedNote, readPasted } from '../../../shared/board/pasted-lines.ts';
import { english } from '../../../shared/template/english.ts';

const texts = (input: string): string[] => readPasted(input).notes.map((note) => note.text);
const rows = (...lines: string[]): readonly PastedNote[] => readPasted(lines.join('\n')).notes;
/** Longer than any item of a list: a document. */
const PARAGRAPH = 'p'.repeat(281);

describe('A bullet', () => {
  it.each([
    ...['-', '*', '•', '·', '–', '—', '▪', '◦', '●', '○', '‣', '✓', '☐'],
    ...['1)', '2.', '(3)', '(4.', '12)', '123.', 'a)', 'B.'],
  ])('is %s, with blanks around it', (bullet) => {
    for (const line of [`${bullet} uno`, `  ${bullet}\tuno`.replace('\t', '   ')]) expect(texts(line)).toEqual(['uno']);
  });

  it.each(['-uno', '1234) uno', 'ab) uno', '5 uno', 'x - uno', '.) uno', '1)uno'])('is none in %s', (line) => {
    expect(texts(line)).toEqual([line]);
  });

  it('alone is no note', () => {
    expect(texts('- uno\n-  \n- dos')).toEqual(['uno', 'dos']);
  });

  it.each(['.', ';', '!', '?', '…'])('that slid into a line after %s begins a note', (end) => {
    expect(texts(`- uno${end} - dos${end}  • tres`)).toEqual([`uno${end}`, `dos${end}`, 'tres']);
  });

  it('in the middle of a sentence, or of lines that are no list, is part of it', () => {
    expect(texts('- uno - dos')).toEqual(['uno - dos']);
    expect(texts('uno. - dos\ntres')).toEqual(['uno. - dos', 'tres']);
    expect(texts('- uno.-dos. -tres')).toEqual(['uno.-dos. -tres']);
  });
});

describe('Lines', () => {
  it('end as each system ends them', () => {
    expect(texts('uno\r\ndos\rtres\n\n  \ncuatro  ')).toEqual(['uno', 'dos', 'tres', 'cuatro']);
  });

  it('around a short list are notes too, and nothing is handed back', () => {
    expect(readPasted('antes\n- uno\n\ndos\n- tres\ndespués')).toEqual({
      notes: ['antes', 'uno', 'dos', 'tres', 'después'].map((text) => ({ text, area: null, tag: null })),
      rest: [],
    });
  });

  it('within the list of a document belong to it, those around it and its paragraphs do not', () => {
    const { notes, rest } = readPasted(
      [
        'antes',
        ' - uno',
        '',
        ' dos ',
        ` ${PARAGRAPH} `,
        ` ${'q'.repeat(280)} `,
        '- tres; - cuatro',
        '  ',
        'después ',
      ].join('\n'),
    );
    expect(notes.map(({ text }) => text)).toEqual(['uno', 'dos', 'q'.repeat(280), 'tres;', 'cuatro']);
    expect(rest).toEqual(['antes', PARAGRAPH, 'después']);
  });

  it('of an item longer than others are still one note of the list', () => {
    expect(readPasted(`antes\n- ${PARAGRAPH}`)).toEqual({
      notes: [{ text: PARAGRAPH, area: null, tag: null }],
      rest: ['antes'],
    });
  });

  it('as long as an item may be make no document', () => {
    const line = ` ${'q'.repeat(280)} `;
    expect(readPasted(`${line}\n- uno`).rest).toEqual([]);
  });

  it('of a document without a list are a note each', () => {
    expect(readPasted(`${PARAGRAPH}\nuno`)).toMatchObject({ notes: [{ text: PARAGRAPH }, { text: 'uno' }], rest: [] });
  });
});

describe('Rows of a spreadsheet', () => {
  it.each([
    ['Resultados visibles', 'results'],
    ['HABITOS Y PATRONES', 'patterns'],
    ['sistemas y estructuras:', 'structures'],
    ['Beliefs and stories', 'beliefs'],
    ['Personas y comunidades', 'beneficiaries'],
    ['Valor concreto', 'value'],
    ['How we create impact', 'impact'],
    ['Recursos para la equidad', 'resources'],
    ['« Alianzas por fortalecer »', 'alliances'],
  ])('name a place: %s', (cell, area) => {
    expect(rows(`uno\t${cell}`, `${cell}\tdos`)).toEqual([
      { text: 'uno', area, tag: null },
      { text: 'dos', area, tag: null },
    ]);
  });

  it.each([
    ['Operativo', 'operational'],
    ['programatico', 'programmatic'],
    ['AMBOS', 'both'],
    ['Both', 'both'],
  ])('name a tag: %s', (cell, tag) => {
    expect(rows(`uno\t${cell}\tCreencias e historias`)).toEqual([{ text: 'uno', area: 'beliefs', tag }]);
  });

  it('keep a second name of a place or of a tag as words', () => {
    expect(rows('uno\tValor concreto\tResultados visibles\tAmbos\tOperativo')).toEqual([
      { text: 'uno — Resultados visibles — Operativo', area: 'value', tag: 'both' },
    ]);
  });

  it('that are nothing but names are notes that say them', () => {
    const plain = (text: string): PastedNote => ({ text, area: null, tag: null });
    expect(rows('Valor concreto\tAmbos', 'Operativo', '\tAmbos\t')).toEqual(
      ['Valor concreto', 'Ambos', 'Operativo', 'Ambos'].map(plain),
    );
  });

  it('lose the quotation marks and bullets of the program they are from, and no others', () => {
    expect(rows('"uno, ""dos"""\t - tres', 'dijo "hola"\tx', '"cuatro" y "cinco\tx', '  seis  \t\t')).toMatchObject([
      { text: 'uno, "dos" — tres' },
      { text: 'dijo "hola" — x' },
      { text: '"cuatro" y "cinco — x' },
      { text: 'seis' },
    ]);
  });

  it('know English as soon as this program does', async () => {
    vi.resetModules();
    const { readPasted: read } = await import('../../../shared/board/pasted-lines.ts');
    const { learnEnglish } = await import('../../../shared/template/learnt.ts');
    const areas = (): unknown[] => read('uno\tBeliefs and stories\ndos\tValor concreto').notes.map(({ area }) => area);
    expect(areas()).toEqual([null, 'value']);
    learnEnglish(english);
    expect(areas()).toEqual(['beliefs', 'value']);
  });
});
